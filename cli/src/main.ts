import { run } from './run.js';
import type { Io } from './io.js';

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdin: async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk)));
    return Buffer.concat(chunks);
  },
  cwd: process.cwd(),
  terminal: process.stdout.isTTY ? { columns: process.stdout.columns } : undefined,
  env: process.env,
};

// `netsplit check … | head`: whoever reads has enough, which is no mistake of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
