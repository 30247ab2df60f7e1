import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { inlayHints } from './inlayHints.js';
import type { Memory } from './known.js';

const DESIGN = `explore all links
node a, b, c
mesh a, b, c 1ms
client app at a
store strict on a, b, c { choose CP }
store loose on a, b { choose AP }
operation get: read strict from app
operation put: write loose from app // behind
operation both from app {
  write loose
  read strict
}
`;

/** Each hint with the line at whose end it stands. */
function shown(text: string, memory?: Memory): readonly string[] {
  const { resolved, results } = analyze(text);
  return inlayHints(resolved, memory ?? { kind: 'current', results }).map(
    ({ offset, label }) => `${text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)} ‹${label}›`,
  );
}

describe('inlay hints', () => {
  test('the verdict of each operation stands behind its line', () => {
    const hints = shown(DESIGN);
    expect(hints.map((hint) => hint.replace(/ ‹.*/, ''))).toEqual([
      'operation get: read strict from app',
      'operation put: write loose from app // behind',
      'operation both from app {',
    ]);
    expect(hints[0]).toMatch(/‹error · a isolated›$/);
  });

  test('of a part of the text, those of the operations that it touches', () => {
    const { resolved, results } = analyze(DESIGN);
    const at = DESIGN.indexOf('operation put');
    const labelled = inlayHints(resolved, { kind: 'current', results }, { start: at + 3, end: at + 5 });
    expect(labelled.map(({ action }) => action.kind === 'timeline' && action.operation)).toEqual([1]);
    const all = inlayHints(resolved, { kind: 'current', results }, { start: 0, end: DESIGN.length });
    expect(all).toEqual(inlayHints(resolved, { kind: 'current', results }));
  });

  test('how far an ok holds', () => {
    expect(shown('node a\nclient c at a\nstore s on a { choose CP }\noperation get: read s from c')).toEqual([
      'operation get: read s from c ‹ok · any 1 fault›',
    ]);
  });

  test('what is accepted is no problem', () => {
    const { resolved, results } = analyze(`${DESIGN}accept error on get "fine"\n`);
    const [hint] = inlayHints(resolved, { kind: 'current', results });
    expect(hint).toMatchObject({ label: 'error · a isolated', isProblem: false });
    const [open] = inlayHints(analyze(DESIGN).resolved, { kind: 'current', results: analyze(DESIGN).results });
    expect(open?.isProblem).toBe(true);
  });

  test('each leads to the run of what it says; one of an older text to the worst of the present one', () => {
    const { resolved, results } = analyze(`${DESIGN}client far at c\noperation two: read loose from far, app\n`);
    const hints = inlayHints(resolved, { kind: 'current', results });
    expect(hints.at(-1)).toMatchObject({
      label: 'stale · a isolated',
      action: { kind: 'timeline', operation: 3, run: { cause: { links: [0, 1] }, outcome: { verdict: 'stale' } } },
    });
    const older = inlayHints(resolved, { kind: 'older', known: { resolved, results } });
    expect(older.map(({ action }) => action)).toEqual(
      [0, 1, 2, 3].map((operation) => ({ kind: 'timeline', operation, run: undefined })),
    );
  });

  test('of several links that do the same the first is told', () => {
    const text =
      'explore all links\nnode a, b, c\nlink a -- b\nlink b -- c\nlink a -- c\nclient x at a via a\nstore t on a, b, c { replicate quorum R=3 W=3 }\noperation get: read t from x';
    expect(shown(text)).toEqual(['operation get: read t from x ‹error · a–b cut›']);
  });

  test('without results there are none; older ones are marked, by name', () => {
    const { resolved, results } = analyze(DESIGN);
    expect(inlayHints(resolved, { kind: 'nothing' })).toEqual([]);
    const now = resolve(parse(DESIGN.replace('operation get: read strict from app\n', '').replace('1ms', '2ms')));
    const older = inlayHints(now, { kind: 'older', known: { resolved, results } });
    expect(older).toHaveLength(2);
    expect(older.every(({ label }) => label.endsWith(' …'))).toBe(true);
  });

  test('names of the file mean nothing in the tooltip, and labels have one line', () => {
    const { resolved, results } = analyze(DESIGN.replaceAll('app', '"[x](command:y)\\n<b>"'));
    for (const { label, tooltip } of inlayHints(resolved, { kind: 'current', results })) {
      expect(label).not.toMatch(/[\r\n]/);
      expect(tooltip).not.toContain('[x](');
      expect(tooltip).not.toContain('<b>');
    }
  });
});
