import { describe, expect, test } from 'vitest';
import { availabilityOf } from '../../engine/availability.js';
import { exploreAll } from '../../engine/explore.js';
import { GUARANTEES } from '../../engine/guarantees/index.js';
import { type Consistency, labelOf } from '../../engine/label.js';
import type { Guarantee } from '../../model/model.js';
import { resolve } from '../../model/resolve.js';
import { compileTopology } from '../../network/topology.js';
import { parse } from '../../syntax/parse.js';
import { levelTexts, storeDesigns } from './designs.js';

/**
 * Bailis, Davidson, Fekete, Ghodsi, Hellerstein & Stoica, "Highly Available Transactions: Virtues and Limitations",
 * PVLDB 7(3), 2014, table 3: every row. With the guarantee or the label for it here; rows without one are about several
 * objects at once or about orders that the language does not have. "Recency bounds" are unavailable there; sequential
 * consistency, which the table leaves out, is so on Jepsen's map of consistency models.
 */
const TABLE_3: readonly {
  readonly model: string;
  readonly availability: Availability;
  readonly here?: Guarantee | 'label regular';
}[] = [
  { model: 'Read Uncommitted', availability: 'total' },
  { model: 'Read Committed', availability: 'total' },
  { model: 'Monotonic Atomic View', availability: 'total' },
  { model: 'Item Cut Isolation', availability: 'total' },
  { model: 'Predicate Cut Isolation', availability: 'total' },
  { model: 'Writes Follow Reads', availability: 'total' },
  { model: 'Monotonic Reads', availability: 'total', here: 'monotonic-reads' },
  { model: 'Monotonic Writes', availability: 'total' },
  { model: 'Read Your Writes', availability: 'sticky', here: 'read-your-writes' },
  { model: 'PRAM', availability: 'sticky' },
  { model: 'Causal', availability: 'sticky', here: 'causal' },
  { model: 'Cursor Stability', availability: 'unavailable' },
  { model: 'Snapshot Isolation', availability: 'unavailable' },
  { model: 'Repeatable Read', availability: 'unavailable' },
  { model: 'One-Copy Serializability', availability: 'unavailable' },
  { model: 'Recency', availability: 'unavailable', here: 'bounded' },
  { model: 'Safe', availability: 'unavailable' },
  { model: 'Regular', availability: 'unavailable', here: 'label regular' },
  { model: 'Linearizability', availability: 'unavailable', here: 'linearizable' },
  { model: 'Strong One-Copy Serializability', availability: 'unavailable' },
];
type Availability = (typeof GUARANTEES)[Guarantee]['availability'];

test('the availability of the guarantees is that of table 3', () => {
  const rows = TABLE_3.flatMap(({ availability, here }) =>
    here === undefined || here === 'label regular' ? [] : [[here, availability] as const],
  );
  expect(rows.map(([name]) => [name, GUARANTEES[name].availability])).toEqual(rows);
  expect(Object.keys(GUARANTEES).filter((name) => !rows.some(([row]) => row === name))).toEqual([
    'sequential',
    'eventual',
  ]);
  expect(GUARANTEES.sequential.availability).toBe('unavailable');
  // Table 3 has no eventual consistency; Vogels, CACM 52(1), 2009, defines it by what is answered everywhere.
  expect(GUARANTEES.eventual.availability).toBe('total');
});

/** A client that reaches each of two replicas; its links and the link between the replicas may be cut. */
const ROAMING =
  'node a, b\nclient c\nlink c -- a 1ms\nlink c -- b 2ms\nlink a -- b 1ms\nclient other at b\nexplore all links';

interface Found {
  readonly text: string;
  readonly given: ReadonlySet<Guarantee>;
  readonly isTotal: boolean;
  /** The consistency of the reads of c. */
  readonly consistency: Consistency | undefined;
}

/**
 * For every design: the guarantees of the reads of c, and whether c's reads and writes are answered whenever c reaches
 * a replica.
 */
function found(): Found[] {
  return storeDesigns(['a', 'b']).flatMap(({ scheme, clauses }) =>
    levelTexts(scheme, 'read', 2).flatMap((read) =>
      levelTexts(scheme, 'write', 2).map((write) => {
        const text = `${ROAMING}\nstore s on a, b { ${clauses} }\noperation w: write s from c, other ${write}\noperation r: read s from c ${read} needs linearizable, sequential, causal, read-your-writes, monotonic-reads, bounded 1s, eventual`;
        const { model, diagnostics } = resolve(parse(text));
        expect(
          diagnostics.filter(({ severity }) => severity === 'error'),
          text,
        ).toEqual([]);
        const { clients, needs } = exploreAll(model);
        const c = model.vertices.findIndex(({ name }) => name === 'c');
        const isTotal =
          availabilityOf(
            model,
            compileTopology(model),
            clients.filter(({ client }) => client === c),
          ) === 'total';
        const { consistency } = labelOf(
          model,
          compileTopology(model),
          1,
          clients.filter(({ operation }) => operation === 1),
        );
        return {
          text,
          isTotal,
          consistency,
          given: new Set(needs.filter(({ status }) => status === 'given').map(({ guarantee }) => guarantee)),
        };
      }),
    ),
  );
}

describe('designs of two replicas, every scheme and level', () => {
  let known: readonly Found[] | undefined;
  // Computed at the first use, so that a run of other tests does not wait for it.
  const designs = (): readonly Found[] => (known ??= found());

  test('what is unavailable or sticky is never given to a client that is answered wherever it reaches a replica', () => {
    const strong: readonly Guarantee[] = ['linearizable', 'sequential', 'causal', 'read-your-writes'];
    const wrong = designs().filter(({ isTotal, given }) => isTotal && strong.some((guarantee) => given.has(guarantee)));
    expect(wrong.map(({ text, given }) => `${text} ${[...given].join()}`)).toEqual([]);
  });

  test('reads that never miss an acknowledged write, regular ones too, are not answered wherever a replica is reached', () => {
    const regular = designs().filter(({ consistency }) => consistency === 'regular' || consistency === 'linearizable');
    expect(regular.length).toBeGreaterThan(20);
    expect(regular.filter(({ isTotal }) => isTotal).map(({ text }) => text)).toEqual([]);
  });

  test('each of them can be given, and total availability can be had', () => {
    for (const guarantee of [
      'linearizable',
      'sequential',
      'causal',
      'read-your-writes',
      'monotonic-reads',
      'bounded',
      'eventual',
    ] as const) {
      expect(designs().filter(({ given }) => given.has(guarantee)).length, guarantee).toBeGreaterThan(3);
    }
    expect(designs().filter(({ isTotal }) => isTotal).length).toBeGreaterThan(20);
  });

  test('what is totally available goes with total availability: eventual consistency', () => {
    expect(designs().some(({ isTotal, given }) => isTotal && given.has('eventual'))).toBe(true);
  });
});

// Section 5.1.3: "sticky": clients that stay with one replica read their writes, and are refused only if it is out of
// reach.
test('a client that is pinned to one replica reads its writes and never goes back', () => {
  const pinned = ROAMING.replace('client c', 'client c via a');
  const { model } = resolve(
    parse(
      `${pinned}\nstore s on a, b { choose AP }\noperation w: write s from c, other\noperation r: read s from c needs read-your-writes, monotonic-reads`,
    ),
  );
  const { clients, needs } = exploreAll(model);
  expect(needs.map(({ status }) => status)).toEqual(['given', 'given']);
  const c = model.vertices.findIndex(({ name }) => name === 'c');
  expect(
    availabilityOf(
      model,
      compileTopology(model),
      clients.filter(({ client }) => client === c),
    ),
  ).toBe('sticky');
});
