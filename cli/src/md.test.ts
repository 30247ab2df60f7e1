import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';

const DESIGN = `node a, b
link cable: a -- b 10ms
client c at b
store s on a, b { replicate primary a async }
operation put: write s from c
partition p { cut cable }
`;
const PAGE = `# Notes\n\n\`\`\`cap\n${DESIGN}\`\`\`\n\n\`\`\`cap picture under=p\n${DESIGN}\`\`\`\n`;

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-md-'));
  writeFileSync(path.join(cwd, 'notes.md'), PAGE);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const read = (name: string): string => readFileSync(path.join(cwd, name), 'utf8');
const md = (...args: string[]): ReturnType<typeof runCli> => runCli(['md', ...args], { cwd, stdin: PAGE });

test('pictures are files beside the page', async () => {
  const { code, out, err } = await md('notes.md', '--out', 'drawn (1).md');
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err.match(/wrote/g)).toHaveLength(3);
  expect(read('drawn (1).md')).toMatch(
    /^# Notes\n\n!\[A network .*\]\(drawn%20%281%29-1\.svg\)\n\n\| operation .*[^]*\n!\[.*under partition p.*\]\(drawn%20%281%29-2\.svg\)\n$/,
  );
  expect(read('drawn (1)-2.svg')).toContain('class="link cut"');
  // Once more: the pictures are its own.
  expect((await md('notes.md', '--out', 'drawn (1).md')).code).toBe(0);
});

test('or stand in the page', async () => {
  const { code, out } = await md('-', '--embed');
  expect(code).toBe(0);
  const [, first = ''] = /\(data:image\/svg\+xml;base64,([^)]*)\)/.exec(out) ?? [];
  expect(Buffer.from(first, 'base64').toString()).toMatch(/^<svg [^]*<\/svg>\n$/);
  expect(readdirSync(cwd)).toEqual(['notes.md']);
});

test.each([
  [['notes.md'], 'pictures are files beside the page: name the page to write after --out, or put them into it'],
  [['notes.md', '--out', 'notes.md'], 'notes.md is not written, for it is read here'],
  [['notes.md', '--embed', '--out', './notes.md'], './notes.md is not written, for it is read here as notes.md'],
  [['gone.md', '--embed'], 'there is no file gone.md'],
])('md %s', async (args, words) => {
  const { code, err } = await md(...args);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(words) as string });
  expect(read('notes.md')).toBe(PAGE);
});

test('a picture that somebody else has made stays, and nothing is written', async () => {
  writeFileSync(path.join(cwd, 'drawn-2.svg'), '<svg>mine</svg>');
  const { code, err } = await md('notes.md', '--out', 'drawn.md');
  expect(code).toBe(2);
  expect(err).toContain('drawn-2.svg is there already and is not a picture of Netsplit');
  expect(readdirSync(cwd).sort()).toEqual(['drawn-2.svg', 'notes.md']);
});

test('a design that the page includes is an input', async () => {
  writeFileSync(path.join(cwd, 'net.cap'), DESIGN);
  writeFileSync(path.join(cwd, 'notes.md'), '```cap table\ninclude "net.cap"\n```\n');
  expect((await md('notes.md', '--embed')).out).toMatch(/^\| operation /);
  const { code, err } = await md('notes.md', '--embed', '--out', 'net.cap');
  expect({ code, err: err.includes('net.cap is not written, for it is read here') }).toEqual({ code: 2, err: true });
});

test('a mistake stands in the page, and is said with its line there', async () => {
  const { code, out, err } = await runCli(['md', '-', '--embed'], {
    stdin: 'Text\n\n```cap\nstore s on b\n```\n',
    cwd,
  });
  expect(code).toBe(2);
  expect(out).toContain('```cap source\nstore s on b\n```\n\n- Line 1: ');
  expect(err).toMatch(/^netsplit: <stdin>, line 4: .*`b`/);
});
