// From a keystroke to its diagnostics: edits of a 2,000-line file, through the server as an editor speaks with it.

import { largeDesign, nextEdit, randomNumbers } from './largeDesign.mjs';
import { positionAt, report, startServer } from './server.mjs';

const EDITS = 500;
/** Each is made, and taken back. */
const MISTAKES = 100;
const SEED = 20181021;
const URI = 'file:///bench/large.cap';

export async function benchEdits() {
  const server = await startServer();
  let text = largeDesign();
  const opened = performance.now();
  const first = server.when('analysed', URI, 1);
  await server.open(URI, text);
  console.log(
    `${text.split('\n').length} lines, 20 links: first verdicts ${((await first) - opened).toFixed(0)} ms after opening`,
  );

  /** Resolves with the milliseconds until the edit's version was published first, and until its verdicts were. */
  const make = async (edit) => {
    const range = { start: positionAt(text, edit.start), end: positionAt(text, edit.end) };
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    const version = server.nextVersion(URI);
    const both = Promise.all(['published', 'analysed'].map((what) => server.when(what, URI, version)));
    const start = performance.now();
    await server.change(URI, { range, text: edit.text });
    return (await both).map((time) => time - start);
  };

  const random = randomNumbers(SEED);
  const verdicts = [];
  for (let i = 0; i < EDITS; i++) verdicts.push((await make(nextEdit(text, random)))[1]);
  report('keystroke to verdicts', verdicts, 0.95, 50);

  const mistakes = [];
  const settled = [];
  for (let i = 0; i < MISTAKES; i++) {
    const places = [...text.matchAll(/^operation (?=put)/gm)];
    const start = places[random(places.length)].index;
    // One letter too few: what is typed last is what is missing first.
    for (const edit of [
      { start: start + 8, end: start + 9, text: '' },
      { start: start + 8, end: start + 8, text: 'n' },
    ]) {
      const [published, analysed] = await make(edit);
      mistakes.push(published);
      settled.push(analysed);
    }
  }
  report('keystroke to the diagnostic of a mistake, or to its end', mistakes, 0.95, 16);
  report('  and to the verdicts of what is left', settled, 0.95, 50);
  await server.stop();
}
