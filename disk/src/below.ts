import { constants, type Stats } from 'node:fs';
import path from 'node:path';
import type { FileRead } from '#core';
import { decode, NotRegular, regular, stateOf } from './regular.js';
import { atOnce, called, type Calls, later, type System } from './system.js';

/** Texts that were read before. `state` is another one as soon as somebody has written to the file. */
export interface Texts {
  get(file: string, state: string): string | undefined;
  set(file: string, state: string, text: string): void;
}

const NO_TEXTS: Texts = { get: () => undefined, set: () => undefined };

/**
 * Reads a file below a folder; links are followed, and refused where they lead out of it. Between `/` in `wanted` are
 * names of folders. Never throws.
 */
export function readBelow(folder: string, wanted: string, texts: Texts = NO_TEXTS): FileRead {
  return atOnce((system) => below(system, folder, wanted, texts));
}

/** `readBelow`, while the thread does other things. */
export function readBelowLater(folder: string, wanted: string, texts: Texts = NO_TEXTS): Promise<FileRead> {
  return later((system) => below(system, folder, wanted, texts));
}

function* below(system: System, folder: string, wanted: string, texts: Texts): Calls<FileRead> {
  try {
    const real = yield* called(system.real(path.join(folder, ...wanted.split('/'))));
    const relative = path.relative(yield* called(system.real(folder)), real);
    if (relative === '') return { kind: 'unreadable', why: 'it is a folder' };
    if (!isBelow(relative)) return { kind: 'outside' };
    return { kind: 'text', path: slashes(relative), text: yield* textOf(system, real, texts) };
  } catch (error) {
    return whyNot(error);
  }
}

/** Is a path, relative to a folder, one of something in it? */
export function isBelow(relative: string): boolean {
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** A path of this system with `/` between its folders. */
export function slashes(name: string): string {
  return name.split(path.sep).join('/');
}

/** The text of the file that `real` is the path of without any link. */
function* textOf(system: System, real: string, texts: Texts): Calls<string> {
  let state = '';
  const read = yield* regular(
    system,
    real,
    function* (stats, descriptor) {
      yield* refuseReplaced(system, real, stats, descriptor);
      state = stateOf(stats);
      return texts.get(real, state);
    },
    constants.O_NOFOLLOW ?? 0,
  );
  if (typeof read === 'string') return read;
  const text = decode(read);
  texts.set(real, state, text);
  return text;
}

/**
 * Since the path was looked at, a folder on it may have become a link that leads elsewhere. Linux says where the file
 * is that was opened. Elsewhere the path is looked at once more, which one who changes it all the time may outwit.
 */
function* refuseReplaced(system: System, real: string, opened: Stats, descriptor: number): Calls<void> {
  const { dev, ino } = yield* called(system.statsOfLink(real));
  const place = (yield* placeOf(system, descriptor)) ?? (yield* called(system.real(real)));
  if (place !== real || dev !== opened.dev || ino !== opened.ino)
    throw new NotRegular('changing', 'it was replaced while it was read');
}

/** Where an open file is, as proc(5) has it; undefined where the system has no such folder. */
function* placeOf(system: System, descriptor: number): Calls<string | undefined> {
  try {
    return yield* called(system.linked(`/proc/self/fd/${descriptor}`));
  } catch {
    return undefined;
  }
}

function whyNot(error: unknown): FileRead {
  if (error instanceof NotRegular) return { kind: 'unreadable', why: error.why };
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'unreadable', why: 'permission denied' };
  return {
    kind: 'unreadable',
    why: code === 'ELOOP' ? 'its links go round in a circle' : `the system says ${String(code)}`,
  };
}
