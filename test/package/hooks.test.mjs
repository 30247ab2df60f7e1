// The hooks for site generators that docs/markdown.md offers, with the installed command line.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import remarkNetsplit from '../../docs/hooks/remark-netsplit.mjs';
import { onWindows, repo } from '../../scripts/setup.mjs';
import { installFromFile, node, withNode } from './installed.mjs';

const PAGE = `# Shop

\`\`\`cap table
include "net.cap"
\`\`\`
`;

let installed;
beforeAll(() => {
  installed = installFromFile();
  installed.write(
    'net.cap',
    'node a, b\nlink cable: a -- b\nclient c at a\nstore s on a, b { choose CP }\noperation o: read s from c\n',
  );
});
afterAll(() => installed?.remove());

/** The hook as MkDocs calls it: with the text of a page, and with where the page lies. */
const MKDOCS = `
import json, sys, types
sys.path.insert(0, sys.argv[1])
import mkdocs_netsplit as hook
hook.COMMAND = json.loads(sys.argv[2])
page = types.SimpleNamespace(file=types.SimpleNamespace(abs_src_path=sys.argv[3]))
sys.stdout.write(hook.on_page_markdown(sys.stdin.read(), page=page, config=None, files=None))
`;
const python = onWindows ? 'python' : 'python3';
const hasPython = spawnSync(python, ['--version']).status === 0;

const mkdocs = (page, command = [node, installed.cli]) =>
  spawnSync(
    python,
    ['-B', '-c', MKDOCS, path.join(repo, 'docs/hooks'), JSON.stringify(command), path.join(installed.place, 'page.md')],
    { input: page, encoding: 'utf8', env: withNode({ PYTHONUTF8: '1' }) },
  );

test.skipIf(!hasPython)('MkDocs: a page is drawn, with what it includes', () => {
  const { status, stdout, stderr } = mkdocs(PAGE);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^# Shop\n\n\| operation \| from /);
});

test.skipIf(!hasPython)('MkDocs: a mistake stands in the page, and a page without a design starts nothing', () => {
  const { status, stdout, stderr } = mkdocs('```cap\nstore s on b\n```\n');
  expect({ status, said: stderr.includes('<stdin>, line 2') }).toEqual({ status: 0, said: true });
  expect(stdout).toContain('- Line 1: ');
  expect(mkdocs('# Nothing\n', ['/gone']).stdout).toBe('# Nothing\n');
});

/** The plugin as remark calls it: `parse` stands for that of the processor, and hands back what it was given. */
function remark(tree, command = [node, installed.cli]) {
  const processor = { parse: (markdown) => ({ type: 'root', children: [{ type: 'parsed', markdown }] }) };
  remarkNetsplit.call(processor, { command })(tree, { cwd: installed.place, path: 'page.md' });
  return tree;
}

test('remark: designs are replaced where they stand, and nothing else', () => {
  const text = { type: 'text', value: 'cap' };
  const design = { type: 'code', lang: 'cap', meta: 'table', value: 'include "net.cap"' };
  const other = { type: 'code', lang: 'js', meta: null, value: 'cap' };
  const { children } = remark({ type: 'root', children: [{ type: 'list', children: [design, text] }, other] });
  expect(children[1]).toBe(other);
  expect(children[0].children).toEqual([
    { type: 'parsed', markdown: expect.stringMatching(/^\| operation \| from /) },
    text,
  ]);
});

test('remark: a mistake stands in the page, and a command line that fails stops the build', () => {
  const wrong = { type: 'code', lang: 'cap', meta: null, value: 'store s on b' };
  const [parsed] = remark({ type: 'root', children: [wrong] }).children;
  expect(parsed.markdown).toContain('- Line 1: ');
  expect(() => remark({ type: 'root', children: [wrong] }, [node, '/gone.js'])).toThrow('exit code 1');
});

test('the page about them shows what they do', () => {
  expect(readFileSync(path.join(repo, 'docs/markdown.md'), 'utf8')).toContain('def on_page_markdown(markdown, page');
});
