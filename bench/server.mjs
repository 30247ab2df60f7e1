// The language server as an editor speaks with it: a process, and the protocol on its streams.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { pinnedNode, repo } from '../scripts/setup.mjs';

/** `watched`: whether the server's stalls are measured. */
export async function startServer({ watched = false } = {}) {
  const watching = watched ? ['--require', path.join(repo, 'bench/watchThread.cjs')] : [];
  const server = spawn(pinnedNode, [...watching, path.join(repo, 'dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = new Map();
  const happened = (what, uri, version) => {
    const key = `${what} ${uri} ${version}`;
    waiting.get(key)?.(performance.now());
    waiting.delete(key);
  };
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }) =>
    happened('published', uri, version),
  );
  connection.onNotification('netsplit/analysed', ({ uri, version }) => happened('analysed', uri, version));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    // As the extension for VS Code says it: what only that shows is measured as well.
    initializationOptions: { commands: true },
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } } },
  });
  await connection.sendNotification('initialized', {});
  const versions = new Map();
  return {
    /**
     * Resolves with the time at which a version's diagnostics were published first, or its analysis was over:
     * "published", "analysed".
     */
    when: (what, uri, version) => new Promise((resolve) => waiting.set(`${what} ${uri} ${version}`, resolve)),
    nextVersion: (uri) => (versions.get(uri) ?? 0) + 1,
    open: (uri, text) => {
      versions.set(uri, 1);
      return connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'cap', version: 1, text },
      });
    },
    change: (uri, ...contentChanges) => {
      const version = versions.get(uri) + 1;
      versions.set(uri, version);
      return connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    /** Since it was asked last, in milliseconds of the main thread's own time. */
    longestStall: () =>
      new Promise((resolve) => {
        server.once('message', resolve);
        server.send('stall');
      }),
    /** Ends it without waiting for what it does. */
    end: () => {
      connection.dispose();
      server.kill();
    },
    request: (method, params) => connection.sendRequest(method, params),
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}

export function positionAt(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}

export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** One line of figures in milliseconds, and the one that is aimed at as a share of its aim. */
export function report(what, numbers, share, aim) {
  const figure = percentile(numbers, share);
  console.log(
    `${what}, ${numbers.length} times: p50 ${percentile(numbers, 0.5).toFixed(1)} ms, p95 ${percentile(numbers, 0.95).toFixed(1)} ms, p99 ${percentile(numbers, 0.99).toFixed(1)} ms, most ${Math.max(...numbers).toFixed(1)} ms`,
  );
  console.log(`  p${Math.round(100 * share)} is ${(figure / aim).toFixed(2)} of the ${aim} ms aimed at`);
}
