import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Io } from './io.js';
import { run } from './run.js';
import { readStandardInput } from './stdin.js';
import { standardStreams } from './streams.js';

const { out, err, exitCode } = standardStreams();

const io: Io = {
  out,
  err,
  stdin: readStandardInput,
  serve: async () => {
    // The server is a bundle of its own beside this one, and reads from the command line which streams are its.
    if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
    await import(pathToFileURL(join(__dirname, 'server.js')).href);
  },
  cwd: process.cwd(),
  terminal: process.stdout.isTTY ? { columns: process.stdout.columns } : undefined,
  env: process.env,
};

void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = exitCode(code);
});
