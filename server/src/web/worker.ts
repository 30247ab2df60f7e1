// The analysis worker in a browser.

import { Exploration } from '../exploration.js';
import type { RunReport, WebWorkerMessage } from '../messages.js';
import { afterMessages, Slices } from './slices.js';

const report = (one: RunReport): void => postMessage(one);
const slices = new Slices(new Exploration(report), report, afterMessages());

addEventListener('message', ({ data }: MessageEvent<WebWorkerMessage>) => {
  if (data.kind === 'run') slices.run(data.message);
  else slices.stop(data.run);
});
