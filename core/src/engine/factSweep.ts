import type { FaultFamily } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import type { Budget } from '../network/facts/counting.js';
import { CutCounter } from '../network/facts/cutCounter.js';
import { EveryCut, MOST_LISTED } from '../network/facts/everyCut.js';
import { firstImages } from '../network/facts/images.js';
import type { Machines } from '../network/facts/machines.js';
import type { Row } from '../network/facts/row.js';
import { sharedRows } from '../network/facts/sharedRows.js';
import { type Swap, swapWithFirst } from '../network/facts/swap.js';
import { FactWorld } from '../network/factWorld.js';
import { FAULT_KINDS } from '../network/kinds.js';
import { type CutSet, linksOf, withoutLarger } from '../network/patterns/weights.js';
import type { Topology } from '../network/topology.js';
import { MAX_CAUSES } from './causes.js';
import { factTree, type Leaf } from './factTree.js';
import { MOST_CUTS } from './patternSweep.js';
import { type Question, Runs, type Sweep } from './question.js';

/** Can a question about this family be asked in facts? Machines must be linked directly, and only links fail. */
export function isForFacts({ isTwoWay, isDirect }: Topology, family: FaultFamily): boolean {
  return family.links !== 0 && isTwoWay && isDirect && FAULT_KINDS.every(({ count }) => family[count] === 0);
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
  const { machines } = sharedRows(topology, question.kinds?.());
  yield;
  const firsts = yield* every.firstImages(machines.classes());
  const world = new FactWorld(topology, every.distinct(firsts));
  /** By the number of the cut. */
  const answers = new Int32Array(every.count);
  const runs = new Runs(question, machines.areApart ? limit.runs : firsts.length);
  do {
    if (!runs.begin()) return undefined;
    if (runs.isPause) yield;
    const answer = yield* runs.answer(world);
    for (const number of world.possible.numbers) answers[number] = answer;
  } while (world.advance());
  for (const [number, first] of firsts.entries()) answers[number] = answers[first] ?? 0;
  const faults: bigint[] = [];
  const causes: Cause[][] = [];
  for (let bit = 0; bit < question.bits; bit++) {
    yield;
    let having = 0;
    const smallest: number[] = [];
    for (let number = 0; number < answers.length; number++) {
      if ((((answers[number] ?? 0) >> bit) & 1) === 0) continue;
      having++;
      if (smallest.length < MAX_CAUSES && !smallest.some((one) => every.isWithin(one, number))) smallest.push(number);
    }
    faults.push(BigInt(having));
    causes.push(smallest.map((number) => ({ ...HEALTHY, links: every.linksOf(number) })));
  }
  return { family, foundBy: { way: 'structure', runs: runs.count }, faults, causes };
}

/** The same, counted, whatever the size of the network; for all cuts. */
export function* sweepCounted(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  limit: FactLimit,
): Generator<void, Omit<Sweep, 'complete'> | undefined> {
  const { machines, all } = sharedRows(topology, question.kinds?.());
  const swap = swapWithFirst(topology, question.kin?.client ?? -1);
  const leaves = yield* factTree(topology, { all, named: swap.vertex }, question, limit.runs);
  if (leaves === undefined) return undefined;
  const counts = yield* countsOf(new CutCounter(topology, machines, { steps: limit.steps }), machines, leaves);
  if (counts === undefined) return undefined;
  const bits = Array.from({ length: question.bits }, (_, bit) => bit);
  const faults = bits.map((bit) => {
    let sum = 0n;
    for (const [answer, count] of counts) if ((answer >> bit) & 1) sum += count;
    return sum;
  });
  const budget = { steps: limit.steps };
  const causes: Cause[][] = [];
  for (const bit of bits) {
    const having = leaves.filter(({ answer }) => (answer >> bit) & 1);
    const found = faults[bit] === 0n ? [] : yield* causesOf({ topology, machines, budget, swap }, having);
    if (found === undefined) return undefined;
    causes.push(found.map((cuts) => ({ ...HEALTHY, links: linksOf(cuts, machines.links) })));
  }
  return { family, foundBy: { way: 'structure', runs: leaves.length }, faults, causes };
}

/**
 * How many cuts have each answer. The answer of most rows needs no counting: its cuts are those that no other one has.
 * Undefined: the others take more than there is.
 */
function* countsOf(
  counter: CutCounter,
  machines: Machines,
  leaves: readonly Leaf[],
): Generator<void, ReadonlyMap<number, bigint> | undefined> {
  const byAnswer = new Map<number, Leaf[]>();
  for (const leaf of leaves) byAnswer.set(leaf.answer, [...(byAnswer.get(leaf.answer) ?? []), leaf]);
  const counts = new Map<number, bigint>();
  let rest = 1n << BigInt(machines.links);
  const [most, ...others] = [...byAnswer].sort(([, a], [, b]) => b.length - a.length);
  for (const [answer, rows] of others) {
    let sum = 0n;
    for (const one of rows) {
      const count = yield* counter.count(one.row.constraints);
      if (count === undefined) return undefined;
      sum += count * one.rows;
    }
    counts.set(answer, sum);
    rest -= sum;
  }
  if (most !== undefined) counts.set(most[0], rest);
  return counts;
}

/** What is searched for smallest causes; a row or another class of cuts. */
export interface Caused {
  readonly row: Pick<Row, 'smallestCuts'>;
}

interface Searched {
  readonly topology: Topology;
  readonly machines: Machines;
  readonly budget: Budget;
  readonly swap: Swap;
}

/**
 * The smallest causes that some of these rows hold under: of the smallest size, and of sizes up to MOST_CUTS until
 * there are enough. Undefined: already the smallest ones take more steps than there are.
 */
export function* causesOf(
  { topology, machines, budget, swap }: Searched,
  leaves: readonly Caused[],
): Generator<void, CutSet[] | undefined> {
  const classes = machines.classes();
  let found: CutSet[] = [];
  for (let size = 0; size <= machines.links && (found.length === 0 || size <= MOST_CUTS); size++) {
    const all: CutSet[] = [];
    for (const { row } of leaves) {
      yield;
      const cuts = row.smallestCuts(size, budget)?.map(swap.cuts);
      if (cuts === undefined) return found.length === 0 ? undefined : found;
      for (const one of cuts) {
        if (one.size < size || all.some(({ bits }) => bits === one.bits)) continue;
        if (found.some(({ bits }) => (bits & one.bits) === bits)) continue;
        const images = firstImages(topology, one, { classes, most: MAX_CAUSES, budget });
        if (images === undefined) return found.length === 0 ? undefined : found;
        all.push(...images);
      }
    }
    found = withoutLarger([...found, ...all], MAX_CAUSES);
    if (found.length >= MAX_CAUSES || (size === 0 && found.length > 0)) break;
  }
  return found;
}

const listed = new WeakMap<Topology, Map<number, EveryCut>>();

function everyCutOf(topology: Topology, most: number): EveryCut {
  const known = listed.get(topology) ?? new Map<number, EveryCut>();
  listed.set(topology, known);
  const found = known.get(most) ?? new EveryCut(topology, most);
  known.set(most, found);
  return found;
}
