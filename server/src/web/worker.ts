// The analysis worker in a browser.

import type { RunReport, WebWorkerMessage } from '../analysis/messages.js';
import { Runner } from '../analysis/run.js';
import { afterMessages, Slices } from './slices.js';

const report = (one: RunReport): void => postMessage(one);
const slices = new Slices(new Runner(report), report, afterMessages());

addEventListener('message', ({ data }: MessageEvent<WebWorkerMessage>) => {
  if (data.kind === 'run') slices.run(data.message);
  else slices.stop(data.run);
});
