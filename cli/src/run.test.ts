import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CheckJson } from '#core';
import { countsOfJson, countsOfText, printed } from './testing/counts.js';
import { runCli } from './testing/runCli.js';
import { version } from './version.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-cli-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const DESIGN = `node a, b
link a -- b 10ms
client c at a
store s on a, b { choose AP }
operation put: write s from c
operation get: read s from c
partition p { a | b }
`;
const file = (name: string, text: string | Uint8Array): void => {
  mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
  writeFileSync(path.join(cwd, name), text);
};
file('good.cap', `${DESIGN}expect get ok under p\n`);
file('fails.cap', `${DESIGN}expect get error under p\n`);
// More replicas than are analysed.
const MANY = Array.from({ length: 25 }, (_, i) => `n${i}`).join(', ');
const UNDECIDED = `node ${MANY}\nclient k at n0\nstore big on ${MANY} { choose CP }\noperation huge: read big from k\nexpect huge ok\n`;
file('undecided.cap', UNDECIDED);
file('unjudged.cap', `${DESIGN.replace('choose AP', 'choose PA')}expect get ok under p\npartition q { a | z }\n`);
file('errors.cap', `${DESIGN}operation bad: read nothing from c\nexpect get error under p\n`);
// One copy of two that the other's client writes to: late even on the healthy network.
file('needs.cap', `${DESIGN}client d at b\noperation late: read s from d needs linearizable\n`);
file(
  'decided.cap',
  `${DESIGN.replace('AP', 'CP')}accept error on put "we wait"\naccept unknown on put "we ask again"\nexpect get error under p\n`,
);
file('sub/deep/one.cap', DESIGN);
file('sub/two.cap', DESIGN);
file('a[1].cap', DESIGN);
const check = (...args: string[]): ReturnType<typeof runCli> => runCli(['check', ...args], { cwd });

describe('exit codes', () => {
  test.each([
    [0, ['good.cap']],
    [1, ['fails.cap']],
    [1, ['needs.cap']],
    [2, ['undecided.cap']],
    [2, ['errors.cap']],
    // A failing expectation is certain, an undecided one is not.
    [1, ['fails.cap', 'undecided.cap']],
    // A statement with a mistake is left out, and an expectation may fail for that.
    [2, ['fails.cap', 'errors.cap']],
    [2, ['good.cap', 'undecided.cap']],
  ])('%i for %j', async (code, files) => {
    expect((await check(...files)).code).toBe(code);
    const json = await check('--format', 'json', ...files);
    expect(json.code).toBe(code);
    expect(JSON.parse(json.out)).toMatchObject({ summary: { exitCode: code, files: files.length } });
  });
});

describe('what the user got wrong is one sentence, on standard error, with exit code 2', () => {
  test.each([
    [['check', 'nosuch.cap'], 'netsplit: there is no file nosuch.cap.'],
    [['check', 'good.cap/x.cap'], 'netsplit: there is no file good.cap/x.cap.'],
    [['simulate', 'sub'], 'netsplit: sub is a directory: name its files, as in sub/*.cap.'],
    [['check', ''], 'netsplit: the name of a file is empty: name a design, or - for standard input.'],
    [['check', 'good.cap/'], 'netsplit: there is no file good.cap/.'],
    [
      ['check', '/dev/zero'],
      'netsplit: /dev/zero is not a regular file: pass its text on standard input, with - instead of its name.',
    ],
    [
      ['fmt', '/dev/null'],
      'netsplit: /dev/null is not a regular file: pass its text on standard input, with - instead of its name.',
    ],
    [['check', 'nosuch/*.cap'], 'netsplit: no file matches nosuch/*.cap.'],
    [['check', 'good.cap', 'x\u001b[2J.cap'], 'netsplit: there is no file x⟨U+001B⟩[2J.cap.'],
    [['check'], "netsplit: missing required argument 'file'; see netsplit check --help."],
    [
      ['check', 'good.cap', '--format', 'xml'],
      "netsplit: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, github, gitlab, junit, sarif, markdown; see netsplit check --help.",
    ],
    [['chekc'], "netsplit: unknown command 'chekc' (Did you mean check?); see netsplit --help."],
    [
      ['simulate', 'good.cap', '--trace'],
      'netsplit: --trace and --format json are about one partition: name it after --under; see netsplit simulate --help.',
    ],
    [['simulate', 'good.cap', '--under', 'q'], 'netsplit: good.cap has no partition called q: it has p.'],
    [
      ['explain', 'good.cap', '--operation', 'gte'],
      'netsplit: good.cap has no operation called gte: did you mean get? It has put, get.',
    ],
    [
      ['explain', 'unjudged.cap', '--operation', 'get'],
      'netsplit: `get` of unjudged.cap is not judged: store `s` has a mistake in line 4.',
    ],
    [
      ['timeline', 'unjudged.cap', '--operation', 'get'],
      'netsplit: `get` of unjudged.cap is not judged: store `s` has a mistake in line 4.',
    ],
    [
      ['diagram', 'unjudged.cap', '--operation', 'get'],
      'netsplit: `get` of unjudged.cap is not judged: store `s` has a mistake in line 4.',
    ],
    [
      ['simulate', 'unjudged.cap', '--under', 'q'],
      'netsplit: `q` of unjudged.cap is not judged: a mistake in line 9: There is no node, zone, router or client `z`: declare it, or correct the name.',
    ],
    [
      ['export', 'errors.cap'],
      'netsplit: errors.cap has errors, so it is not exported: see netsplit check errors.cap.',
    ],
    [
      ['export', 'undecided.cap'],
      "netsplit: undecided.cap can't be exported as promela: it has 300 links, and the export takes 16: SPIN looks at them one by one.",
    ],
    [
      ['export', 'good.cap', '--out', 'nosuch/good.pml'],
      'netsplit: there is no directory nosuch to write nosuch/good.pml into.',
    ],
    [
      ['explain', 'good.cap', '--operation', 'get', '--from', 'd'],
      'netsplit: good.cap has no client of get called d: it has c.',
    ],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await runCli(args, { cwd });
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: `${sentence}\n` });
  });
});

test('what is wrong with the options of a command leads to its help', async () => {
  const help = (await runCli(['--help'])).out;
  const names = [...help.matchAll(/^ {2}([a-z]+) (?:\[|<| )/gm)].flatMap(([, name = '']) =>
    name === 'help' ? [] : [name],
  );
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) {
    for (const args of [['--nosuch'], ['--format'], ['good.cap', 'good.cap', 'good.cap', 'good.cap', '--nosuch']]) {
      const { code, err } = await runCli([name, ...args], { cwd });
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringMatching(new RegExp(`^netsplit: .*; see netsplit ${name} --help\\.\\n$`)) as unknown,
      });
    }
  }
});

test('on a terminal, a sentence about wrong usage has lines of its width', async () => {
  const { err } = await runCli(['check', 'good.cap', '--format'], { cwd, terminal: { columns: 40 } });
  const lines = err.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(1);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
  expect(lines.join(' ')).toBe((await runCli(['check', 'good.cap', '--format'], { cwd })).err.trimEnd());
});

describe('input', () => {
  test('patterns, in order of the alphabet, each file once, and a file whose name looks like a pattern', async () => {
    const { out } = await check('sub/**/*.cap', 'sub/two.cap', 'a[1].cap', '--format', 'json');
    expect((JSON.parse(out) as { files: { file: string }[] }).files.map(({ file: name }) => name)).toEqual([
      'sub/deep/one.cap',
      'sub/two.cap',
      'a[1].cap',
    ]);
  });

  test('standard input, also with a byte order mark and Windows line ends', async () => {
    const { out, code } = await runCli(['check', '-'], { stdin: `\uFEFF${DESIGN}oops\n`.replaceAll('\n', '\r\n') });
    expect(code).toBe(2);
    expect(out).toMatch(/^<stdin>:8:1: error /m);
  });

  test('what is no text is one error', async () => {
    const { out, code } = await runCli(['check', '-'], {
      stdin: new Uint8Array([0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 255, 254]),
    });
    expect(code).toBe(2);
    expect(out).toMatch(/^<stdin>:1:1: error not-text .*\n\n1 file: no expectations; 1 error, 0 warnings\.\n$/);
  });
});

describe('text output', () => {
  test('compiler style, code frames, the places that belong to it, and a closing line', async () => {
    const { out } = await check('fails.cap');
    expect(out).toContain(`fails.cap:8:1: error expectation-fails fails: \`get\` is ok for c under partition p`);
    expect(out).toContain(`8 | expect get error under p
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  = 6:11 one replica in reach is enough
  = 4:7 store s: any on a and b, chosen AP
  = 7:11 partition p
`);
    expect(out).toMatch(/\n1 file: 0 expectations hold, 1 fails; 1 error, \d warnings?\.\n\d of 2 operations /);
  });

  test('carets stand under their words, whatever stands before them', async () => {
    const { out } = await runCli(['check', '-'], { stdin: 'node a\n\t/* \u202E東 */ node a\n' });
    expect(out).toContain(`2 |  /* ⟨U+202E⟩東 */ node a\n  | ${' '.repeat(23)}^\n`);
    expect(out).not.toContain('\u202E');
  });

  test('a very long line is shown around its mistake', async () => {
    const { out } = await runCli(['check', '-'], {
      stdin: `/*${'x'.repeat(5000)}*/ node a, a /*${'y'.repeat(5000)}*/\n`,
    });
    expect(
      Math.max(
        ...out
          .split('\n')
          .filter((line) => line.startsWith('1 |'))
          .map((line) => line.length),
      ),
    ).toBeLessThan(180);
    expect(out).toMatch(/ \| …x+\*\/ node a, a \/\*y+…\n +\| +\^\n/);
  });

  test('colours only on a terminal, and NO_COLOR, --color and --no-color are honoured', async () => {
    const coloured = async (
      args: string[],
      world: { env?: Record<string, string>; terminal?: { columns: number } },
    ): Promise<boolean> => (await runCli(args, { cwd, ...world })).out.includes('\u001b[');
    const terminal = { columns: 100 };
    expect(await coloured(['check', 'good.cap'], {})).toBe(false);
    expect(await coloured(['check', 'good.cap'], { terminal })).toBe(true);
    expect(await coloured(['check', 'good.cap'], { terminal, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await coloured(['check', 'good.cap'], { terminal, env: { TERM: 'dumb' } })).toBe(false);
    expect(await coloured(['check', 'good.cap', '--no-color'], { terminal })).toBe(false);
    expect(await coloured(['check', 'good.cap', '--color'], { env: { NO_COLOR: '1' } })).toBe(true);
    expect(await coloured(['--color', 'check', 'good.cap'], {})).toBe(true);
    expect(await coloured(['simulate', 'good.cap', '--under', 'p', '--color'], {})).toBe(true);
  });
});

describe('what check prints', () => {
  const all = ['good.cap', 'fails.cap', 'needs.cap', 'undecided.cap', 'unjudged.cap', 'errors.cap', 'decided.cap'];

  test('the text counts what the JSON counts, whatever happens to a design', async () => {
    for (const files of [...all.map((name) => [name]), all]) {
      const text = await check(...files);
      const json = JSON.parse((await check('--format', 'json', ...files)).out) as CheckJson;
      expect(countsOfText(text.out), files.join()).toEqual(countsOfJson(json));
      expect([printed(text.out, 'error'), printed(text.out, 'warning')]).toEqual([
        json.summary.errors,
        json.summary.warnings,
      ]);
    }
  });

  test('mistakes, failures and what nobody decided; with --all also what was decided', async () => {
    const { out } = await check('decided.cap');
    expect([printed(out, 'warning'), printed(out, 'hint')]).toEqual([0, 0]);
    expect(out).toMatch(/ notes? (is|are) left out: --all prints them\.\n$/);
    const everything = await check('decided.cap', '--all');
    expect(everything.out).toContain('hint op-accepted `get` errors for c');
    expect(everything.out).toContain('  = 4:7 store s: consensus on a and b, chosen CP');
    expect(everything.out).not.toContain('left out');
  });

  test('with --quiet what decides the exit code, and one line', async () => {
    expect((await check('good.cap', '--quiet')).out).toBe('1 file: 1 expectation holds; 0 errors, 0 warnings.\n');
    const failing = await check('fails.cap', 'undecided.cap', '--quiet');
    expect([printed(failing.out, 'error'), printed(failing.out, 'warning')]).toEqual([1, 1]);
    expect(await check('good.cap', '--quiet', '--all')).toMatchObject({
      code: 2,
      err: "netsplit: option '--quiet' cannot be used with option '--all'; see netsplit check --help.\n",
    });
  });

  test.each([36, 40, 60, 80, 120])('on a terminal of %i columns, no line is longer', async (columns) => {
    const { out } = await runCli(['check', ...all, '--all', '--no-color'], { cwd, terminal: { columns } });
    expect(out.split('\n').filter((line) => line.length > columns)).toEqual([]);
  });

  test('colours take no room on a terminal', async () => {
    const world = { cwd, terminal: { columns: 50 } };
    const { out } = await runCli(['check', 'fails.cap', '--color'], world);
    expect(out.replace(/\u001b\[\d+m/g, '')).toBe((await runCli(['check', 'fails.cap', '--no-color'], world)).out);
  });
});

describe('the other commands', () => {
  test('simulate', async () => {
    const { code, out } = await runCli(['simulate', 'good.cap', '--under', 'p'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Simulation: p\nUnder partition p, every operation works from every client\.\n\noperation  from  verdict/,
    );
  });

  test('simulate as Markdown', async () => {
    const { out } = await runCli(['simulate', 'good.cap', '--under', 'p', '--format', 'markdown'], { cwd });
    expect(out).toMatch(/^# Simulation: p\n/);
    expect(out).toContain('\n| operation | from | verdict ');
  });

  test('explain, from standard input, for one client', async () => {
    const { code, out } = await runCli(['explain', '-', '--operation', 'get', '--from', 'c'], { stdin: DESIGN });
    expect(code).toBe(0);
    expect(out).toMatch(/^Operation get\nRead s, from c\. It holds under any one fault\.\n/);
  });

  test('a report about a file with errors says so, and does not exit with 0', async () => {
    const { code, out, err } = await runCli(['simulate', 'errors.cap', '--under', 'p'], { cwd });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'netsplit: errors.cap has errors, so this is about a part of it only: see netsplit check errors.cap\n',
    });
    expect(out).toContain('Simulation: p');
  });

  test('export, to standard output or to a file', async () => {
    const { code, out } = await runCli(['export', '-'], { stdin: DESIGN });
    expect(code).toBe(0);
    expect(out).toMatch(/^\/\*\n \* A Netsplit design for the model checker SPIN/);
    expect(await runCli(['export', 'good.cap', '--format', 'promela', '--out', 'good.pml'], { cwd })).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/^netsplit: wrote good\.pml \(\d+ KB\)\.\n$/) as unknown,
    });
    expect(readFileSync(path.join(cwd, 'good.pml'), 'utf8')).toBe(out);
  });

  test('simulate, under every fault that matters', async () => {
    const { code, out } = await runCli(['simulate', 'good.cap'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/^All operations under all partitions\n/);
  });

  test('simulate leaves the details to --all, and names them', async () => {
    const brief = (await runCli(['simulate', 'decided.cap'], { cwd })).out;
    expect(brief).toMatch(/\n\nWith --all also: .*“The smallest cause of each worst verdict”\.\n\nLooked at: /);
    const whole = (await runCli(['simulate', 'decided.cap', '--all'], { cwd })).out;
    expect(whole).toContain('\n\nThe smallest cause of each worst verdict\noperation ');
    expect(whole).not.toContain('With --all');
  });

  test.each([40, 60, 80, 120])('a heat map fits into %i columns', async (columns) => {
    const design = readFileSync(path.resolve(import.meta.dirname, '../../samples/bank.cap'));
    const options = { cwd, stdin: design, terminal: { columns } };
    const { out } = await runCli(['simulate', '-', '--all', '--no-color'], options);
    expect(out.split('\n').filter((line) => line.length > columns || line !== line.trimEnd())).toEqual([]);
    // Every column is there, each block with its rows.
    const blocks = out.split(/\n\n/).filter((block) => /^(.*\n)*operation +from +/.test(block));
    const likely = blocks.filter((block) => !/smallest|Beyond/.test(block));
    for (const word of ['no fault', 'atlantic', 'us2', 'lost']) expect(likely.join('\n'), word).toContain(word);
    expect(likely.length > 1).toBe(columns < 120);
  });

  test('--version and --help', async () => {
    expect(await runCli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const help = await runCli(['--help']);
    expect(help.code).toBe(0);
    for (const word of ['check', 'simulate', 'explain', 'export', '--no-color']) expect(help.out).toContain(word);
    expect((await runCli(['help', 'check'])).out).toContain('Exit code 0');
    expect((await runCli([])).code).toBe(2);
  });
});
