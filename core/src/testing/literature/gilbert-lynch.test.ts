import { expect, test } from 'vitest';
import { verdictsUnder } from '../../engine/under.js';
import type { Outcome } from '../../engine/facts.js';
import { resolve } from '../../model/resolve.js';
import { HEALTHY } from '../../network/fault.js';
import { parse } from '../../syntax/parse.js';
import { levelTexts, storeDesigns } from './designs.js';

/**
 * Gilbert & Lynch, "Brewer's conjecture and the feasibility of consistent, available, partition-tolerant web services",
 * SIGACT News 33(2), 2002, theorem 1: two nodes, all messages between them are lost, one writes, the other reads. With
 * any algorithm, one of the two gets no answer, or the read misses the write.
 */
test('two nodes, one link, cut: no design answers a write and a read on both sides without a stale read', () => {
  const kept = { consistent: 0, available: 0 };
  for (const { scheme, clauses } of storeDesigns(['a', 'b'])) {
    for (const read of levelTexts(scheme, 'read', 2)) {
      for (const write of levelTexts(scheme, 'write', 2)) {
        const text = `node a, b\nlink a -- b\nclient atA at a\nclient atB at b\nstore s on a, b { ${clauses} }\noperation w: write s from atA, atB ${write}\noperation r: read s from atA, atB ${read}`;
        const { model, diagnostics } = resolve(parse(text));
        expect(
          diagnostics.filter(({ severity }) => severity === 'error'),
          text,
        ).toEqual([]);
        const outcomes = verdictsUnder(model, { ...HEALTHY, links: [0] }).flatMap(({ verdict }) => verdict.outcomes);
        const has = (...verdicts: readonly Outcome['verdict'][]): boolean =>
          outcomes.some(({ verdict }) => verdicts.includes(verdict));
        const available = !has('error', 'unknown');
        const consistent = !has('stale');
        expect(available && consistent, text).toBe(false);
        if (available) kept.available++;
        if (consistent) kept.consistent++;
      }
    }
  }
  // Each of the two alone is possible.
  expect(kept.available).toBeGreaterThan(20);
  expect(kept.consistent).toBeGreaterThan(20);
});

// The proof needs both: a write on the one side, a read on the other.
test('where nobody writes on the other side, a copy that is cut off stays right', () => {
  const { model } = resolve(
    parse(
      'node a, b\nlink a -- b\nclient atB at b\nstore s on a, b { choose AP }\noperation w: write s from atB\noperation r: read s from atB',
    ),
  );
  expect(verdictsUnder(model, { ...HEALTHY, links: [0] }).map(({ verdict }) => verdict.outcomes[0]?.verdict)).toEqual([
    'ok',
    'ok',
  ]);
});

/**
 * Section 3.2, "solutions in the asynchronous model": any two of the three are possible. The verdicts with `links` cut,
 * of a client on each side, which writes and reads.
 */
function verdicts(nodes: string, store: string, links: readonly number[]): string[] {
  const { model, diagnostics } = resolve(
    parse(
      `node ${nodes}\nlink a -- b\nclient atA at a\nclient atB at b\nstore s ${store}\noperation w: write s from atA, atB\noperation r: read s from atA, atB`,
    ),
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return verdictsUnder(model, { ...HEALTHY, links }).map(({ verdict }) =>
    verdict.outcomes.map(({ verdict: one }) => one).join('+'),
  );
}

test('atomic and partition tolerant: one designated node keeps the value, and the other side gets no answer', () => {
  expect(verdicts('a, b', 'on a { choose CP }', [0])).toEqual(['ok', 'error', 'ok', 'error']);
});

test('atomic and available: without a partition the same node answers everybody', () => {
  expect(verdicts('a, b', 'on a { choose CP }', [])).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect(verdicts('a, b', 'on a, b { choose CP }', [])).toEqual(['ok', 'ok', 'ok', 'ok']);
});

test('available and partition tolerant: each side answers what it has, as a web cache does', () => {
  expect(verdicts('a, b', 'on a, b { choose AP }', [0])).toEqual(['conflict', 'conflict', 'stale', 'stale']);
});
