import { spawnSync } from 'node:child_process';
import type { FileRead, FileReader } from '#core';
import { decode, MAX_BYTES } from '#disk';
import { UsageError } from './io.js';

/** The files of a revision, below the folder that the command line runs in. Nothing is checked out. */
export interface Revision {
  /** Relative to that folder, with `/` between folders, in order of the alphabet. */
  readonly files: readonly string[];
  readonly read: FileReader;
  /** What files that are there now were called then, where git takes them for renamed; by their name now. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** An entry of `git ls-tree -z`: mode, kind, object, path. Links are left out: their text is a path. */
const ENTRY = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s;

/** Throws a UsageError where there is no git, no repository or no such revision. */
export function readRevision(cwd: string, name: string): Revision {
  const commit = text(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`], () =>
    inRepository(cwd)
      ? `there is no revision ${name} here: fetch it first (in CI, a checkout may have the last commit only)`
      : `${cwd} is in no Git repository, so there is no revision ${name}`,
  ).trim();
  const listed = text(cwd, ['ls-tree', '-r', '-z', commit, '.'], () => `the files of ${name} can't be listed`);
  const objects = new Map(
    listed.split('\0').flatMap((entry): [string, string][] => {
      const [, object, path] = ENTRY.exec(entry) ?? [];
      return object === undefined || path === undefined ? [] : [[path, object]];
    }),
  );
  const moves = text(
    cwd,
    ['diff', '--relative', '--find-renames', '--diff-filter=R', '--name-status', '-z', commit, '--', '.'],
    () => `what was renamed since ${name} can't be listed`,
  ).split('\0');
  const renamed = new Map<string, string>();
  for (let i = 0; i + 2 < moves.length; i += 3) renamed.set(moves[i + 2] ?? '', moves[i + 1] ?? '');
  return { files: [...objects.keys()].sort(), read: (path) => blob(cwd, objects.get(path), path), renamed };
}

function blob(cwd: string, object: string | undefined, path: string): FileRead {
  if (object === undefined) return { kind: 'missing' };
  const { status, stdout } = spawnSync('git', ['cat-file', 'blob', object], { cwd, maxBuffer: MAX_BYTES });
  if (status !== 0) return { kind: 'unreadable', why: 'git does not give it out, or it is too large' };
  return { kind: 'text', path, text: decode(stdout) };
}

function inRepository(cwd: string): boolean {
  return spawnSync('git', ['rev-parse', '--is-inside-work-tree'], { cwd }).status === 0;
}

function text(cwd: string, args: readonly string[], why: () => string): string {
  const { status, stdout, error } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: MAX_BYTES });
  if (error !== undefined) throw new UsageError(`git can't be started, which --base reads revisions with`);
  if (status !== 0) throw new UsageError(why());
  return stdout;
}
