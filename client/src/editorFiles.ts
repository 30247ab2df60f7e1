import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { DesignsAnswer, FileAnswer } from '#protocol';

/** A larger file is not a design. In bytes. */
const MAX_BYTES = 64_000_000;

/**
 * At most this many designs of a folder are looked for, and in at most this many folders: in a remote repository, each
 * is a request to another machine.
 */
const MAX_DESIGNS = 500;
const MAX_FOLDERS = 500;

/** A file as the editor has it saved, for a server that has no disk where it lies. Never rejects. */
export async function readFile(uri: string): Promise<FileAnswer> {
  const file = Uri.parse(uri);
  try {
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.Directory) !== 0) return { kind: 'unreadable', why: 'it is a folder' };
    if (size > MAX_BYTES) return { kind: 'unreadable', why: `it has ${size} bytes, which no design has` };
    return { kind: 'text', text: new TextDecoder().decode(await workspace.fs.readFile(file)) };
  } catch (error) {
    const code = error instanceof FileSystemError ? error.code : '';
    if (code === 'FileNotFound' || code === 'FileNotADirectory') return { kind: 'missing' };
    return { kind: 'unreadable', why: code === 'NoPermissions' ? 'permission denied' : 'the editor could not get it' };
  }
}

/**
 * The designs below a folder, nearest first, in order of their names. A folder that can't be listed has none. Never
 * rejects.
 */
export async function listDesigns(folder: string): Promise<DesignsAnswer> {
  const paths: string[] = [];
  let level = [''];
  let left = MAX_FOLDERS;
  while (level.length > 0) {
    if (level.length > left || paths.length > MAX_DESIGNS) return { paths: paths.slice(0, MAX_DESIGNS), isAll: false };
    left -= level.length;
    const entries = (await Promise.all(level.map((path) => entriesOf(folder, path)))).flat();
    paths.push(
      ...entries
        .filter(({ name, type }) => (type & FileType.File) !== 0 && name.endsWith('.cap'))
        .map(({ path }) => path),
    );
    // Hidden folders and installed packages hold no designs of the project; links could go round in circles.
    level = entries
      .filter(({ name, type }) => type === FileType.Directory && !name.startsWith('.') && name !== 'node_modules')
      .map(({ path }) => path);
  }
  return { paths: paths.slice(0, MAX_DESIGNS), isAll: paths.length <= MAX_DESIGNS };
}

async function entriesOf(
  folder: string,
  path: string,
): Promise<{ readonly path: string; readonly name: string; readonly type: FileType }[]> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.joinPath(Uri.parse(`${folder}/`), path));
    return entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, type]) => ({ path: path === '' ? name : `${path}/${name}`, name, type }));
  } catch {
    return [];
  }
}
