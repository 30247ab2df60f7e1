// node bench/searchSlow.mjs MINUTES SEED FOLDER: looks for small designs that take long to analyse, or much memory. It
// changes lines of designs and keeps what takes more than others of its shape. MINUTES are of the processor, used by the
// children that analyse: a machine with other work needs longer by the clock and finds the same kinds. What is drawn
// depends on SEED and the number of the trial; which design is changed depends on costs in coarse steps.
//
// A find takes as long in `netsplit check` too. It is made smaller, printed, and written into FOLDER at once.

import { fork } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '../scripts/build.mjs';
import { pinnedNode, repo } from '../scripts/setup.mjs';
import { changed, shapeOf } from './changedDesign.mjs';
import { costOf } from './cost.mjs';
import { randomNumbers } from './largeDesign.mjs';
import { AIM, slowFiles } from './slowFiles.mjs';

const MOST_BYTES = 1500;
/** Shapes whose slowest design is changed further. */
const MOST_SHAPES = 60;
/** A design that takes longer is found; nobody needs to know by how much. In seconds of the processor. */
const LONGEST = 10;
/** A child that is warm takes less than the command, which starts cold: beyond this, the command is asked. */
const SUSPECT = { seconds: 0.5 * AIM.seconds, megabytes: 0.4 * AIM.megabytes };
/** A child that has grown larger says little about what the next design takes. In MB. */
const LARGEST_CHILD = 500;
const PROGRESS_EVERY = 100;

const [minutes = 10, seed = 20120914] = process.argv.slice(2, 4).map(Number);
const folder = path.resolve(process.argv[4] ?? path.join(repo, 'out', 'slow'));
await build({ production: true });
mkdirSync(folder, { recursive: true });

let child;
let spent = 0;

/** What analysing a text takes; `isEnded`: it took too long, and its child was ended. */
async function analysed(text) {
  child ??= fork(path.join(repo, 'bench', 'analysed.cjs'), {
    execPath: pinnedNode,
    execArgv: ['--expose-gc'],
    env: { ...process.env, NETSPLIT_CPU_LIMIT_MS: String(1000 * LONGEST) },
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  });
  const told = await new Promise((resolve) => {
    child.once('message', resolve);
    child.once('exit', () => resolve({ seconds: LONGEST, megabytes: 0, rss: Infinity, isEnded: true }));
    child.send(text);
  });
  child.removeAllListeners();
  spent += told.seconds;
  if (told.rss > LARGEST_CHILD) {
    child.kill();
    child = undefined;
  }
  return told;
}

/** How much of what is aimed at it takes. */
const share = ({ seconds, megabytes }) => Math.max(seconds / AIM.seconds, megabytes / AIM.megabytes);

/** In steps of a half, so that the noise of a measurement rarely decides. */
const coarse = (told) => Math.round(Math.log(Math.max(share(told), 0.001)) / Math.log(1.5));

const samples = readdirSync(path.join(repo, 'samples')).filter((name) => name.endsWith('.cap'));
const pool = samples.map((name) => readFileSync(path.join(repo, 'samples', name), 'utf8'));
const known = new Set();
/** By shape. */
const population = new Map();
const found = new Set();
let tried = 0;

for (const text of [...slowFiles().map(([, one]) => one), ...pool]) await look(text);
while (spent < 60 * minutes) {
  const random = randomNumbers(seed + tried);
  const parents = [...population.values()].sort((a, b) => b.score - a.score || a.trial - b.trial);
  // The slow ones more often.
  const parent = parents[random(1 + random(parents.length))];
  await look(changed(parent.text, pool, random));
}
child?.kill();
progress();

async function look(text) {
  tried++;
  if (text.length > MOST_BYTES || known.has(text)) return;
  known.add(text);
  const told = await analysed(text);
  if (told.failure !== undefined) keep(`failed-${tried}`, text, told.failure);
  if (told.seconds > SUSPECT.seconds || told.megabytes > SUSPECT.megabytes) await suspect(text, told);
  // What is slow already would only lead to more of its kind.
  if (share(told) < 1) live(text, coarse(told));
  if (tried % PROGRESS_EVERY === 0) progress();
}

/** Among the slowest of its shape, one of those that are changed further. */
function live(text, score) {
  const shape = shapeOf(text);
  const before = population.get(shape);
  if (before === undefined || before.score < score) population.set(shape, { text, score, trial: tried });
  if (population.size <= MOST_SHAPES) return;
  const [[least]] = [...population].sort(([, a], [, b]) => a.score - b.score || a.trial - b.trial);
  population.delete(least);
}

async function suspect(text, told) {
  const cost = costOf(text, LONGEST);
  spent += cost?.seconds ?? LONGEST;
  if (cost !== undefined && share(cost) <= 1) return;
  const small = await smaller(text, told.isEnded ? LONGEST / 2 : 0.8 * share(told));
  if (found.has(shapeOf(small))) return;
  found.add(shapeOf(small));
  const figures =
    cost === undefined ? `over ${LONGEST} s` : `${cost.seconds.toFixed(2)} s, ${cost.megabytes.toFixed(0)} MB`;
  keep(
    `${found.size}`.padStart(3, '0'),
    small,
    `trial ${tried} of seed ${seed}: ${figures} before it was made smaller`,
  );
}

/** Without the lines that do not matter: what is left takes at least this share. */
async function smaller(text, least) {
  let lines = text.split('\n').filter((line) => line.trim() !== '');
  for (let size = lines.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < lines.length; ) {
      const fewer = lines.toSpliced(at, size);
      if (share(await analysed(`${fewer.join('\n')}\n`)) >= least) lines = fewer;
      else at += size;
    }
  return `${lines.join('\n')}\n`;
}

function keep(name, text, why) {
  writeFileSync(path.join(folder, `${name}.cap`), `// ${why.replaceAll('\n', '\n// ')}\n${text}`);
  console.log(`${name}: ${why}\n${text}`);
}

function progress() {
  console.log(
    `${tried} designs, ${spent.toFixed(0)} of ${60 * minutes} s, ${found.size} found, ${population.size} shapes, seed ${seed}`,
  );
}
