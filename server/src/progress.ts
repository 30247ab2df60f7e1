import type { WorkDoneProgressParams } from 'vscode-languageserver';
import type { Progress } from './analysis/queue.js';
import type { Server } from './server.js';

/** Shows how far the analysis is while `run` waits for it. `counted`: what is done one by one. */
export async function withProgress<T>(
  { connection }: Server,
  token: WorkDoneProgressParams['workDoneToken'],
  run: (watch: (progress: Progress) => void) => Promise<T>,
  counted = 'questions',
): Promise<T> {
  const progress = connection.window.attachWorkDoneProgress(token);
  progress.begin('Netsplit: looking at every fault', 0, undefined, true);
  try {
    return await run(({ done, total }) =>
      progress.report(Math.floor((100 * done) / Math.max(1, total)), `${done} of ${total} ${counted}`),
    );
  } finally {
    progress.done();
  }
}
