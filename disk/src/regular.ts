import { constants, type Stats } from 'node:fs';
import { atOnce, called, type Calls, type System } from './system.js';

/** A larger file is not a design. In bytes. */
export const MAX_BYTES = 64_000_000;

/** So often is a file read that somebody writes to meanwhile. */
const ATTEMPTS = 3;
const CHUNK = 1 << 20;

/** What is there, and is not read. */
export class NotRegular extends Error {
  constructor(
    readonly kind: 'folder' | 'special' | 'large' | 'changing',
    /** As the end of a sentence: "it is a folder". */
    readonly why: string,
  ) {
    super(why);
  }
}

/**
 * The bytes of a regular file. It is opened once, and looked at through what was opened: nothing that takes its name
 * meanwhile is read instead. `look` may refuse it, or answer bytes that are known already. Never waits for a pipe, and
 * never reads more than `MAX_BYTES`. Throws `NotRegular` and the errors of `node:fs`.
 */
export function readRegular<Known = never>(
  file: string,
  look: (stats: Stats) => Known | undefined = () => undefined,
): Uint8Array | Known {
  return atOnce((system) =>
    // biome-ignore lint/correctness/useYield: it answers at once.
    regular(system, file, function* (stats) {
      return look(stats);
    }),
  );
}

/** `readRegular` with the calls of a system; `look` may call it too. `flags`: beside those of every open. */
export function* regular<Known = never>(
  system: System,
  file: string,
  look: (stats: Stats, descriptor: number) => Calls<Known | undefined>,
  flags = 0,
): Calls<Uint8Array | Known> {
  const descriptor = yield* opened(system, file, flags);
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = yield* called(system.stats(descriptor));
      refuse(before);
      const known = yield* look(before, descriptor);
      if (known !== undefined) return known;
      const bytes = yield* whole(system, descriptor);
      const after = yield* called(system.stats(descriptor));
      if (stateOf(before) === stateOf(after)) return bytes;
    }
    throw new NotRegular('changing', 'it changes while it is read');
  } finally {
    yield* called(system.close(descriptor));
  }
}

/** The same as long as nobody writes to a file and no other takes its place. */
export function stateOf({ mtimeMs, ctimeMs, size, ino, dev }: Stats): string {
  return `${mtimeMs} ${ctimeMs} ${size} ${ino} ${dev}`;
}

/**
 * UTF-8, a byte order mark is tolerated. What is not UTF-8 becomes replacement characters, about which the parser has
 * something to say.
 */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function* opened(system: System, file: string, flags: number): Calls<number> {
  try {
    // The open of a pipe without a writer waits otherwise. Windows has neither the flag nor such pipes.
    return yield* called(system.open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags));
  } catch (error) {
    // A socket, and a device without a driver, can't be opened at all.
    if (error instanceof Error && 'code' in error && (error.code === 'ENXIO' || error.code === 'ENODEV'))
      throw SPECIAL();
    throw error;
  }
}

const SPECIAL = (): NotRegular => new NotRegular('special', 'it is not a regular file');

function refuse(stats: Stats): void {
  if (stats.isDirectory()) throw new NotRegular('folder', 'it is a folder');
  if (!stats.isFile()) throw SPECIAL();
  if (stats.size > MAX_BYTES) throw tooLarge(`${stats.size} bytes`);
}

function tooLarge(size: string): NotRegular {
  return new NotRegular('large', `it has ${size}, and a design has at most ${MAX_BYTES}`);
}

/** To the end, wherever that is by now: what grows while it is read ends at the bound. */
function* whole(system: System, descriptor: number): Calls<Uint8Array> {
  const chunks: Buffer[] = [];
  for (let length = 0; length <= MAX_BYTES; ) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const read = yield* called(system.read(descriptor, chunk, length));
    if (read === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, read));
    length += read;
  }
  throw tooLarge(`more than ${MAX_BYTES} bytes`);
}
