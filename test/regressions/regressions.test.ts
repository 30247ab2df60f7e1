// Every design of this folder was once found by chance to be judged wrongly, by one engine or the other. Engine, naive
// engine and simulator agree on each, under all its faults. `npm run test:all` puts what it finds here.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../core/src/analyze.js';
import { verdictsUnder } from '../../core/src/engine/explore.js';
import type { FaultFamily } from '../../core/src/model/model.js';
import { faultsOf, partitionsOf, toBreak } from '../../core/src/testing/faults.js';
import { type Key, KEYS, type NaiveOutcome, naiveOutcomes } from '../../core/src/testing/naive/naive.js';
import { compareDesign, counts } from '../../core/src/testing/simulated/compare.js';

const FAMILIES: readonly FaultFamily[] = [
  { links: 'all', oneWays: 0, nodes: 0, zones: 0 },
  { links: 0, oneWays: 2, nodes: 0, zones: 0 },
  { links: 1, oneWays: 0, nodes: 1, zones: 1 },
];

const folder = import.meta.dirname;
const designs = readdirSync(folder).filter((name) => name.endsWith('.cap'));

test.each(designs)('%s', (name) => {
  const { model, diagnostics } = analyze(readFileSync(`${folder}/${name}`, 'utf8')).resolved;
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const cause of [...FAMILIES.flatMap((family) => faultsOf(model, family)), ...partitionsOf(model)]) {
    for (const phase of ['settled', 'detecting'] as const) {
      const fast = verdictsUnder(model, cause).map(({ operation, client, verdict, whileDetecting }) => {
        const outcomes = phase === 'settled' ? verdict.outcomes : [...verdict.outcomes, ...whileDetecting];
        const found = outcomes.map(({ verdict: one, howLong }) => (howLong === undefined ? one : `${one}/${howLong}`));
        const keys: readonly Key[] | 'silent' = verdict.silent ? 'silent' : KEYS.filter((key) => found.includes(key));
        return { operation, client, keys };
      });
      // `ok` while detecting goes without saying where something else can happen.
      const said = (one: NaiveOutcome): NaiveOutcome => {
        const { keys } = one;
        return keys === 'silent' || phase === 'settled' ? one : { ...one, keys: keys.filter((key) => key !== 'ok') };
      };
      const naive = naiveOutcomes(model, toBreak(model, cause), phase);
      expect(fast.map(said), `${phase}, ${JSON.stringify(cause)}`).toEqual(naive.map(said));
    }
  }
  for (const phase of ['settled', 'detecting'] as const) {
    const count = counts();
    compareDesign(phase, model, count);
    expect(count.asked).toBeGreaterThan(count.leftOut);
  }
});
