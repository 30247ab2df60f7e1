/** The target of an `include`, by its text alone. */
export type IncludeTarget =
  | { readonly kind: 'path'; readonly path: string }
  /** Why a design may not read it, as the end of a sentence. */
  | { readonly kind: 'outside'; readonly why: string }
  /** It ends as only the name of a folder does: `net/`, `a.cap/.`, `.`. */
  | { readonly kind: 'folder' };

/** `https:`, `file:`, or a Windows drive. */
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/**
 * The path that an include names: `written`, relative to the folder of the file `from`. Both are relative to the folder
 * that a design may not leave, with
 * `/` between folders on every system.
 */
export function includeTarget(from: string, written: string): IncludeTarget {
  if (SCHEME.test(written)) return { kind: 'outside', why: 'it begins with a scheme or a drive' };
  if (written.startsWith('/')) return { kind: 'outside', why: 'it begins at the root of the file system' };
  const path: string[] = from.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') path.push(part);
    else if (path.pop() === undefined) return { kind: 'outside', why: "its `..` lead out of the design's folder" };
  }
  return /(^|\/)\.{0,2}$/.test(written) ? { kind: 'folder' } : { kind: 'path', path: path.join('/') };
}

/** What to write in the file `from` to include the file `to`: the inverse of `includeTarget`. */
export function includePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}
