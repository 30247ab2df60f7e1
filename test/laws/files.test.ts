// What holds for every file of the repository.

import { expect, test } from 'vitest';
import { files, read } from './sources.js';

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
  expect(
    texts.filter((file) => read(file).includes('\r') || (read(file) !== '' && !read(file).endsWith('\n'))),
  ).toEqual([]);
});
