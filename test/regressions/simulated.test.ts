// The designs of this folder, judged by the engine and run by the simulator: a file beside regressions.test.ts, so that
// both are tried at the same time.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../core/src/analyze.js';
import { compareDesign, counts } from '../../core/src/testing/simulated/compare.js';

const folder = import.meta.dirname;
const designs = readdirSync(folder).filter((name) => name.endsWith('.cap'));

test.each(designs)('%s', (name) => {
  const { model } = analyze(readFileSync(`${folder}/${name}`, 'utf8')).resolved;
  for (const phase of ['settled', 'detecting'] as const) {
    const count = counts();
    compareDesign(phase, model, count);
    expect(count.asked).toBeGreaterThan(count.leftOut);
  }
});
