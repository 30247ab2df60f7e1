import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { codeLenses } from './codeLenses.js';
import type { Memory } from './known.js';

const DESIGN = `node a, b
link a -- b
client app at a
store s on a, b { choose CP }
operation get: read s from app
partition p { a | b }
expect get error under p
expect get ok under p
`;

function shown(text: string, memory: (of: ReturnType<typeof analyze>) => Memory): readonly string[] {
  const analysed = analyze(text);
  return codeLenses(analysed.resolved, memory(analysed)).map(
    ({ span, title, action }) =>
      `${text.slice(span.start, span.end).split(' ')[0] ?? ''} → ${action?.kind ?? 'nothing'}: ${title}`,
  );
}

test('operations, expectations, partitions and the whole file', () => {
  const found = shown(DESIGN, ({ results }) => ({ kind: 'current', results }));
  expect(found).toEqual([
    ' → expectations: run all expectations',
    ' → all: simulate all',
    ' → diagram: open diagram',
    'get → explain: error under partition p · expected · show',
    'get → timeline: timeline',
    'p → partition: simulate',
    expect.stringMatching(/^expect → expectations: fails: `get` errors for app under partition p: /),
  ]);
});

test('what holds has none, and neither has what is not known yet; what was known stays, marked', () => {
  const current = shown(DESIGN, ({ results }) => ({ kind: 'current', results }));
  const nothing = shown(DESIGN, () => ({ kind: 'nothing' }));
  expect(nothing).toHaveLength(current.length - 1);
  expect(nothing[3]).toBe('get → explain: … · show');
  const known = analyze(DESIGN);
  const older = codeLenses(resolve(parse(DESIGN.replace('link a -- b', 'link a -- b 5ms'))), {
    kind: 'older',
    known,
  }).map(({ title }) => title);
  expect(older).toHaveLength(current.length);
  expect(older[3]).toBe('error under partition p · expected · … · show');
  expect(older[6]).toMatch(/^fails: .* …$/);
  const added = codeLenses(resolve(parse(`${DESIGN}operation put: write s from app\n`)), { kind: 'older', known }).map(
    ({ title }) => title,
  );
  expect(added.at(-2)).toBe('… · show');
});

test('a topology has its picture, and a file that declares nothing has none', () => {
  expect(shown('node a\n', ({ results }) => ({ kind: 'current', results }))).toEqual([' → diagram: open diagram']);
  expect(shown('// to be written\n', ({ results }) => ({ kind: 'current', results }))).toEqual([]);
});

test('what makes no sense for the moment keeps its line, and says why it is not judged', () => {
  const current = shown(DESIGN, ({ results }) => ({ kind: 'current', results })).map((line) => line.split(' → ')[0]);
  const typing = shown(DESIGN.replace('store s', 'store sss'), ({ results }) => ({ kind: 'current', results }));
  expect(typing).toContain(' → expectations: run all expectations');
  expect(typing.filter((line) => line.includes('not judged'))).toEqual([
    expect.stringMatching(/^get → nothing: not judged: a mistake in line 5: /),
    'expect → nothing: not judged: operation `get` has a mistake in line 5',
    'expect → nothing: not judged: operation `get` has a mistake in line 5',
  ]);
  expect(new Set(typing.map((line) => line.split(' → ')[0]))).toEqual(new Set(current));
  expect(
    shown(DESIGN.replace('{ a | b }', '{ a | z }'), ({ results }) => ({ kind: 'current', results })),
  ).toContainEqual(expect.stringMatching(/^p → nothing: not judged: a mistake in line 6: /));
});

test('titles have one line', () => {
  const titles = shown(DESIGN.replaceAll('app', `"a\\n${'x'.repeat(300)}"`), ({ results }) => ({
    kind: 'current',
    results,
  }));
  expect(titles.every((title) => !/[\r\n]/.test(title) && title.length < 200)).toBe(true);
});
