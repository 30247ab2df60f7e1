import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A thread with one of the two command lines. */
export class Runner {
  constructor(bundled, designs) {
    this.worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { bundled, designs } });
  }

  /** What each of these command lines prints. */
  async run(lines) {
    this.worker.postMessage(lines);
    const [outputs] = await once(this.worker, 'message');
    return outputs;
  }

  async close() {
    await this.worker.terminate();
  }
}
