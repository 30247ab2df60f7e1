// The longest stretch for which the server's main thread reads no message while somebody works in files of a megabyte, in
// milliseconds of that thread's own processor time: other programs on the machine do not count. Whatever an editor may
// ask is asked.

import { largeTexts } from './largeTexts.mjs';
import { AFTER_EDITS, ANALYSED, ON_DEMAND } from './requests.mjs';
import { positionAt, startServer } from './server.mjs';

const AIM_MS = 50;
/** Nobody waits longer than this for the verdicts of such a file. */
const ANALYSED_MS = 30_000;
/** Places of the text, as shares of it, and what is typed there. */
const TYPED = [
  [0.5, 'x'],
  [0.5, '\n'],
  [0, 'node q\n'],
  [1, 'expect'],
  [0.3, '{'],
];

export async function benchStalls(names = Object.keys(largeTexts())) {
  console.log(`Files of 1 MB, longest stall of the server's main thread (aim: ${AIM_MS} ms of its own time):`);
  for (const name of names) {
    const stalls = Object.entries(await workedIn(largeTexts()[name])).sort((a, b) => b[1] - a[1]);
    const [[, worst]] = stalls;
    const all = stalls.flatMap(([what, ms]) => (ms > AIM_MS / 2 ? [`${what} ${ms.toFixed(0)}`] : []));
    console.log(`  ${name}: ${worst.toFixed(0)} ms${worst > AIM_MS ? ', too long' : ''} (${all.join(', ')})`);
  }
}

async function workedIn(original) {
  const server = await startServer({ watched: true });
  const uri = 'file:///bench/megabyte.cap';
  const stalls = {};
  let text = original;
  const phase = async (what, run) => {
    await run();
    stalls[what] = Math.max(stalls[what] ?? 0, await server.longestStall());
  };
  const ask = async (questions, position) => {
    for (const [what, question] of Object.entries(questions))
      await phase(what, () => server.request(...question({ uri, position })).catch(() => undefined));
  };
  /** Answered when the newest version has been looked at. */
  const looked = (position) => server.request('textDocument/hover', { textDocument: { uri }, position });
  await phase('start', async () => undefined);
  stalls.start = 0;
  await phase('open', async () => {
    await server.open(uri, text);
    await looked({ line: 0, character: 0 });
  });
  let told;
  for (const [share, typed] of TYPED) {
    const offset = Math.floor(share * text.length);
    const position = positionAt(text, offset);
    text = text.slice(0, offset) + typed + text.slice(offset);
    told = server.when('published', uri, server.nextVersion(uri));
    await phase('edit', async () => {
      await server.change(uri, { range: { start: position, end: position }, text: typed });
      await looked(position);
    });
    await phase('publish', () => told);
    await ask(AFTER_EDITS, position);
  }
  for (const share of [0.01, 0.7]) await ask(ON_DEMAND, positionAt(text, Math.floor(share * text.length)));
  // The text as it was: it has the fewest mistakes, and the most verdicts.
  const analysed = server.when('analysed', uri, server.nextVersion(uri));
  await phase('analyse', async () => {
    await server.change(uri, { text: original });
    await Promise.race([analysed, new Promise((end) => setTimeout(end, ANALYSED_MS))]);
  });
  for (const share of [0.01, 0.7]) {
    const position = positionAt(original, Math.floor(share * original.length));
    await ask({ ...AFTER_EDITS, ...ON_DEMAND, ...ANALYSED }, position);
  }
  await phase('close', () => server.close(uri));
  server.end();
  return stalls;
}

if (process.argv[1]?.endsWith('stalls.mjs'))
  await benchStalls(process.argv.length > 2 ? process.argv.slice(2) : undefined);
