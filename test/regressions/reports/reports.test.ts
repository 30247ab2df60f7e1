// Every design of this folder is a public report: what happened stands in its expectations, its source at its head, and
// docs/reports.md has its row. Engine, naive engine and simulator agree under the partitions that were reported.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../core/src/analyze.js';
import { compileTopology } from '../../../core/src/network/topology.js';
import { compareUnder } from '../../../core/src/testing/againstNaive.js';
import { partitionsOf } from '../../../core/src/testing/faults.js';
import { compareFault, counts } from '../../../core/src/testing/simulated/compare.js';

const folder = import.meta.dirname;
const page = readFileSync(`${folder}/../../../docs/reports.md`, 'utf8');
const reports = readdirSync(folder).filter((name) => name.endsWith('.cap'));

describe.each(reports)('%s', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  const { model, diagnostics } = analyze(text).resolved;

  test('has its source, and a row on the page of reports', () => {
    const [source = ''] = /^\/\/ (https:\/\/\S+)$/m.exec(text)?.slice(1) ?? [];
    expect(source).not.toBe('');
    expect(page).toContain(source);
    expect(page).toContain(`../test/regressions/reports/${name}`);
  });

  test('means the same to every engine', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const topology = compileTopology(model);
    for (const phase of ['settled', 'detecting'] as const) {
      const count = counts();
      for (const cause of partitionsOf(model)) {
        compareUnder(model, cause, phase);
        compareFault(phase, { model, topology, cause }, count);
      }
      expect(count.asked).toBeGreaterThan(count.leftOut);
    }
  });
});
