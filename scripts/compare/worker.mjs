// Runs command lines with one bundle of the command line, in this thread: a process for each would take ten times as
// long.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const { bundled, designs } = workerData;
const { run } = createRequire(import.meta.url)(bundled);

async function output({ args, stdin, columns }) {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: async () => (stdin === undefined ? new Uint8Array() : readFileSync(path.join(designs, stdin))),
    serve: () => Promise.reject(new Error('the language server is not compared here')),
    cwd: designs,
    terminal: columns === undefined ? undefined : { columns },
    env: {},
  });
  return { code, out, err };
}

parentPort.on('message', async (lines) => {
  const outputs = [];
  for (const line of lines) outputs.push(await output(line));
  parentPort.postMessage(outputs);
});
