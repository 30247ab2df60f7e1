import { expect, test } from 'vitest';
import { progressOf } from './progress.js';

test('a run of more than a second says how far it is, a few times a second, and the line is gone afterwards', () => {
  const shown: string[] = [];
  let now = 0;
  const progress = progressOf({ status: { now: () => now, show: (line: string) => shown.push(line) } }, 'a.cap');
  for (const [at, done] of [
    [500, 1],
    [1000, 2],
    [1100, 3],
    [1200, 4],
  ] as const) {
    now = at;
    const explored = [
      { text: 'all 4 cuts of 2 links', faults: '4', complete: true, foundBy: { way: 'enumeration' as const, runs: 1 } },
    ];
    progress.watch({ done, total: 5, ...(done > 2 ? { explored } : {}) });
  }
  progress.end();
  expect(shown).toEqual([
    'a.cap: 2 of 5 questions answered, 1 s',
    'a.cap: 4 of 5 questions answered under all 4 cuts of 2 links, 1 s',
    '',
  ]);
});

test('a short run, and one without a terminal, say nothing', () => {
  const shown: string[] = [];
  const short = progressOf({ status: { now: () => 0, show: (line: string) => shown.push(line) } }, 'a.cap');
  short.watch({ done: 1, total: 2 });
  short.end();
  const piped = progressOf({ status: undefined }, 'a.cap');
  piped.watch({ done: 1, total: 2 });
  piped.end();
  expect(shown).toEqual([]);
});
