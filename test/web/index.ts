// What VS Code runs in the web worker that is its extension host: reports line by line, and the counts at the end, for
// there are no files.

import './mocha';
import './suites';

/** Lines so marked are the report; the workbench's own are many and go to a log file. */
const MARK = '[suites] ';
/** Before the counts, as JSON. */
const COUNTS = '[counts] ';

export function run(): Promise<void> {
  const counts = { passed: 0, failed: 0, failures: [] as string[], retried: [] as string[] };
  return new Promise<void>((resolve, reject) => {
    const runner = mocha.run(() => {
      console.log(COUNTS + JSON.stringify(counts));
      if (counts.failed > 0) reject(new Error(`${counts.failed} tests failed`));
      else resolve();
    });
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
      counts.failed++;
      print(`  ✗ ${test.fullTitle()}: skipped`);
    });
  });
}

function titleAndReason(test: Mocha.Test, error: Error): string {
  return `${test.fullTitle()}: ${error.message.split('\n', 1)[0]}`;
}

function print(text: string): void {
  for (const line of text.split('\n')) console.log(MARK + line);
}
