// What the suites say while they run, in both kinds of extension host.

import type Mocha from 'mocha';
import { inBrowser } from './page';

/** Lines so marked are printed by what started the suites; the workbench's own are many and go to a log file. */
const MARK = '[suites] ';

/** A test waits for events, never for time: this is for a machine that is busy with something else. */
export const PATIENCE_MS = 60_000;

/**
 * The workbench drops a click or a key now and then on such a machine, and one such loss would decide over a hundred
 * tests. What passes at the second try only is named at the end of a gate: see there.
 */
export const RETRIES = 1;

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Title and first line of the reason. */
  failures: string[];
  /** The same of those that passed at the second try. */
  retried: string[];
}

/** Prints each test as it ends. The counts are whole once the runner has ended. */
export function follow(runner: Mocha.Runner): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, failures: [], retried: [] };
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
  return counts;
}

function titleAndReason(test: Mocha.Test, error: Error): string {
  return `${test.fullTitle()}: ${error.message.split('\n', 1)[0]}`;
}

function print(text: string): void {
  for (const line of text.split('\n')) console.log(MARK + line);
}
