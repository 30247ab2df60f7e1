import { expect, test } from 'vitest';
import { analyze, AS_IN_TABLE, run } from '#core';
import { Snapshot } from './snapshot.js';

const TEXT = 'node a, b\nlink a -- b\nclient k at a\nstore s on a, b { choose CP }\noperation w: write s from k\n';

// A new mistake is told first, without any results, and all of them right after it.
test('what is found in results is not found again after the mistakes alone were asked for', () => {
  const { resolved, results } = analyze(TEXT);
  const project = {
    path: 'a.cap',
    read: () => ({ kind: 'missing' }) as const,
    today: '2026-01-01',
    isAwaited: () => false,
    uriOf: (path: string) => path,
    keyOf: (path: string) => path,
    designs: () => ({ paths: [], isAll: true }),
  };
  const snapshot = new Snapshot('file:///a.cap', 1, resolved, project);
  const all = snapshot.diagnostics(results, AS_IN_TABLE);
  expect(all.map(({ code }) => code)).toEqual(['op-error']);
  const judged = run(snapshot.judgedInSteps(results));
  expect(snapshot.diagnostics(undefined, AS_IN_TABLE)).toEqual([]);
  expect(run(snapshot.judgedInSteps(results))).toBe(judged);
  expect(run(snapshot.judgedInSteps({ ...results }))).not.toBe(judged);
  expect(run(snapshot.judgedInSteps(results))).not.toBe(judged);
});
