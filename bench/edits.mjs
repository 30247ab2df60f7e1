// From a keystroke to its diagnostics: 500 edits of a 2,000-line file, through the server as an editor speaks with it.

import { spawn } from "node:child_process";
import path from "node:path";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { pinnedNode, repo } from "../scripts/setup.mjs";
import { largeDesign, nextEdit, randomNumbers } from "./largeDesign.mjs";

const EDITS = 500;
const SEED = 20181021;
const URI = "file:///bench/large.cap";

export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function positionAt(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length - 1, character: offset - (before.lastIndexOf("\n") + 1) };
}

export async function benchEdits() {
  const server = spawn(pinnedNode, [path.join(repo, "dist/server.js"), "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  let waiting;
  const firstPublished = new Map();
  connection.onNotification("textDocument/publishDiagnostics", ({ version }) => {
    if (!firstPublished.has(version)) firstPublished.set(version, performance.now());
  });
  connection.onNotification("netsplit/analysed", ({ version }) => {
    if (waiting?.version === version) waiting.resolve(performance.now());
  });
  connection.listen();
  const analysed = (version) => new Promise((resolve) => (waiting = { version, resolve }));

  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: { textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } } } });
  await connection.sendNotification("initialized", {});

  let text = largeDesign();
  let version = 1;
  const opened = performance.now();
  const first = analysed(version);
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri: URI, languageId: "cap", version, text } });
  console.log(`${text.split("\n").length} lines, 20 links: first verdicts ${((await first) - opened).toFixed(0)} ms after opening`);

  const random = randomNumbers(SEED);
  const all = [];
  for (let i = 0; i < EDITS; i++) {
    const edit = nextEdit(text, random);
    const range = { start: positionAt(text, edit.start), end: positionAt(text, edit.end) };
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    version++;
    const done = analysed(version);
    const start = performance.now();
    await connection.sendNotification("textDocument/didChange", { textDocument: { uri: URI, version }, contentChanges: [{ range, text: edit.text }] });
    all.push((await done) - start);
  }
  console.log(`keystroke to verdicts over ${EDITS} edits: p50 ${percentile(all, 0.5).toFixed(1)} ms, p95 ${percentile(all, 0.95).toFixed(1)} ms, most ${Math.max(...all).toFixed(1)} ms`);
  console.log(`  p95 is ${(percentile(all, 0.95) / 50).toFixed(2)} of the 50 ms aimed at`);
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  connection.dispose();
}
