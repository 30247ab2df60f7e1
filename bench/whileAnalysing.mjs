// What an editor asks while the largest analysis runs: hovers and completions in the 2,000-line file, the worker busy
// with a design that has too many faults to look at all of them.

import { largeDesign, randomNumbers } from './largeDesign.mjs';
import { longDesign } from './longDesign.mjs';
import { positionAt, report, startServer } from './server.mjs';

const QUESTIONS = 500;
const SEED = 20201102;
const URI = 'file:///bench/large.cap';
const BUSY = 'file:///bench/long.cap';

export async function benchWhileAnalysing() {
  const server = await startServer();
  const text = largeDesign();
  const first = server.when('analysed', URI, 1);
  await server.open(URI, text);
  await first;
  await server.open(BUSY, longDesign(0));
  let isBusy = true;
  let analyses = 1;
  const keepBusy = async () => {
    for (let version = 1; isBusy; version++) {
      await server.when('analysed', BUSY, version);
      if (!isBusy) return;
      // Another name in each, so that nothing is known of it.
      await server.change(BUSY, { text: longDesign(version) });
      analyses++;
    }
  };
  void keepBusy();
  const random = randomNumbers(SEED);
  const names = [...text.matchAll(/(?<=[ ,])(?:data|put|get|list|check|app_|us|eu|ap|sa|af)\w*/g)];
  const times = { 'textDocument/hover': [], 'textDocument/completion': [] };
  for (let i = 0; i < QUESTIONS; i++) {
    const { index } = names[random(names.length)];
    const position = positionAt(text, index + 1);
    for (const [method, all] of Object.entries(times)) {
      const start = performance.now();
      await server.request(method, { textDocument: { uri: URI }, position });
      all.push(performance.now() - start);
    }
  }
  isBusy = false;
  console.log(`while the largest analysis runs (${analyses} ${analyses === 1 ? 'was' : 'were'} begun):`);
  report('hover', times['textDocument/hover'], 0.95, 10);
  report('completion', times['textDocument/completion'], 0.95, 10);
  await server.stop();
}
