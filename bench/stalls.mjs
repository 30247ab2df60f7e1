// The longest stretch for which the server's main thread reads no message while somebody types in files of a megabyte,
// in milliseconds of that thread's own processor time: other programs on the machine do not count.

import { largeTexts } from './largeTexts.mjs';
import { positionAt, startServer } from './server.mjs';

const AIM_MS = 50;
/** What VS Code asks for after each edit. */
const ASKED = [
  'textDocument/semanticTokens/full',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/codeLens',
  'textDocument/documentLink',
];
/** Places of the text, as shares of it, and what is typed there. */
const TYPED = [
  [0.5, 'x'],
  [0.5, '\n'],
  [0, 'node q\n'],
  [1, 'expect'],
  [0.3, '{'],
];

export async function benchStalls(names = Object.keys(largeTexts())) {
  console.log(
    `Typing in files of 1 MB, longest stall of the server's main thread (aim: ${AIM_MS} ms of its own time):`,
  );
  for (const name of names) {
    const original = largeTexts()[name];
    const stalls = await typedIn(original);
    const worst = Math.max(...Object.values(stalls));
    const all = Object.entries(stalls).map(([what, ms]) => `${what} ${ms.toFixed(0)}`);
    console.log(`  ${name}: ${worst.toFixed(0)} ms${worst > AIM_MS ? ', too long' : ''} (${all.join(', ')})`);
  }
}

async function typedIn(original) {
  const server = await startServer({ watched: true });
  const uri = 'file:///bench/megabyte.cap';
  const stalls = {};
  let text = original;
  const phase = async (what, run) => {
    await run();
    stalls[what] = Math.max(stalls[what] ?? 0, await server.longestStall());
  };
  const asked = (method, position) =>
    server.request(method, { textDocument: { uri }, position, context: { includeDeclaration: true } });
  /** Answered when the newest version has been looked at. */
  const looked = async (position) => {
    await asked('textDocument/hover', position);
  };
  await phase('start', async () => undefined);
  stalls.start = 0;
  await phase('open', async () => {
    await server.open(uri, text);
    await looked({ line: 0, character: 0 });
  });
  for (const [share, typed] of TYPED) {
    const offset = Math.floor(share * text.length);
    const position = positionAt(text, offset);
    text = text.slice(0, offset) + typed + text.slice(offset);
    const told = server.when('published', uri, server.nextVersion(uri));
    await phase('edit', async () => {
      await server.change(uri, { range: { start: position, end: position }, text: typed });
      await looked(position);
    });
    await phase('publish', () => told);
    for (const method of ASKED) await phase(method.split('/')[1], () => asked(method, position));
    await phase('completion', () => asked('textDocument/completion', position));
    await phase('inlayHint', () =>
      server.request('textDocument/inlayHint', {
        textDocument: { uri },
        range: { start: position, end: { line: position.line + 50, character: 0 } },
      }),
    );
    await phase('codeAction', () =>
      server.request('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: position, end: position },
        context: { diagnostics: [] },
      }),
    );
  }
  server.end();
  return stalls;
}

if (process.argv[1]?.endsWith('stalls.mjs'))
  await benchStalls(process.argv.length > 2 ? process.argv.slice(2) : undefined);
