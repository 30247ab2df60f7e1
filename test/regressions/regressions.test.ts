// Every design of this folder was once found by chance to be judged wrongly, by one engine or the other. Engine and
// naive engine agree on each, under all its different faults, and so do engine and simulator (simulated.test.ts).
// `npm run test:all` puts what it finds here.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../core/src/analyze.js';
import type { FaultFamily } from '../../core/src/model/model.js';
import { compareUnaware, compareUnder } from '../../core/src/testing/againstNaive.js';
import { differentFaults } from '../../core/src/testing/simulated/signature.js';
import { EMPTY_FAMILY } from '../../core/src/model/family.js';

const FAMILIES: readonly FaultFamily[] = [
  { ...EMPTY_FAMILY, links: 'all' },
  { ...EMPTY_FAMILY, oneWays: 2 },
  { ...EMPTY_FAMILY, links: 1, nodes: 1, zones: 1 },
];

const folder = import.meta.dirname;
const designs = readdirSync(folder).filter((name) => name.endsWith('.cap'));

test.each(designs)('%s', (name) => {
  const { model, diagnostics } = analyze(readFileSync(`${folder}/${name}`, 'utf8')).resolved;
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const cause of differentFaults(model, FAMILIES)) {
    compareUnder(model, cause, 'settled');
    compareUnder(model, cause, 'detecting');
    compareUnaware(model, cause);
  }
});
