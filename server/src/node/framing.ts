/** A message that is larger is none. In bytes; a text may have half a thousand million characters at most. */
const MOST_BYTES = 2 ** 29;

/** Headers that are longer have no end. In bytes. */
const LONGEST_HEADERS = 4096;

const LENGTH = /(^|\r\n)content-length:[ \t]*(\d{1,10})[ \t]*(\r\n|$)/i;

/**
 * Looks at a stream of messages as they come in. A stream that does not say where its next message begins cannot be
 * read any further: all that follows would be lost without a word.
 */
export class Framing {
  private headers = '';
  /** Of the present message, in bytes. */
  private left = 0;

  /** What is wrong with the stream, once something is. */
  next(chunk: Uint8Array): string | undefined {
    for (let at = 0; at < chunk.length; ) {
      const skipped = Math.min(this.left, chunk.length - at);
      this.left -= skipped;
      at += skipped;
      if (at >= chunk.length) return undefined;
      const letter = String.fromCharCode(chunk[at++] ?? 0);
      this.headers += letter;
      const wrong = letter === '\n' ? this.lineEnded() : undefined;
      if (wrong !== undefined) return wrong;
      if (this.headers.length > LONGEST_HEADERS) return `headers of more than ${LONGEST_HEADERS} bytes`;
    }
    return undefined;
  }

  private lineEnded(): string | undefined {
    if (!this.headers.endsWith('\r\n')) return 'a header line that does not end with CR and LF';
    if (!this.headers.endsWith('\r\n\r\n')) return undefined;
    const length = LENGTH.exec(this.headers.slice(0, -2))?.[2];
    if (length === undefined) return 'no Content-Length that is a number of bytes';
    if (Number(length) > MOST_BYTES) return `a message of ${length} bytes, of which ${MOST_BYTES} are allowed`;
    this.left = Number(length);
    this.headers = '';
    return undefined;
  }
}
