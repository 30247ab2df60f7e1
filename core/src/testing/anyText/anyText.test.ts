import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'vitest';
import { readerOf } from '../files.js';
import { type Depth, lookAtEverything } from './everything.js';
import { texts } from './texts.js';

/**
 * Whatever the text, the core throws nothing, comes to an end, and speaks of places inside the text only. NETSPLIT_TEXT_RUNS: how many texts (`.ci/run` asks for 100,000);
 * half of them are the same in each run, half are new, and NETSPLIT_SEED repeats the new ones of a seed that was printed.
 */
const { NETSPLIT_TEXT_RUNS: asked = 10_000, NETSPLIT_SEED: fresh = Date.now() % 2 ** 31 } = process.env;
const RUNS = Number(asked);
const SEEDS = [20130413, Number(fresh)];
/** Time of the processor, not of the clock: a machine that has other work makes nothing here slow. Far above what any text takes, far below what a person takes for a hang. */
const MOST_CPU_MS = 5000;

const folder = new URL('../../../../samples/', import.meta.url);
const samples = readdirSync(folder).flatMap((name) => (name.endsWith('.cap') ? [readFileSync(new URL(name, folder), 'utf8')] : []));

/** Of each hundred texts; whole designs take longest. */
const SHARES = { bytes: 15, words: 45, statements: 27, designs: 8, samples: 5 };

/** Reports and pictures take far longer than what an editor asks while one types: fewer texts go so deep. */
const depths = fc.nat({ max: 39 }).map((n): Depth => (n === 39 ? 'reports' : n >= 30 ? 'verdicts' : 'editor'));

const drawn = texts(samples);

for (const kind of ['bytes', 'words', 'statements', 'designs', 'samples'] as const) {
  test(`${kind}: nothing is thrown, every place is inside, and it ends`, { timeout: 60_000 + RUNS * 100 }, () => {
    const times: number[] = [];
    for (const seed of SEEDS) {
      fc.assert(
        fc.property(drawn[kind], drawn[kind], fc.nat(), depths, (text, other, at, depth) => {
          // What the text may include: another text, and itself.
          const read = readerOf({ 'other.cap': other, 'shared/three-regions.cap': other, 'design.cap': text });
          const before = process.threadCpuUsage();
          lookAtEverything(text, at % (text.length + 1), depth, 'design.cap', read);
          const { user, system } = process.threadCpuUsage(before);
          const ms = (user + system) / 1000;
          times.push(ms);
          if (ms > MOST_CPU_MS) throw new Error(`${depth} took ${ms} ms of the processor`);
        }),
        { seed, numRuns: Math.ceil((RUNS / SEEDS.length) * SHARES[kind] / 100) },
      );
    }
    times.sort((a, b) => a - b);
    const share = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(1);
    console.log(`${times.length} texts of ${kind}, seeds ${SEEDS.join(' and ')}: 99 in 100 take at most ${share(0.99)} ms of the processor, the longest ${share(1 - 1e-9)}`);
  });
}
