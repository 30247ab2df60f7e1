// What the analysis worker does in a browser.

import type { RunReport, WebWorkerMessage } from '../analysis/messages.js';
import { Runner } from '../analysis/run.js';
import { afterMessages, Slices } from './slices.js';

/** From here on this thread runs what it is told to. */
export function analyse(): void {
  const report = (one: RunReport): void => postMessage(one);
  const slices = new Slices(new Runner(report), report, afterMessages());
  addEventListener('message', ({ data }: MessageEvent<WebWorkerMessage>) => {
    if (data.kind === 'run') slices.run(data.message);
    else slices.stop(data.run);
  });
}
