import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, test } from 'vitest';
import { budgetOf, seedsOf } from '../budget.js';
import { readerOf } from '../files.js';
import { type Answer, type Depth, lookAtEverything } from './everything.js';
import { texts } from './texts.js';

/** For any text, the core throws nothing, ends, and names only places inside the text. */
const { texts: RUNS } = budgetOf(process.env);
const SEEDS = seedsOf(20130413, process.env);
/**
 * No single answer takes longer: reading a text after a keystroke, a hover, formatting, a step of an analysis and so
 * on. The thread does nothing else during each of them. Processor time, not clock time: other work on the machine does
 * not count.
 */
const MOST_CPU_MS = 50;
/** One slow answer may be due to garbage collection. An answer that is slow at every attempt is slow by itself. */
const ATTEMPTS = 3;

const folder = new URL('../../../../samples/', import.meta.url);
const samples = readdirSync(folder).flatMap((name) =>
  name.endsWith('.cap') ? [readFileSync(new URL(name, folder), 'utf8')] : [],
);

/** Shares of each hundred texts; whole designs take longest. */
const SHARES = { bytes: 15, words: 45, statements: 27, designs: 8, samples: 5 };

/** Reports and pictures take far longer than the answers to a keystroke, so fewer texts go that deep. */
const depths = fc.nat({ max: 39 }).map((n): Depth => (n === 39 ? 'reports' : n >= 30 ? 'verdicts' : 'editor'));

const drawn = texts(samples);

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

// The first answers are slow because the program is still being compiled.
beforeAll(() => {
  for (const text of samples) lookAtEverything(text, 0, 'reports', 'design.cap', readerOf({}), (_, give) => give());
}, 120_000);

for (const kind of ['bytes', 'words', 'statements', 'designs', 'samples'] as const) {
  test(`${kind}: nothing is thrown, every place is inside, and no answer takes long`, {
    timeout: 60_000 + RUNS * 100,
  }, () => {
    let [texts, answers] = [0, 0];
    let longest = { what: 'nothing', ms: 0 };
    for (const seed of SEEDS) {
      fc.assert(
        fc.property(drawn[kind], drawn[kind], fc.nat(), depths, (text, other, at, depth) => {
          // The text may include another text, and itself.
          const read = readerOf({ 'other.cap': other, 'shared/three-regions.cap': other, 'design.cap': text });
          let slowest = { what: 'nothing', ms: Infinity };
          for (let attempt = 1; attempt <= ATTEMPTS && slowest.ms > MOST_CPU_MS; attempt++) {
            slowest = { what: 'nothing', ms: 0 };
            const timed: Answer = (what, give) => {
              const before = cpuMs();
              const given = give();
              const ms = cpuMs() - before;
              answers++;
              if (ms > slowest.ms) slowest = { what, ms };
              return given;
            };
            lookAtEverything(text, at % (text.length + 1), depth, 'design.cap', read, timed);
          }
          if (slowest.ms > MOST_CPU_MS) throw new Error(`${slowest.what} took ${slowest.ms} ms of the processor`);
          if (slowest.ms > longest.ms) longest = slowest;
          texts++;
        }),
        { seed, numRuns: Math.ceil(((RUNS / SEEDS.length) * SHARES[kind]) / 100) },
      );
    }
    console.log(
      `${texts} texts of ${kind}, seeds ${SEEDS.join(' and ')}: of ${answers} answers the longest took ${longest.ms.toFixed(0)} ms of the processor: ${longest.what}`,
    );
  });
}
