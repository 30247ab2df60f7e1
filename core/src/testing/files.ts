import type { FileReader } from '../syntax/parseDesign.js';

/** Reads from a table of texts by path, as from a disk. A path that ends with `/` is a folder, which cannot be read. */
export function readerOf(files: Readonly<Record<string, string>>): FileReader {
  return (path) => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    if (text !== undefined) return { kind: 'text', path, text };
    return Object.hasOwn(files, `${path}/`) ? { kind: 'unreadable', why: 'it is a folder' } : { kind: 'missing' };
  };
}
