// What holds for every file of the repository.

import path from 'node:path';
import { expect, test } from 'vitest';
import { files, read, sources } from './sources.js';

const texts = files.filter((file) => !/\.(png|ico|vsix)$/.test(file));

test('no file names the host of a package registry: whoever installs chooses theirs', () => {
  // Put together here, for this file is one of them.
  const hosts = [
    ['registry', 'npmjs', 'org'],
    ['registry', 'yarnpkg', 'com'],
    ['npm', 'pkg', 'github', 'com'],
  ].map((parts) => parts.join('.'));
  expect(texts.filter((file) => hosts.some((host) => read(file).includes(host)))).toEqual([]);
});

test('no file is named after nothing in particular', () => {
  expect(files.filter((file) => /(^|[/.-])(util|utils|helper|helpers|common|misc|manager)\.\w+$/i.test(file))).toEqual(
    [],
  );
});

test('line ends are LF, and the last line has one', () => {
  const written = texts.filter((file) => !file.startsWith('editors/tree-sitter/src/'));
  expect(
    written.filter((file) => read(file).includes('\r') || (read(file) !== '' && !read(file).endsWith('\n'))),
  ).toEqual([]);
});

test('a line of a page has at most 120 columns, outside tables and code', () => {
  const tooLong = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      linesOfProse(read(file))
        // An address is one word, and can't be broken.
        .filter((line) => line.length > 120 && /\S\s/.test(line.trimStart().slice(0, 120)))
        .map((line) => `${file}: ${line}`),
    );
  expect(tooLong).toEqual([]);
});

test('the files and folders that the map and the decisions name exist, and their links lead somewhere', () => {
  const pages = files.filter((file) => file === 'docs/architecture.md' || file.startsWith('docs/decisions/'));
  expect(pages.length).toBeGreaterThan(20);
  const missing = pages.flatMap((page) => {
    const text = read(page);
    const named = [
      ...text.matchAll(/`((?:core|disk|server|client|webview|page|cli|protocol|test|scripts|docs)\/[^`\s*]+)`/g),
    ];
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)];
    return [
      ...named.map(([, place = '']) => place).filter((place) => !place.includes('CODE')),
      ...linked.map(([, place = '']) => path.posix.join(path.posix.dirname(page), place)),
    ]
      .filter((place) => !files.some((file) => file === place || file.startsWith(place.replace(/\/?$/, '/'))))
      .map((place) => `${page}: ${place}`);
  });
  expect(missing).toEqual([]);
});

test('every folder of sources is on the map, by itself or in a folder of one layer that is', () => {
  const map = read('docs/architecture.md');
  const isOnMap = (folder: string): boolean =>
    map.includes(`| \`${folder}/\``) || map.includes(`, \`${folder}/\``) || isInLayerOnMap(folder);
  // `core/src` and the like are on the map themselves, and say nothing about the folders in them.
  const isInLayerOnMap = (folder: string): boolean =>
    folder.split('/').length > 3 && isOnMap(path.posix.dirname(folder));
  const folders = [...new Set(sources.map((file) => path.posix.dirname(file)))];
  expect(folders.filter((folder) => !isOnMap(folder))).toEqual([]);
});

/** The lines of a page that are in no table and no block of code. */
function linesOfProse(page: string): string[] {
  return page
    .replaceAll(/^([ >]*)```[\s\S]*?^\1```/gm, '')
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('|'));
}
