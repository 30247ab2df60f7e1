import { fstatSync } from 'node:fs';
import { MAX_BYTES } from '#disk';
import { UsageError } from './io.js';

/** All of standard input of the process. */
export async function readStandardInput(): Promise<Uint8Array> {
  // Node's stream of one ends at once, without an error.
  if (fstatSync(0).isDirectory()) throw new UsageError('standard input is a directory');
  return readStream(process.stdin);
}

/** All of a stream, unless that is more than a design has. */
export async function readStream(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      length += bytes.length;
      if (length > MAX_BYTES)
        throw new UsageError(`standard input has more than ${MAX_BYTES} bytes, which no design has`);
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new UsageError(`standard input can't be read: ${String(code ?? error)}`);
  }
  return Buffer.concat(chunks);
}
