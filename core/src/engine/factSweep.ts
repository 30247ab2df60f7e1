import type { FaultFamily } from '../model/model.js';
import { HEALTHY } from '../network/fault.js';
import { EveryCut, MOST_LISTED } from '../network/facts/everyCut.js';
import { FactWorld } from '../network/factWorld.js';
import { FAULT_KINDS } from '../network/kinds.js';
import type { Topology } from '../network/topology.js';
import { MAX_CAUSES } from './causes.js';
import type { Question, Sweep } from './question.js';

const RUNS_BETWEEN_PAUSES = 8;

/** Can a question about this family be asked in facts? Machines must be linked directly, and only links fail. */
export function isForFacts({ model, relays }: Topology, family: FaultFamily): boolean {
  return (
    family.links !== 0 &&
    FAULT_KINDS.every(({ count }) => family[count] === 0) &&
    model.links.every(({ oneWay }) => !oneWay) &&
    !relays.includes(true)
  );
}

/**
 * The sweep by facts, for machines that are linked directly: each run decides what the question asks as a whole, such
 * as "a majority is in reach of this replica", and stands for all cuts under which that is so. Undefined: it takes more
 * than `limit` runs.
 */
export function* sweepByFacts(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  limit: number,
): Generator<void, Omit<Sweep, 'complete'> | undefined> {
  const links = topology.model.links.length;
  if (links > MOST_LISTED) return undefined;
  const every = everyCutOf(topology, family.links === 'all' ? links : Math.min(family.links, links));
  const world = new FactWorld(topology, every.all());
  /** By the number of the cut. */
  const answers = new Int32Array(every.count);
  let runs = 0;
  do {
    if (++runs > limit) return undefined;
    if (runs % RUNS_BETWEEN_PAUSES === 0) yield;
    const answer = question.answer(world);
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
  return { family, faults: found.map(({ faults }) => faults), causes: found.map(({ causes }) => causes) };
}

const listed = new WeakMap<Topology, Map<number, EveryCut>>();

function everyCutOf(topology: Topology, most: number): EveryCut {
  const known = listed.get(topology) ?? new Map<number, EveryCut>();
  listed.set(topology, known);
  const found = known.get(most) ?? new EveryCut(topology, most);
  known.set(most, found);
  return found;
}
