// The files of the repository as the laws see them.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const repo = path.resolve(import.meta.dirname, '../..');

/** Files under version control, and new ones that will be; as paths from the root, with slashes. */
export const files: readonly string[] = git('ls-files', '--cached', '--others', '--exclude-standard')
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(repo, file)));

export function read(file: string): string {
  return readFileSync(path.join(repo, file), 'utf8');
}

/** The caller names what it expects in the file. */
export function readJson<Content>(file: string): Content {
  return JSON.parse(read(file)) as Content;
}

/** What the product is made of: no tests, and nothing that only tests use. */
export const sources: readonly string[] = files
  .filter((file) => /^(core|disk|protocol|server|client|webview|cli|page)\/src\/.*\.ts$/.test(file))
  .filter((file) => !file.endsWith('.test.ts') && !file.includes('/testing/'));

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: repo, encoding: 'utf8' });
}

export interface Import {
  readonly from: string;
  /** A path from the root (without its ending), or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
}

export function importsOf(file: string): Import[] {
  return ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) => {
    const isPackage = !fileName.startsWith('.');
    const to = isPackage ? fileName : path.posix.join(path.posix.dirname(file), fileName).replace(/\.[cm]?[jt]s$/, '');
    return { from: file, to, isPackage };
  });
}

/** Every node of a file's syntax tree. */
export function nodesOf(file: string): Generator<ts.Node> {
  return nodesIn(file, read(file));
}

/** The same of a text that is not read from the file. */
export function* nodesIn(file: string, text: string): Generator<ts.Node> {
  const pending: ts.Node[] = [ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    pending.push(...node.getChildren());
  }
}
