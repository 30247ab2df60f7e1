// What VS Code runs in the extension host: loads every suite, reports line by line, writes the counts for npm test.

import Mocha from 'mocha';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Counts, follow, PATIENCE_MS, RETRIES } from './report';

/** It also looks at what is there before any .cap file was opened. */
const FIRST = 'activation.suite.js';

export async function run(): Promise<void> {
  // The base reporter prints nothing.
  const reporter = Mocha.reporters.Base;
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: PATIENCE_MS,
    retries: RETRIES,
    reporter,
    forbidOnly: true,
    grep: process.env['NETSPLIT_GREP'] ?? '',
  });
  const suites = readdirSync(__dirname).filter((name) => name.endsWith('.suite.js') && name !== FIRST);
  for (const name of [FIRST, ...suites.sort()]) mocha.addFile(path.join(__dirname, name));
  const counts = await new Promise<Counts>((resolve) => {
    const counted = follow(mocha.run(() => resolve(counted)));
  });
  const results = process.env['NETSPLIT_RESULTS'];
  if (results !== undefined) writeFileSync(results, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
}
