import fc from 'fast-check';
import { expect } from 'vitest';
import { verdictsUnder } from '../../engine/under.js';
import type { Outcome } from '../../engine/facts.js';
import type { FaultFamily, Model } from '../../model/model.js';
import type { Cause } from '../../network/fault.js';
import { compileTopology, type Topology } from '../../network/topology.js';
import { possibleEnds } from '../../simulate/explore.js';
import { type End, ENDS } from '../../simulate/script.js';
import { type Asked, budgetOf, seedsOf } from '../budget.js';
import { capFence, toCap } from '../naive/randomModel.js';
import { differentFaults } from './signature.js';
import { EMPTY_FAMILY } from '../../model/family.js';

const FIXED_SEED = 20201102;
/** A difference takes minutes to shrink, and 10,000 designs take longer. */
export const TIMEOUT_MS = 5_400_000;
/** Requests that need more runs of the simulator are left out and counted. */
const MOST_RUNS = 5000;

/** Each kind of fault, and some of them together. */
export const FAMILIES: readonly FaultFamily[] = [
  { ...EMPTY_FAMILY, links: 'all' },
  { ...EMPTY_FAMILY, oneWays: 1 },
  { ...EMPTY_FAMILY, links: 1, nodes: 1, zones: 1 },
  { ...EMPTY_FAMILY, links: 1, isolated: 1, apart: 1 },
  { ...EMPTY_FAMILY, oneWays: 1, pairs: 1 },
  { ...EMPTY_FAMILY, links: 1, destroyedNodes: 2 },
  { ...EMPTY_FAMILY, nodes: 1, destroyedZones: 1 },
];

const FAILURES: readonly End[] = ['error', 'unknown', 'partial'];

/**
 * The ends without `ok`; for the lag and until the heal, the latter counts. For an operation with several steps, the
 * worst end of an answered one: the engine takes each step at its worst, but one run may have only one step at its
 * worst.
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
 * The engine, which reasons about sets of replicas, against the simulator, which sends messages and observes the
 * result: on random small designs, under all their faults. Both must find the same ends for each request. `part`: the
 * share of the runs that these designs get. Gives a line for each seed.
 */
export function compare(
  phase: 'detecting' | 'settled',
  designs: fc.Arbitrary<Model>,
  part: number,
  asked: Asked,
): string[] {
  const runs = Math.ceil(budgetOf(asked).simulated * part);
  return seedsOf(FIXED_SEED, asked).map((seed) => compareSeed(phase, designs, runs, seed));
}

function compareSeed(phase: 'detecting' | 'settled', designs: fc.Arbitrary<Model>, runs: number, seed: number): string {
  const count = counts();
  fc.assert(
    fc.property(designs, (model) => compareDesign(phase, model, count)),
    { seed, numRuns: runs },
  );
  const { faults, asked, leftOut } = count;
  const line =
    `${phase}: ${runs} designs of seed ${seed}, ${faults} faults; ${asked} different questions, of which ` +
    `${leftOut} need more than ${MOST_RUNS} runs`;
  expect(leftOut).toBeLessThan(asked / 5);
  return line;
}

/** How much was compared. */
interface Counts {
  faults: number;
  /** Different questions. */
  asked: number;
  /** Those that need more than `MOST_RUNS` runs of the simulator. */
  leftOut: number;
}

export const counts = (): Counts => ({ faults: 0, asked: 0, leftOut: 0 });

/** One design under all its faults; throws at the first difference. */
export function compareDesign(phase: 'detecting' | 'settled', model: Model, count: Counts): void {
  const topology = compileTopology(model);
  for (const cause of differentFaults(model, FAMILIES)) {
    count.faults++;
    compareFault(phase, { model, topology, cause }, count);
  }
}

/** A design under one fault. */
export interface Under {
  readonly model: Model;
  readonly topology: Topology;
  readonly cause: Cause;
}

/** Every request of a design under one fault; throws at the first difference. */
export function compareFault(phase: 'detecting' | 'settled', under: Under, count: Counts): void {
  const { model, cause } = under;
  for (const { operation, client, verdict, whileDetecting } of verdictsUnder(model, cause)) {
    if (verdict.silent) continue;
    const outcomes = phase === 'settled' ? verdict.outcomes : [...verdict.outcomes, ...whileDetecting];
    const simulated = possibleEnds({ ...under, what: '', target: { operation, client }, phase, mostRuns: MOST_RUNS });
    count.asked++;
    if (simulated === undefined) {
      count.leftOut++;
      continue;
    }
    const steps = model.operations[operation]?.steps.length ?? 0;
    const engine = harm(new Set(outcomes.map(endOf)), steps);
    const message =
      `${capFence(toCap(model))}\n${model.operations[operation]?.name ?? '?'} from ` +
      `${model.vertices[client]?.name ?? '?'} under ${JSON.stringify(cause)}`;
    expect(engine, message).toEqual(harm(simulated, steps));
  }
}
