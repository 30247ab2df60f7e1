import type { VertexId } from '../model/model.js';
import { failingOf, type Failing } from '../network/failing.js';
import { FailureWorld } from '../network/failureWorld.js';
import { codesOf, LAG_CODES, UNANSWERED_CODES } from './code.js';
import { VERDICTS } from '../base/harm.js';
import type { Reliability, Share } from './facts.js';
import { Runs } from './question.js';
import type { Verdicts } from './verdicts.js';

/**
 * How often each verdict is possible, by the probabilities that a design gives its links, nodes, zones and risks. They
 * fail independently of each other; what is given none never fails. Probabilities are added, never taken from 1, so
 * that small ones are as exact as large ones.
 */

/** The questions of a file share this many runs. */
const RUNS_OF_FILE = 200_000;
/** Of one of them. */
const RUNS_OF_QUESTION = { fewest: 300, most: 20_000 } as const;
/** Runs of a smaller probability are left out, in these passes: as far as the runs suffice. */
const LEAST = [1e-4, 1e-7, 1e-10, 1e-14, 1e-20, 0] as const;

/** How many combinations one question may judge; beyond it, rare ones are left out, and the answer is a range. */
export function mostCombinations(questions: number): number {
  const { fewest, most } = RUNS_OF_QUESTION;
  return Math.max(fewest, Math.min(most, Math.floor(RUNS_OF_FILE / Math.max(1, questions))));
}

/** Undefined: nothing in the design has a probability. */
export function* reliabilityOf(
  verdicts: Verdicts,
  operation: number,
  client: VertexId,
  mostRuns: number,
): Generator<void, Reliability | undefined> {
  const failing = failingOf(verdicts.model);
  if (failing.length === 0) return undefined;
  const best = yield* bestPass({ verdicts, operation, client, failing, mostRuns });
  return best === undefined ? undefined : summary(best, failing);
}

/** As exact as the runs suffice. */
function* bestPass(asked: Asked): Generator<void, Pass | undefined> {
  let best: Pass | undefined;
  for (const least of LEAST) {
    const pass = yield* passOf(asked, least);
    if (pass === undefined) break;
    best = pass;
    if (pass.skipped === 0) break;
  }
  return best;
}

/**
 * For each failing thing, in the order of `failingOf`, the share of time without an answer that is owed to it: by so
 * much there would be less if it never failed. That is its Birnbaum importance times its probability. Undefined: it
 * takes more runs than `mostRuns`.
 */
export function* owedTo(
  verdicts: Verdicts,
  operation: number,
  client: VertexId,
  mostRuns: number,
): Generator<void, readonly number[] | undefined> {
  const failing = failingOf(verdicts.model);
  const best = yield* bestPass({ verdicts, operation, client, failing, mostRuns });
  return best === undefined ? undefined : failing.map(({ probability }, thing) => gainOf(best, thing) * probability);
}

/** Birnbaum's importance: how much more often there is no answer while the thing is down. */
function gainOf({ whenUp, whenDown }: Pass, thing: number): number {
  return (whenDown[thing] ?? 0) - (whenUp[thing] ?? 0);
}

interface Asked {
  readonly verdicts: Verdicts;
  readonly operation: number;
  readonly client: VertexId;
  readonly failing: readonly Failing[];
  readonly mostRuns: number;
}

/** What one pass over all moments found. */
interface Pass {
  readonly runs: number;
  readonly skipped: number;
  /** By the mask of the codes that are possible; of moments in which the client runs. */
  readonly byCodes: ReadonlyMap<number, number>;
  /** Of moments in which the client is down itself. */
  readonly silent: number;
  /** For each failing thing: the share without an answer, given that it is up, and given that it is down. */
  readonly whenUp: Float64Array;
  readonly whenDown: Float64Array;
}

/** Undefined: it takes more runs. */
function* passOf(
  { verdicts, operation, client, failing, mostRuns }: Asked,
  least: number,
): Generator<void, Pass | undefined> {
  const world = new FailureWorld(verdicts.topology, failing, least);
  const runs = new Runs(verdicts.question(operation, client), mostRuns);
  const byCodes = new Map<number, number>();
  const whenUp = new Float64Array(failing.length);
  const whenDown = new Float64Array(failing.length);
  let silent = 0;
  do {
    if (!runs.begin()) return undefined;
    if (runs.isPause) yield;
    const codes = world.isSilent(client) ? 0 : yield* runs.answer(world);
    const { probability } = world;
    if (codes === 0) silent += probability;
    else byCodes.set(codes, (byCodes.get(codes) ?? 0) + probability);
    if ((codes & UNANSWERED_CODES) === 0) continue;
    const decided = new Map(world.decisions().map(({ thing, isDown }) => [thing, isDown]));
    for (const [thing, { probability: p }] of failing.entries()) {
      const isDown = decided.get(thing);
      if (isDown !== true) whenUp[thing] = (whenUp[thing] ?? 0) + probability / (isDown === false ? 1 - p : 1);
      if (isDown !== false) whenDown[thing] = (whenDown[thing] ?? 0) + probability / (isDown === true ? p : 1);
    }
  } while (world.advance());
  return { runs: runs.count, skipped: world.skipped, byCodes, silent, whenUp, whenDown };
}

function summary(pass: Pass, failing: readonly Failing[]): Reliability {
  const { runs, skipped, byCodes } = pass;
  const share = (codes: number): Share => {
    let sum = 0;
    let running = 0;
    for (const [mask, probability] of byCodes) {
      running += probability;
      if ((mask & codes) !== 0) sum += probability;
    }
    // What was left out may be anything: such a moment, another one, or one in which the client is down.
    if (running + skipped === 0) return { least: 0, most: 0 };
    return { least: sum / (running + skipped), most: Math.min(1, (sum + skipped) / (running + skipped)) };
  };
  const verdicts = VERDICTS.filter((verdict) => verdict !== 'ok').flatMap((verdict) => {
    const codes = codesOf(verdict);
    const all = share(codes);
    if (all.least === 0) return [];
    return [{ verdict, all, beyondLag: share(codes & ~LAG_CODES) }];
  });
  const unanswered = share(UNANSWERED_CODES);
  const matters = mattersMost(pass, failing, unanswered);
  const leftOut = share(0).most;
  return {
    runs,
    isComplete: skipped === 0,
    leftOut,
    unanswered,
    verdicts,
    ...(matters === undefined ? {} : { matters }),
  };
}

/**
 * The thing of which failing half as often would help most. The share without an answer is linear in each probability
 * (Birnbaum, "On the importance of different components in a multicomponent system", 1969), so the gain is exact where
 * nothing was left out.
 */
function mattersMost(pass: Pass, failing: readonly Failing[], unanswered: Share): Reliability['matters'] {
  let best: { thing: number; gain: number } | undefined;
  for (const [thing, { probability }] of failing.entries()) {
    // No run has it up.
    if (probability === 1) continue;
    const gain = gainOf(pass, thing) * (probability / 2);
    if (gain > (best?.gain ?? 0)) best = { thing, gain };
  }
  const found = best === undefined ? undefined : failing[best.thing];
  if (best === undefined || found === undefined) return undefined;
  const { kind, index } = found;
  return { kind, index, unansweredAtHalf: Math.max(0, unanswered.least - best.gain) };
}
