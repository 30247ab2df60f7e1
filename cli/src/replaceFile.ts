import * as disk from 'node:fs/promises';
import { constants, type Stats } from 'node:fs';
import path from 'node:path';

/** What of `node:fs/promises` is needed to replace a file. Handed in, so that tests let any step of it fail. */
export type Files = Pick<
  typeof disk,
  'access' | 'lstat' | 'open' | 'readFile' | 'readlink' | 'realpath' | 'rename' | 'rm' | 'stat'
>;

export interface Replacing {
  /** What the file holds as far as the caller knows: it stays as it is if it holds something else by now. */
  readonly was?: Uint8Array;
  readonly files?: Files;
}

/** Somebody else has written to the file. */
export class ChangedError extends Error {}

/** Links that lead on to links: as many as Linux follows. */
const MAX_LINKS = 40;

/** Signals that end the process unless it listens. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Gives a file a new text: whatever happens meanwhile, it holds the old text or the new one, whole. The text is written
 * beside it and then takes its place; through a symbolic link, beside what that leads to. The mode stays, and the owner
 * where the system lets it. Devices and pipes can't be replaced and are written to. A file that may not be written is
 * not replaced either. Throws the errors of `node:fs`.
 *
 * Packages for this (write-file-atomic, atomically) call `write` once and don't look at how much it wrote. The last
 * write on a disk that fills up is a short one without an error: half a text would take the file's place.
 */
export async function replaceFile(file: string, text: string, replacing: Replacing = {}): Promise<void> {
  const { was, files = disk } = replacing;
  const old = await files.stat(file).catch(ifMissing);
  if (old !== undefined && !old.isFile()) return writeInto(file, text, files);
  const target = await targetOf(file, files);
  if (old !== undefined) await files.access(target, constants.W_OK);
  // A check writes no file, and this module takes a while to load.
  const { randomBytes } = await import('node:crypto');
  const beside = path.join(path.dirname(target), `.netsplit-${randomBytes(8).toString('hex')}.tmp`);
  const remove = (): Promise<void> => files.rm(beside, { force: true });
  const listening = onSignal(remove);
  try {
    await writeNew(beside, text, old, files);
    if (was !== undefined && !(await files.readFile(target)).equals(was)) throw new ChangedError(`${file} was changed`);
    await files.rename(beside, target);
  } catch (error) {
    await remove().catch(() => undefined);
    throw error;
  } finally {
    listening.stop();
  }
}

/** Writes a file that does not exist yet, with the mode of an old one, until it is on the disk. */
async function writeNew(file: string, text: string, old: Stats | undefined, files: Files): Promise<void> {
  const handle = await files.open(file, 'wx', old === undefined ? 0o666 : 0o600);
  try {
    await handle.writeFile(text);
    if (old !== undefined) {
      const { uid, gid } = await handle.stat();
      // Only the superuser gives files away; anybody else owns the new one.
      if (old.uid !== uid || old.gid !== gid) await handle.chown(old.uid, old.gid).catch(() => undefined);
      await handle.chmod(old.mode & 0o7777);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A directory refuses with EISDIR. */
async function writeInto(file: string, text: string, files: Files): Promise<void> {
  const handle = await files.open(file, constants.O_WRONLY);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

/** Where a file really lies; at the end of a link that leads to no file, where it would. */
async function targetOf(file: string, files: Files): Promise<string> {
  let target = file;
  for (let links = 0; links <= MAX_LINKS; links++) {
    const found = await files.lstat(target).catch(ifMissing);
    if (found?.isSymbolicLink() !== true)
      return found === undefined
        ? path.join(await files.realpath(path.dirname(target)), path.basename(target))
        : files.realpath(target);
    target = path.resolve(path.dirname(target), await files.readlink(target));
  }
  throw Object.assign(new Error(`too many links: ${file}`), { code: 'ELOOP' });
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

/** Lets a signal end the process as it would have, with something to do before. */
function onSignal(last: () => Promise<void>): { stop(): void } {
  const end = (signal: NodeJS.Signals): void => {
    const again = (): void => {
      stop();
      process.kill(process.pid, signal);
    };
    last().then(again, again);
  };
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return { stop };
}
