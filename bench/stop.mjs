// How soon a superseded analysis stops: the worker itself, from the moment at which it is told to until it says that it
// has.

import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { repo } from '../scripts/setup.mjs';
import { randomNumbers } from './largeDesign.mjs';
import { longDesign } from './longDesign.mjs';
import { report } from './server.mjs';

const RUNS = 300;
const SEED = 20130413;
/** An edit comes at any time after the one before. */
const LONGEST_MS = 60;

export async function benchStop() {
  const folder = await mkdtemp(path.join(tmpdir(), 'netsplit-bench-'));
  try {
    const outfile = path.join(folder, 'core.mjs');
    await build({
      entryPoints: [path.join(repo, 'core/src/index.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
    const { parse, resolve } = await import(pathToFileURL(outfile).href);
    const cancelled = new SharedArrayBuffer(4);
    const worker = new Worker(path.join(repo, 'dist/worker.js'), { workerData: { cancelled } });
    const random = randomNumbers(SEED);
    const times = [];
    let stopped = 0;
    for (let run = 1; run <= RUNS; run++) {
      const { model } = resolve(parse(longDesign(run)));
      const ended = new Promise((settle) => {
        const hear = (message) => {
          if (message.run !== run || message.kind === 'progress') return;
          worker.off('message', hear);
          settle(message.kind);
        };
        worker.on('message', hear);
      });
      worker.postMessage({ run, uri: 'file:///bench/long.cap', model: JSON.stringify(model) });
      await new Promise((resume) => setTimeout(resume, 5 + random(LONGEST_MS)));
      const start = performance.now();
      Atomics.store(new Int32Array(cancelled), 0, run);
      if ((await ended) === 'stopped') stopped++;
      times.push(performance.now() - start);
    }
    await worker.terminate();
    if (stopped < RUNS / 2)
      throw new Error(`only ${stopped} of ${RUNS} analyses were still running when they were stopped`);
    report('a superseded analysis stops', times, 0.99, 10);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
