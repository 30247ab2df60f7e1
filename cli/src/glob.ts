import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './io.js';
import { wildcard } from './wildcard.js';

/** As long as a path of Linux may be. In UTF-16 units. */
const MAX_PATTERN = 4096;
/** More folders are not the designs of a project. */
const MAX_FOLDERS = 100_000;

/** A part of a pattern, between `/` and `/`: any folders, or a name that fits. */
type Part = 'any folders' | ((name: string) => boolean);

/** A folder, and the parts of the pattern that what is in it may fit. */
interface Visit {
  readonly folder: string;
  readonly parts: ReadonlySet<number>;
}

/**
 * Files that a pattern means, for shells that don't expand patterns themselves: `*`, `**`, `?`, `[ab]`, `{a,b}`.
 * Folders that begin with a dot and `node_modules` are looked into only where the pattern names them. In order of the
 * alphabet, with forward slashes.
 */
export async function glob(pattern: string, cwd: string): Promise<string[]> {
  if (pattern.length > MAX_PATTERN)
    throw new UsageError(`a pattern has at most ${MAX_PATTERN} characters, and this one has ${pattern.length}`);
  const names = pattern.split('/').filter((part, i) => i === 0 || (part !== '' && part !== '.'));
  const first = names.findIndex(isPattern);
  const fixed = names.slice(0, first < 0 ? names.length - 1 : first);
  const parts = names.slice(fixed.length).map(partOf);
  const found = new Set<string>();
  const start = fixed.join('/') || (pattern.startsWith('/') ? '/' : '');
  // Each folder once, whatever number of ways the pattern has of leading there.
  const visits: Visit[] = [{ folder: start, parts: withoutFolders(parts, [0]) }];
  for (const [i, visit] of visits.entries()) {
    if (i >= MAX_FOLDERS)
      throw new UsageError(`${pattern} looks into more than ${MAX_FOLDERS} folders: name the one to begin with`);
    for (const entry of await readdir(path.resolve(cwd, visit.folder), { withFileTypes: true }).catch(() => [])) {
      const name = inside(visit.folder, entry.name);
      const next = [...visit.parts].flatMap((part) => nextParts(parts, part, entry));
      if (next.includes(parts.length) && !entry.isDirectory()) found.add(name);
      const deeper = next.filter((part) => part < parts.length);
      if (deeper.length > 0) visits.push({ folder: name, parts: withoutFolders(parts, deeper) });
    }
  }
  return [...found].sort();
}

export function isPattern(text: string): boolean {
  const bracket = text.indexOf('[');
  const brace = text.indexOf('{');
  return (
    /[*?]/.test(text) ||
    (bracket >= 0 && text.includes(']', bracket + 2)) ||
    (brace >= 0 && text.includes('}', brace + 1))
  );
}

function partOf(name: string): Part {
  if (name === '**') return 'any folders';
  const fits = wildcard(name);
  // A leading dot has to be written out, as in a shell.
  return (one) => (name.startsWith('.') || !one.startsWith('.')) && fits(one);
}

/** With the parts that follow where `**` stands for no folder at all. */
function withoutFolders(parts: readonly Part[], from: readonly number[]): ReadonlySet<number> {
  const all = new Set(from);
  // The loop also visits entries that are added while it runs.
  for (const part of all) if (parts[part] === 'any folders' && part + 1 < parts.length) all.add(part + 1);
  return all;
}

/** Where in the pattern it goes on after an entry that one of its parts is asked about; its length is the end. */
function nextParts(parts: readonly Part[], at: number, entry: Dirent): readonly number[] {
  const part = parts[at];
  const isFolder = entry.isDirectory();
  if (part === 'any folders')
    return isFolder && !entry.name.startsWith('.') && entry.name !== 'node_modules' ? [at] : [];
  if (part === undefined || !part(entry.name)) return [];
  return at + 1 === parts.length || isFolder || entry.isSymbolicLink() ? [at + 1] : [];
}

function inside(folder: string, name: string): string {
  return folder === '' ? name : folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}
