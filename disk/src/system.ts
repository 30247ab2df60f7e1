import {
  close,
  closeSync,
  fstat,
  fstatSync,
  lstat,
  lstatSync,
  open,
  openSync,
  read,
  readlink,
  readlinkSync,
  readSync,
  realpath,
  realpathSync,
  type Stats,
} from 'node:fs';
import { promisify } from 'node:util';

/** What the system does at once, or what it promises. */
type Later<T> = T | Promise<T>;

/** The calls of the system that reading takes, as in `node:fs`. */
export interface System {
  open(file: string, flags: number): Later<number>;
  stats(descriptor: number): Later<Stats>;
  /** How many bytes there were at a place of a file, read into a buffer. */
  read(descriptor: number, into: Uint8Array, at: number): Later<number>;
  close(descriptor: number): Later<void>;
  statsOfLink(file: string): Later<Stats>;
  linked(link: string): Later<string>;
  real(file: string): Later<string>;
}

/** The thread waits. */
const WAITING: System = {
  open: openSync,
  stats: (descriptor) => fstatSync(descriptor),
  read: (descriptor, into, at) => readSync(descriptor, into, 0, into.length, at),
  close: closeSync,
  statsOfLink: (file) => lstatSync(file),
  linked: (link) => readlinkSync(link),
  real: (file) => realpathSync.native(file),
};

const reading = promisify(read);

/** The thread does other things meanwhile. */
const PROMISING: System = {
  open: promisify(open),
  stats: promisify(fstat),
  read: async (descriptor, into, at) => (await reading(descriptor, into, 0, into.length, at)).bytesRead,
  close: promisify(close),
  statsOfLink: promisify(lstat),
  linked: promisify(readlink),
  real: promisify(realpath.native),
};

/** Work with calls of the system. What it yields is handed back once it is there: see `called`. */
export type Calls<T> = Generator<unknown, T>;

/** What a call of the system answers; throws what it throws. */
export function* called<T>(answer: Later<T>): Calls<T> {
  return (yield answer) as T;
}

/** Waits for each call. */
export function atOnce<T>(work: (system: System) => Calls<T>): T {
  const steps = work(WAITING);
  for (let next = steps.next(); ; next = steps.next(next.value)) if (next.done === true) return next.value;
}

/** The same, while the thread does other things. */
export async function later<T>(work: (system: System) => Calls<T>): Promise<T> {
  const steps = work(PROMISING);
  let next = steps.next();
  while (next.done !== true) {
    let answer: unknown;
    try {
      answer = await next.value;
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(answer);
  }
  return next.value;
}
