// node bench/searchSlow.mjs MINUTES SEED: looks for small designs that take long to analyse. It changes lines of designs,
// keeps what takes more of the processor than the others, and prints the slowest that it found.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '../scripts/build.mjs';
import { repo } from '../scripts/setup.mjs';
import { randomNumbers } from './largeDesign.mjs';
import { costOf } from './cost.mjs';
import { slowFiles } from './slowFiles.mjs';

const MOST_BYTES = 1500;
const POPULATION = 30;
/** A design that takes longer is found; nobody needs to know by how much. */
const LONGEST_MS = 20_000;

const WORDS = [
  ['choose CP', 'choose AP', 'replicate consensus', 'replicate quorum R=2 W=2', 'replicate any', 'no-prevote', 'relay'],
  ['needs linearizable', 'needs causal', 'needs monotonic-reads', 'needs sequential', 'needs read-your-writes', ''],
  ['read', 'write'],
  ['level local', 'level quorum', 'level all', 'level one', ''],
];

const [minutes = 10, seed = 20120914] = process.argv.slice(2).map(Number);
await build({ production: true });
const random = randomNumbers(seed);
const pick = (list) => list[random(list.length)];

const samples = readdirSync(path.join(repo, 'samples')).filter((name) => name.endsWith('.cap'));
const texts = [
  ...slowFiles().map(([, text]) => text),
  ...samples.map((name) => readFileSync(path.join(repo, 'samples', name), 'utf8')),
];
const known = new Set();
let population = [];
let tried = 0;
const end = performance.now() + 60_000 * minutes;
for (const text of texts) if (text.length <= MOST_BYTES) look(text);
while (performance.now() < end) look(changed(pick(population).text));
console.log(`${tried} designs, seed ${seed}. The slowest:`);
for (const { seconds, text } of population.slice(0, 5))
  console.log(`\n${seconds.toFixed(2)} s, ${text.length} bytes\n${text}`);

function look(text) {
  if (text.length > MOST_BYTES || known.has(text)) return;
  known.add(text);
  tried++;
  population.push({ text, seconds: costOf(text, LONGEST_MS)?.seconds ?? LONGEST_MS / 1000 });
  population.sort((a, b) => b.seconds - a.seconds);
  population = population.slice(0, POPULATION);
}

/** Another line, one line less, two lines in another order, one more member of a list, another word. */
function changed(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const at = random(lines.length);
  const line = lines[at] ?? '';
  switch (random(6)) {
    case 0:
      lines.splice(
        at,
        0,
        line.replace(/^(\w+ )(\w+)/, (_, word, name) => `${word}${name}x`),
      );
      break;
    case 1:
      lines.splice(at, 1);
      break;
    case 2:
      lines[at] = line.replace(/(\w+)(?=\s*(\{|$))/, (_, name) => `${name}, ${name}x`);
      break;
    case 3:
      lines.unshift(`node ${line.match(/\w+$/)?.[0] ?? 'a'}x`);
      break;
    default: {
      const words = pick(WORDS);
      const old = words.find((word) => word !== '' && line.includes(word));
      lines[at] = old === undefined ? `${line} ${pick(words)}`.trimEnd() : line.replace(old, pick(words));
    }
  }
  return `${lines.join('\n')}\n`;
}
