import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exploreAll } from '../../engine/explore.js';
import type { ClientResult } from '../../engine/facts.js';
import { analyze } from '../../analyze.js';
import type { FaultFamily, Model } from '../../model/model.js';
import { type Cause, causeSize, HEALTHY } from '../../network/fault.js';
import { compareUnaware, compareUnder, keyOf } from '../againstNaive.js';
import { budgetOf, seedsOf } from '../budget.js';
import { KEYS, type Key, naiveOutcomes } from './naive.js';
import { showsWhatIsDiscarded } from '../discarding.js';
import { faultsOf, partitionsOf, toBreak } from '../faults.js';
import { capFence, models, toCap } from './randomModel.js';
import { EMPTY_FAMILY } from '../../model/family.js';

/**
 * The fast engine against the naive engine, on random small designs. A difference is shrunk and printed as a `.cap`
 * file.
 */
const { naive: RUNS } = budgetOf(process.env);
const SEEDS = seedsOf(20181021, process.env);
// Only a test that hangs takes this long: a busy machine takes several times as long as an idle one.
const TIMEOUT_MS = 60_000 + RUNS * 10_000;

console.log(`designs are drawn with the seeds ${SEEDS.join(' and ')}, ${RUNS} of each`);

function compare(property: (model: Model) => void, designs: fc.Arbitrary<Model>): void {
  for (const seed of SEEDS) {
    fc.assert(
      fc.property(designs, (model) => {
        try {
          property(model);
        } catch (error) {
          throw new Error(`${capFence(toCap(model))}\n${error instanceof Error ? error.message : String(error)}`, {
            cause: error,
          });
        }
      }),
      { seed, numRuns: RUNS },
    );
  }
}

describe('the engine and the naive one find the same', () => {
  test('under each fault: all cuts, one-way cuts, stopped nodes, lost zones, isolated nodes, zones and pairs apart, named partitions', {
    timeout: TIMEOUT_MS,
  }, () => {
    const families: readonly FaultFamily[] = [
      { ...EMPTY_FAMILY, links: 'all' },
      { ...EMPTY_FAMILY, oneWays: 2 },
      { ...EMPTY_FAMILY, links: 1, nodes: 1, zones: 1 },
      { ...EMPTY_FAMILY, links: 1, isolated: 1, apart: 1 },
      { ...EMPTY_FAMILY, oneWays: 1, pairs: 2 },
      { ...EMPTY_FAMILY, links: 1, destroyedNodes: 2 },
      { ...EMPTY_FAMILY, nodes: 1, destroyedZones: 1 },
    ];
    compare(
      (model) => {
        for (const cause of [...families.flatMap((family) => faultsOf(model, family)), ...partitionsOf(model)]) {
          compareUnder(model, cause, 'settled');
        }
      },
      models({ mostLinks: 6 }),
    );
  });

  test('before everybody has noticed', { timeout: TIMEOUT_MS }, () => {
    compare(
      (model) => {
        for (const cause of [
          ...faultsOf(model, { ...EMPTY_FAMILY, links: 'all' }),
          ...faultsOf(model, { ...EMPTY_FAMILY, oneWays: 1, nodes: 1 }),
          ...faultsOf(model, { ...EMPTY_FAMILY, isolated: 1, pairs: 1 }),
          ...faultsOf(model, { ...EMPTY_FAMILY, oneWays: 1, destroyedNodes: 1 }),
        ]) {
          compareUnder(model, cause, 'detecting');
        }
      },
      models({ mostLinks: 6 }),
    );
  });

  test('of the requests that meet somebody who has not noticed', { timeout: TIMEOUT_MS }, () => {
    compare(
      (model) => {
        for (const cause of [
          ...faultsOf(model, { ...EMPTY_FAMILY, links: 'all' }),
          ...faultsOf(model, { ...EMPTY_FAMILY, oneWays: 1, nodes: 1 }),
          ...partitionsOf(model),
        ])
          compareUnaware(model, cause);
      },
      models({ mostLinks: 5 }),
    );
  });

  test('where a read can show a write that is discarded, in both phases', { timeout: TIMEOUT_MS }, () => {
    compare(
      (model) => {
        for (const cause of [
          ...faultsOf(model, { ...EMPTY_FAMILY, links: 'all' }),
          ...faultsOf(model, { ...EMPTY_FAMILY, oneWays: 1, nodes: 1 }),
          ...partitionsOf(model),
        ]) {
          compareUnder(model, cause, 'settled');
          compareUnder(model, cause, 'detecting');
        }
      },
      models({ mostLinks: 5 }).filter(showsWhatIsDiscarded),
    );
  });

  test('over all faults: in how many each verdict occurs, and the size of its smallest cause', {
    timeout: TIMEOUT_MS,
  }, () => {
    compare(
      (model) => {
        const singles = [
          ...(model.families.every(({ links }) => links === 0) ? [HEALTHY] : []),
          ...partitionsOf(model),
        ];
        const faults = [...model.families.flatMap((family) => faultsOf(model, family)), ...singles];
        const naive = faults.map((cause) => ({ cause, outcomes: naiveOutcomes(model, toBreak(model, cause)) }));
        const all = exploreAll(model).clients;
        all.forEach((client, i) =>
          expect(countsOf(client)).toEqual(
            naiveCounts(naive.map(({ cause, outcomes }) => ({ cause, keys: outcomes[i]?.keys }))),
          ),
        );
      },
      models({ mostLinks: 7 }),
    );
  });

  test('a drawn design is what its text says', { timeout: TIMEOUT_MS }, () => {
    compare((model) => {
      const { resolved } = analyze(toCap(model));
      expect(resolved.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(resolved.model).toEqual(model);
    }, models());
  });
});

/** Designs with a difference once. */
const FOUND = {
  'a leader that stays lets a request for all copies wait, also with step-down': `node n1, n2, n3
client c at n2
link n2 -- n1
store s on n2, n3, n1 { replicate consensus relay step-down; on partition wait 5s }
operation put: write s from c level all
operation look: read s from c level all
`,
  'a replica with a majority acts alike before and after it has noticed': `zone z { node n1, n2, n3 }
client c at n2
store s on n1, n2, n3 { choose CP; replicate any }
operation look: read s from c
operation put: write s from c
`,
};

test.each(Object.entries(FOUND))('%s', (_, text) => {
  const { model } = analyze(text).resolved;
  const families = [{ links: 2 }, { oneWays: 1 }, { nodes: 1 }, { destroyedNodes: 1 }];
  for (const cause of families.flatMap((family) => faultsOf(model, { ...EMPTY_FAMILY, ...family }))) {
    compareUnder(model, cause, 'settled');
    compareUnder(model, cause, 'detecting');
    compareUnaware(model, cause);
  }
});

interface Count {
  readonly faults: number;
  /** The size of the smallest cause; named partitions do not count. */
  readonly size: number | undefined;
}

function countsOf({ findings }: ClientResult): Partial<Record<Key, Count>> {
  return Object.fromEntries(
    findings.map(({ outcome, cause, faults }) => [
      keyOf(outcome),
      { faults: Number(faults), size: cause.partition === undefined ? causeSize(cause) : undefined },
    ]),
  );
}

function naiveCounts(
  found: readonly { readonly cause: Cause; readonly keys: readonly Key[] | 'silent' | undefined }[],
): Partial<Record<Key, Count>> {
  const counts: Partial<Record<Key, Count>> = {};
  for (const key of KEYS) {
    if (key === 'ok') continue;
    const where = found.filter(({ keys }) => Array.isArray(keys) && keys.includes(key));
    const sizes = where.flatMap(({ cause }) => (cause.partition === undefined ? [causeSize(cause)] : []));
    if (where.length > 0)
      counts[key] = { faults: where.length, size: sizes.length > 0 ? Math.min(...sizes) : undefined };
  }
  return counts;
}
