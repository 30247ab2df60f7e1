// What VS Code runs in the extension host: loads every suite, reports line by line, writes the counts for npm test.

import Mocha from 'mocha';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inBrowser } from './page';

/** Lines so marked are printed by scripts/launch-vscode.mjs; the workbench's own are many and go to a log file. */
const MARK = '[suites] ';

/** A test waits for events, never for time: this is for a machine that is busy with something else. */
const PATIENCE_MS = 60_000;

/**
 * The workbench drops a click or a key now and then on such a machine, and one such loss would decide over a hundred
 * tests. What passes at the second try only is named at the end of a gate: see there.
 */
const RETRIES = 1;

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
  const counts = await new Promise<Counts>((resolve) => report(mocha, resolve));
  const results = process.env['NETSPLIT_RESULTS'];
  if (results !== undefined) writeFileSync(results, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Title and first line of the reason. */
  failures: string[];
  /** The same of those that passed at the second try. */
  retried: string[];
}

function report(mocha: Mocha, done: (counts: Counts) => void): void {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, failures: [], retried: [] };
  const runner = mocha.run(() => done(counts));
  runner.on('pass', (test) => {
    counts.passed++;
    print(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
  });
  runner.on('fail', (test, error: Error) => {
    counts.failed++;
    counts.failures.push(titleAndReason(test, error));
    print(`  ✗ ${test.fullTitle()}\n${error.stack ?? error.message}`);
  });
  runner.on('retry', (test, error) => {
    counts.retried.push(titleAndReason(test, error));
    print(`  ↻ ${test.fullTitle()}\n${error.stack ?? error.message}`);
  });
  runner.on('pending', (test) => {
    // Under the desktop program, what needs the browser is left out, and said to be. Here nothing is.
    if (inBrowser) counts.failed++;
    else counts.skipped++;
    print(`  ${inBrowser ? '✗' : '-'} ${test.fullTitle()}: skipped`);
  });
}

function titleAndReason(test: Mocha.Test, error: Error): string {
  return `${test.fullTitle()}: ${error.message.split('\n', 1)[0]}`;
}

function print(text: string): void {
  for (const line of text.split('\n')) console.log(MARK + line);
}
