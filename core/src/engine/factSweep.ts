import type { FaultFamily } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { type CountedCuts, CutCounter } from '../network/facts/countedCuts.js';
import { EveryCut, MOST_LISTED } from '../network/facts/everyCut.js';
import { FactWorld } from '../network/factWorld.js';
import { FAULT_KINDS } from '../network/kinds.js';
import { type CutSet, linksOf, withoutLarger } from '../network/patterns/weights.js';
import type { Topology } from '../network/topology.js';
import { MAX_CAUSES } from './causes.js';
import { MOST_CUTS } from './patternSweep.js';
import { type Question, Runs, type Sweep } from './question.js';

/** Can a question about this family be asked in facts? Machines must be linked directly, and only links fail. */
export function isForFacts({ model, relays }: Topology, family: FaultFamily): boolean {
  return (
    family.links !== 0 &&
    FAULT_KINDS.every(({ count }) => family[count] === 0) &&
    model.links.every(({ oneWay }) => !oneWay) &&
    !relays.includes(true)
  );
}

/** How much a sweep may take. */
export interface FactLimit {
  readonly runs: number;
  /** Of counting, and of looking for causes. */
  readonly steps: number;
}

/**
 * The sweep by facts, for machines that are linked directly: each run decides what the question asks as a whole, such
 * as "a majority is in reach of this replica", and stands for all cuts under which that is so. In a small network these
 * are listed, in a large one they are counted. Undefined: it takes more than the limit.
 */
export function* sweepByFacts(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  limit: FactLimit,
): Generator<void, Omit<Sweep, 'complete'> | undefined> {
  const links = topology.model.links.length;
  if (links <= MOST_LISTED) return yield* sweepListed(topology, family, question, limit);
  return family.links === 'all' || family.links >= links
    ? yield* sweepCounted(topology, family, question, limit)
    : undefined;
}

function* sweepListed(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  limit: FactLimit,
): Generator<void, Omit<Sweep, 'complete'> | undefined> {
  const links = topology.model.links.length;
  const every = everyCutOf(topology, family.links === 'all' ? links : Math.min(family.links, links));
  const world = new FactWorld(topology, every.all());
  /** By the number of the cut. */
  const answers = new Int32Array(every.count);
  const runs = new Runs(question, limit.runs);
  do {
    if (!runs.begin()) return undefined;
    if (runs.isPause) yield;
    const answer = runs.answer(world);
    for (const number of world.possible.numbers) answers[number] = answer;
  } while (world.advance());
  const bits = Array.from({ length: question.bits }, (_, bit) => bit);
  const found = bits.map((bit) => {
    let faults = 0;
    const causes: number[] = [];
    answers.forEach((answer, number) => {
      if (((answer >> bit) & 1) === 0) return;
      faults++;
      if (causes.length < MAX_CAUSES && !causes.some((one) => every.isWithin(one, number))) causes.push(number);
    });
    return { faults: BigInt(faults), causes: causes.map((number) => ({ ...HEALTHY, links: every.linksOf(number) })) };
  });
  const foundBy = { way: 'structure', runs: runs.count } as const;
  return { family, foundBy, faults: found.map(({ faults }) => faults), causes: found.map(({ causes }) => causes) };
}

/** One run: what it stands for. */
interface Leaf {
  readonly answer: number;
  readonly cuts: CountedCuts;
}

/** The same, counted, whatever the size of the network; for all cuts. */
export function* sweepCounted(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  limit: FactLimit,
): Generator<void, Omit<Sweep, 'complete'> | undefined> {
  const counter = new CutCounter(topology, { steps: limit.steps });
  const world = new FactWorld(topology, counter.all());
  const leaves: Leaf[] = [];
  const runs = new Runs(question, limit.runs);
  do {
    if (!runs.begin()) return undefined;
    yield;
    let answer = runs.answer(world);
    while (counter.isWaiting) {
      yield* counter.catchUp();
      world.retry();
      answer = runs.answer(world);
    }
    if (counter.isExceeded) return undefined;
    leaves.push({ answer, cuts: world.possible });
  } while (world.advance());
  const faults = Array.from({ length: question.bits }, () => 0n);
  for (const { answer, cuts } of leaves)
    for (let bit = 0; bit < question.bits; bit++)
      if ((answer >> bit) & 1) faults[bit] = (faults[bit] ?? 0n) + cuts.count;
  const causes = yield* causesOf(counter, leaves, question.bits, limit.steps);
  return causes && { family, foundBy: { way: 'structure', runs: leaves.length }, faults, causes };
}

/**
 * The smallest causes of each bit: of the smallest size, and of sizes up to MOST_CUTS until there are enough.
 * Undefined: already the smallest ones take more steps than that.
 */
function* causesOf(
  counter: CutCounter,
  leaves: readonly Leaf[],
  bits: number,
  steps: number,
): Generator<void, Cause[][] | undefined> {
  const sized: { readonly leaf: Leaf; readonly least: number }[] = [];
  for (const leaf of leaves) {
    yield;
    let least = counter.least(leaf.cuts.constraints);
    while (counter.isWaiting) {
      yield* counter.catchUp();
      least = counter.least(leaf.cuts.constraints);
    }
    if (counter.isExceeded) return undefined;
    sized.push({ leaf, least });
  }
  const budget = { steps };
  const causes: Cause[][] = [];
  for (let bit = 0; bit < bits; bit++) {
    const having = sized.filter(({ leaf }) => (leaf.answer >> bit) & 1);
    const smallest = Math.min(...having.map(({ least }) => least));
    let found: CutSet[] = [];
    for (let most = smallest; having.length > 0 && (most === smallest || most <= MOST_CUTS); most++) {
      const all: CutSet[] = [];
      for (const { leaf, least } of having) {
        yield;
        const cuts = least > most ? [] : counter.smallestCuts(leaf.cuts.constraints, most, budget);
        if (cuts === undefined && most === smallest) return undefined;
        all.push(...(cuts ?? []));
      }
      if (budget.steps <= 0) break;
      found = withoutLarger(all, MAX_CAUSES);
      if (found.length >= MAX_CAUSES || smallest === 0) break;
    }
    causes.push(found.map((cuts) => ({ ...HEALTHY, links: linksOf(cuts, counter.links) })));
  }
  return causes;
}

const listed = new WeakMap<Topology, Map<number, EveryCut>>();

function everyCutOf(topology: Topology, most: number): EveryCut {
  const known = listed.get(topology) ?? new Map<number, EveryCut>();
  listed.set(topology, known);
  const found = known.get(most) ?? new EveryCut(topology, most);
  known.set(most, found);
  return found;
}
