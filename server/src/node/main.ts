// The language server under Node: a process of VS Code's, or `netsplit lsp`.

import { existsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from '../serve.js';
import { NodeDisk } from './disk.js';
import { DiskProjects } from './diskProjects.js';
import { Framing } from './framing.js';
import { nodeWorker } from './startWorker.js';

// A collection of a young generation that has grown to 64 MB keeps messages waiting for longer than any slice of work.
setFlagsFromString('--semi-space-growth-factor=1');

/** The file of the analysis worker lies beside that of the server. */
const WORKER_FILE = join(__dirname, 'worker.js');

/** As the package has them. */
const PAGES = join(__dirname, '..', 'docs', 'diagnostics');

if (process.argv.includes('--stdio')) {
  const framing = new Framing();
  // An editor starts a server again that has ended; one that is deaf would stay.
  process.stdin.on('data', (chunk: Buffer) => {
    const wrong = framing.next(chunk);
    if (wrong === undefined) return;
    writeSync(2, `The language server ends, for what it was sent can't be read any further: ${wrong}.\n`);
    process.exit(1);
  });
}

// An extension host that is gone, in the middle of an analysis perhaps, does not come back to this server.
process.once('disconnect', () => process.exit(1));

// `--stdio`, `--node-ipc` and the like are read from the command line.
serve(
  createConnection(ProposedFeatures.all),
  nodeWorker(WORKER_FILE),
  (arrivals, on) => new DiskProjects(new NodeDisk(), arrivals, on),
  existsSync(PAGES) ? pathToFileURL(PAGES).href : undefined,
);
