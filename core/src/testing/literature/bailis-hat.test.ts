import { describe, expect, test } from 'vitest';
import { availabilityOf } from '../../engine/availability.js';
import { exploreAll } from '../../engine/explore.js';
import { GUARANTEES } from '../../engine/guarantees/index.js';
import type { Guarantee } from '../../model/model.js';
import { resolve } from '../../model/resolve.js';
import { compileTopology } from '../../network/topology.js';
import { parse } from '../../syntax/parse.js';
import { levelTexts, storeDesigns } from './designs.js';

/**
 * Bailis, Davidson, Fekete, Ghodsi, Hellerstein & Stoica, "Highly Available Transactions: Virtues and Limitations", PVLDB 7(3), 2014, table 3, as far as it speaks of single
 * objects. "Recency bounds" are unavailable there; sequential consistency, which the table leaves out, is so on Jepsen's map of consistency models.
 */
const TABLE_3: Readonly<Record<Exclude<Guarantee, 'eventual' | 'sequential'>, 'total' | 'sticky' | 'unavailable'>> = {
  'monotonic-reads': 'total',
  'read-your-writes': 'sticky',
  causal: 'sticky',
  bounded: 'unavailable',
  linearizable: 'unavailable',
};

test('the availability of the guarantees is that of table 3', () => {
  expect(Object.fromEntries(Object.keys(TABLE_3).map((name) => [name, GUARANTEES[name as keyof typeof TABLE_3].availability]))).toEqual(TABLE_3);
  expect(GUARANTEES.sequential.availability).toBe('unavailable');
  expect(GUARANTEES.eventual.availability).toBe('total');
});

/** A client that can get to either of two replicas, one of its ways may be cut, and so may theirs. */
const ROAMING = 'node a, b\nclient c\nlink c -- a 1ms\nlink c -- b 2ms\nlink a -- b 1ms\nclient other at b\nexplore all links';

interface Found {
  readonly text: string;
  readonly given: ReadonlySet<Guarantee>;
  readonly isTotal: boolean;
}

/** Every design: what is given to the reads of c, and whether c's reads and writes are answered wherever it reaches a replica. */
function found(): Found[] {
  return storeDesigns(['a', 'b']).flatMap(({ scheme, clauses }) =>
    levelTexts(scheme, 'read', 2).flatMap((read) =>
      levelTexts(scheme, 'write', 2).map((write) => {
        const text = `${ROAMING}\nstore s on a, b { ${clauses} }\noperation w: write s from c, other ${write}\noperation r: read s from c ${read} needs linearizable, sequential, causal, read-your-writes, monotonic-reads, bounded 1s, eventual`;
        const { model, diagnostics } = resolve(parse(text));
        expect(diagnostics.filter(({ severity }) => severity === 'error'), text).toEqual([]);
        const { clients, needs } = exploreAll(model);
        const c = model.vertices.findIndex(({ name }) => name === 'c');
        const isTotal = availabilityOf(model, compileTopology(model), clients.filter(({ client }) => client === c)) === 'total';
        return { text, isTotal, given: new Set(needs.filter(({ status }) => status === 'given').map(({ guarantee }) => guarantee)) };
      }),
    ),
  );
}

describe('designs of two replicas, every scheme and level', () => {
  const designs = found();

  test('what is unavailable or sticky is never given to a client that is answered wherever it reaches a replica', () => {
    const strong: readonly Guarantee[] = ['linearizable', 'sequential', 'causal', 'read-your-writes'];
    const wrong = designs.filter(({ isTotal, given }) => isTotal && strong.some((guarantee) => given.has(guarantee)));
    expect(wrong.map(({ text, given }) => `${text} ${[...given].join()}`)).toEqual([]);
  });

  test('each of them can be given, and total availability can be had', () => {
    for (const guarantee of ['linearizable', 'sequential', 'causal', 'read-your-writes', 'monotonic-reads', 'bounded', 'eventual'] as const) {
      expect(designs.filter(({ given }) => given.has(guarantee)).length, guarantee).toBeGreaterThan(3);
    }
    expect(designs.filter(({ isTotal }) => isTotal).length).toBeGreaterThan(20);
  });

  test('what is totally available goes with total availability: eventual consistency', () => {
    expect(designs.some(({ isTotal, given }) => isTotal && given.has('eventual'))).toBe(true);
  });
});

// Section 5.1.3: "sticky": clients that stay with one replica read their writes, and are refused only where it is out of reach.
test('a client that is pinned to one replica reads its writes and never goes back', () => {
  const pinned = ROAMING.replace('client c', 'client c via a');
  const { model } = resolve(parse(`${pinned}\nstore s on a, b { choose AP }\noperation w: write s from c, other\noperation r: read s from c needs read-your-writes, monotonic-reads`));
  const { clients, needs } = exploreAll(model);
  expect(needs.map(({ status }) => status)).toEqual(['given', 'given']);
  const c = model.vertices.findIndex(({ name }) => name === 'c');
  expect(availabilityOf(model, compileTopology(model), clients.filter(({ client }) => client === c))).toBe('sticky');
});
