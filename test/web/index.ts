// What VS Code runs in the web worker that is its extension host: reports line by line, and the counts at the end, for
// there are no files.

import { follow } from '../vscode/report';
import './mocha';
import './suites';

/** Before the counts, as JSON. */
const COUNTS = '[counts] ';

export function run(): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const counts = follow(
      mocha.run(() => {
        console.log(COUNTS + JSON.stringify(counts));
        if (counts.failed > 0) reject(new Error(`${counts.failed} tests failed`));
        else resolve();
      }),
    );
  });
}
