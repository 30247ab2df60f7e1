import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Io } from './io.js';
import { run } from './run.js';

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdin: async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin)
      chunks.push(chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk)));
    return Buffer.concat(chunks);
  },
  serve: async () => {
    // The server is a bundle of its own beside this one, and reads from the command line which streams are its.
    if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
    await import(pathToFileURL(join(__dirname, 'server.js')).href);
  },
  cwd: process.cwd(),
  terminal: process.stdout.isTTY ? { columns: process.stdout.columns } : undefined,
  env: process.env,
};

// `netsplit check … | head`: the reader has enough, which is not our mistake.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
