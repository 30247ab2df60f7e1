import fc from 'fast-check';
import { expect } from 'vitest';
import { verdictsUnder } from '../../engine/explore.js';
import type { Outcome } from '../../engine/facts.js';
import type { FaultFamily, Model } from '../../model/model.js';
import { compileTopology } from '../../network/topology.js';
import { possibleEnds } from '../../simulate/explore.js';
import { type End, ENDS } from '../../simulate/simulation.js';
import { faultsOf, partitionsOf } from '../faults.js';
import { toCap } from '../naive/randomModel.js';
import { signature } from './signature.js';

/**
 * Of the environment: NETSPLIT_SIMULATED_RUNS, how many designs (`.ci/run` asks for 10,000); NETSPLIT_SEED repeats a
 * fresh seed that was printed.
 */
type Environment = Readonly<Record<string, string | undefined>>;
const USUAL_RUNS = 1000;
/**
 * Nine of ten designs are always the same ones, so that a change and not chance decides what is found; the others are
 * new each time.
 */
const FRESH = 1 / 10;
const FIXED_SEED = 20201102;
/** A difference takes minutes to shrink, and 10,000 designs some more. */
export const TIMEOUT_MS = 5_400_000;
/** What needs more runs of the simulator is left out and counted. */
const MOST_RUNS = 5000;

const FAMILIES: readonly FaultFamily[] = [
  { links: 'all', oneWays: 0, nodes: 0, zones: 0 },
  { links: 0, oneWays: 1, nodes: 0, zones: 0 },
  { links: 1, oneWays: 0, nodes: 1, zones: 1 },
];

const FAILURES: readonly End[] = ['error', 'unknown'];

/**
 * What is `ok` besides goes without saying; of what lasts for the lag and what lasts until the heal, the latter counts.
 * Of an operation with several steps the worst that an answered one can come to: the engine takes each step at its
 * worst, a run may have one step at its worst and another not.
 */
function harm(ends: ReadonlySet<End>, steps: number): End[] {
  const worst = ENDS.findLast((end) => ends.has(end) && !FAILURES.includes(end));
  const answered = (end: End): boolean =>
    steps > 1
      ? end === worst
      : !(end === 'stale/lag' && ends.has('stale/heal')) && !(end === 'conflict/lag' && ends.has('conflict/heal'));
  return ENDS.filter((end) => ends.has(end) && end !== 'ok' && (FAILURES.includes(end) || answered(end)));
}

function endOf({ verdict, howLong }: Outcome): End {
  const end = ENDS.find((one) => one === (howLong === undefined ? verdict : `${verdict}/${howLong}`));
  if (end === undefined) throw new Error(`no end is ${verdict}`);
  return end;
}

/**
 * The engine, which reasons about sets of replicas, against the simulator, which sends messages and sees what happens:
 * on random small designs, under all their faults. Both find, for each request, what it can come to. `part`: the share
 * of the runs that these designs get. Gives a line for each seed.
 */
export function compare(
  phase: 'detecting' | 'settled',
  designs: fc.Arbitrary<Model>,
  part: number,
  environment: Environment,
): string[] {
  const { NETSPLIT_SIMULATED_RUNS: asked = USUAL_RUNS, NETSPLIT_SEED: fresh = Date.now() % 2 ** 31 } = environment;
  const runs = Number(asked) * part;
  return [
    compareSeed(phase, designs, Math.ceil(runs * (1 - FRESH)), FIXED_SEED),
    compareSeed(phase, designs, Math.ceil(runs * FRESH), Number(fresh)),
  ];
}

function compareSeed(phase: 'detecting' | 'settled', designs: fc.Arbitrary<Model>, runs: number, seed: number): string {
  let faults = 0;
  let asked = 0;
  let leftOut = 0;
  fc.assert(
    fc.property(designs, (model) => {
      const topology = compileTopology(model);
      const seen = new Set<string>();
      for (const cause of [...FAMILIES.flatMap((family) => faultsOf(model, family)), ...partitionsOf(model)]) {
        const key = signature(model, topology, cause);
        faults++;
        if (seen.has(key)) continue;
        seen.add(key);
        for (const { operation, client, verdict, whileDetecting } of verdictsUnder(model, cause)) {
          if (verdict.silent) continue;
          const outcomes = phase === 'settled' ? verdict.outcomes : [...verdict.outcomes, ...whileDetecting];
          const simulated = possibleEnds(model, topology, cause, { operation, client }, phase, MOST_RUNS);
          asked++;
          if (simulated === undefined) {
            leftOut++;
            continue;
          }
          const steps = model.operations[operation]?.steps.length ?? 0;
          const engine = harm(new Set(outcomes.map(endOf)), steps);
          const message = `${toCap(model)}\n${model.operations[operation]?.name ?? '?'} from ${model.vertices[client]?.name ?? '?'} under ${JSON.stringify(cause)}`;
          expect(engine, message).toEqual(harm(simulated, steps));
        }
      }
    }),
    { seed, numRuns: runs },
  );
  const line = `${phase}: ${runs} designs of seed ${seed}, ${faults} faults; ${asked} different questions, of which ${leftOut} need more than ${MOST_RUNS} runs`;
  expect(leftOut).toBeLessThan(asked / 5);
  return line;
}
