import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { UNDECIDED } from './exitCode.js';
import { whyUnwritable } from './output.js';

/** Standard output and standard error of the process. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
  /** What the process exits with instead of 0 or 1: a text that was not written is not a verdict. */
  exitCode(code: number): number;
}

/**
 * A stream that can't be written, as on a full disk, is said once on standard error, and the process does not exit with
 * 0 or 1. That the reader has enough, as in `netsplit check … | head`, is nobody's mistake.
 */
export function standardStreams(): Streams {
  let failed = false;
  const err = writerOf(process.stderr, () => fail());
  const out = writerOf(process.stdout, (error) => fail(error));
  function fail(error?: NodeJS.ErrnoException): void {
    failed = true;
    process.exitCode = exitCode(Number(process.exitCode ?? 0));
    if (error !== undefined) err(`netsplit: ${whyUnwritable('standard output', error)}.\n`);
  }
  function exitCode(code: number): number {
    return failed ? Math.max(code, UNDECIDED) : code;
  }
  return { out, err, exitCode };
}

/** Writes to a stream until that has failed once. */
function writerOf(
  stream: NodeJS.WriteStream & { fd: number },
  fail: (error: NodeJS.ErrnoException) => void,
): (text: string) => void {
  // As Node's types have it, it always is one.
  const isSocket: boolean = stream instanceof Socket;
  let isOpen = true;
  const close = (error: unknown): void => {
    if (!isOpen) return;
    isOpen = false;
    const failure: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
    if (failure.code !== 'EPIPE') fail(failure);
  };
  stream.on('error', close);
  return (text) => {
    if (!isOpen) return;
    if (isSocket) {
      stream.write(text);
      return;
    }
    try {
      writeWhole(stream.fd, Buffer.from(text));
    } catch (error) {
      close(error);
    }
  };
}

/**
 * To a file or a device. Node's own stream for these writes once and does not look at how much was written: the last
 * write on a disk that fills up is a short one without an error.
 */
function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
