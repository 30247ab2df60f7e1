import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { visible } from '#core';
import type { Io } from './io.js';
import { run } from './run.js';
import { shippedFiles } from './shipped.js';
import { readStandardInput } from './stdin.js';
import { standardStreams } from './streams.js';
import { today } from './today.js';

const { out, err, exitCode } = standardStreams();

const SERVERS = { lsp: 'server.js', mcp: 'mcp.js' } as const;

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['explorer.exe'],
};

const io: Io = {
  out,
  err,
  stdin: readStandardInput,
  serve: async (protocol) => {
    // Each server is a bundle of its own beside this one. That of editors reads from the command line which streams are
    // its.
    if (protocol === 'lsp' && !process.argv.includes('--stdio')) process.argv.push('--stdio');
    await import(pathToFileURL(join(__dirname, SERVERS[protocol])).href);
  },
  cwd: process.cwd(),
  today: today(),
  // COLUMNS is what a user prefers to the terminal's own width (POSIX, Base Definitions, 8.3).
  terminal: process.stdout.isTTY
    ? { columns: Number(process.env['COLUMNS'] ?? '') || process.stdout.columns }
    : undefined,
  status: process.stderr.isTTY
    ? {
        now: () => performance.now(),
        show: (line) => err(`\r\u001b[K${visible(line).slice(0, process.stderr.columns - 1)}`),
      }
    : undefined,
  open: async (file) => {
    const { spawn } = await import('node:child_process');
    const [program = '', ...args] = OPENERS[process.platform] ?? ['xdg-open'];
    // Without such a program, the name that was printed is enough.
    spawn(program, [...args, file], { detached: true, stdio: 'ignore' })
      .on('error', () => undefined)
      .unref();
  },
  shipped: shippedFiles(__dirname),
  env: process.env,
};

void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = exitCode(code);
});
