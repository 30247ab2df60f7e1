import { Workbench } from './workbench.js';
import type { FromWorker, ToWorker } from './messages.js';

// The core of the playground, beside its page: no key waits for an analysis.

const workbench = new Workbench((message: FromWorker) => postMessage(message));
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => workbench.receive(data));
