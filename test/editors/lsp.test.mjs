// Diagnostics, hover, completion and rename in editors other than VS Code, by the entries of editors/.

import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installFromFile } from '../package/installed.mjs';
import { DESIGN, runOnDesign, scripts } from './editors.mjs';

let installed;
beforeAll(() => {
  installed = installFromFile();
});
afterAll(() => installed?.remove());

/** Before 0.8, Neovim has to be told to know files by such tables. */
const BY_TABLE = ['--cmd', 'let g:do_filetype_lua = 1'];

describe.each([
  [
    'nvim',
    ['--headless', '--clean', ...BY_TABLE, '-c', `luafile ${path.join(scripts, 'lsp.lua')}`, '-c', 'cquit'],
    ['cap', '// %s', undefined, undefined],
  ],
  [
    'emacs',
    ['--batch', '--no-site-file', '-l', path.join(scripts, 'lsp.el')],
    [undefined, undefined, 'cap-mode', 'font-lock-keyword-face'],
  ],
])('%s', (program, args, known) => {
  let seen;
  beforeAll(() => {
    seen = runOnDesign(program, args, installed);
  });

  test('knows the file by its name', () => {
    expect([seen.filetype, seen.commentstring, seen.mode, seen.face]).toEqual(known);
  });

  test('shows the mistake and the verdicts', () => {
    expect(seen.diagnostics.find(({ line }) => line === 6)?.message).toMatch(/`order`/);
    expect(seen.diagnostics.find(({ line }) => line === 5)?.message).toMatch(/`pay`.*error/);
  });

  test('shows the table of verdicts in a hover', () => {
    expect(seen.hover).toMatch(/pay[^]*\| .*error/);
  });

  test('completes what may stand there', () => {
    expect(seen.completion).toEqual(expect.arrayContaining(['never', 'error', 'lost']));
    expect(seen.completion).not.toContain('replicate');
  });

  test('renames every use', () => {
    expect(seen.renamed.trimEnd()).toBe(DESIGN.replaceAll('pay', 'settle').trimEnd());
  });
});
