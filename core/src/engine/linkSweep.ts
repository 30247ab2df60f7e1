import type { FaultFamily } from '../model/model.js';
import { causeSize, type Cause, HEALTHY } from '../network/fault.js';
import { concreteParts, leavesOutHealthy, singleKind, subsetCount } from '../network/families.js';
import { countOf, FAULT_KINDS, type FaultKind, firstOf, type Participants } from '../network/kinds.js';
import { LinkWorld } from '../network/linkWorld.js';
import { pairOf, placeOf } from '../network/places.js';
import { type SingleFaults, singleFaultsOf } from '../network/singleFaults.js';
import type { Topology } from '../network/topology.js';
import { MAX_CAUSES, MinimalCauses } from './causes.js';
import { type AnswerTree, answerTreeOf } from './answerTree.js';
import { type Question, Runs, type Sweep } from './question.js';

/** Sets of things of which there are more than this are not gone through. */
const MOST_THINGS = 100_000;

/**
 * The sweep as a tree of runs that decide links one by one, for any network. Undefined: it takes more than `limit`
 * runs.
 */
export function* sweepByLinks(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  limit: number,
): Generator<void, Omit<Sweep, 'complete'> | undefined> {
  const kind = singleKind(family);
  if (kind !== undefined) return yield* sweepOneByOne(topology, family, question, { kind, limit });
  const { model } = topology;
  const { bits } = question;
  const links = model.links.length;
  const most = family.links === 'all' ? links : Math.min(family.links, links);
  // Runs that stand for equally many faults are counted together: `u` links undecided, `c` cut.
  const tally: Map<number, number>[] = Array.from({ length: bits }, () => new Map<number, number>());
  const candidates = Array.from({ length: bits }, () => new MinimalCauses(model));
  const note = (answer: number, key: number, causeOf: () => Cause): void => {
    let cause: Cause | undefined;
    for (let bit = 0; bit < bits; bit++) {
      if (((answer >> bit) & 1) === 0) continue;
      const counts = tally[bit];
      counts?.set(key, (counts.get(key) ?? 0) + 1);
      cause ??= causeOf();
      candidates[bit]?.add(cause);
    }
  };
  if (FAULT_KINDS.some((one) => family[one.count] > 0 && countOf(one, model) > MOST_THINGS)) return undefined;
  const runs = new Runs(question, limit);
  for (const part of concreteParts(model, family)) {
    if (leavesOutHealthy(family) && causeSize(part) === 0) continue;
    const world = new LinkWorld(topology, part, most);
    do {
      if (!runs.begin()) return undefined;
      if (runs.isPause) yield;
      const answer = runs.answer(world);
      const key = most === 0 ? 0 : world.undecidedCount() * (links + 1) + world.cutCount;
      note(answer, key, () => ({ ...part, links: world.decidedCuts() }));
    } while (world.advance());
  }
  const faults = tally.map((counts) => {
    let sum = 0n;
    for (const [key, times] of counts) {
      const undecided = Math.floor(key / (links + 1));
      const cut = key % (links + 1);
      sum += BigInt(times) * subsetCount(undecided, most - cut);
    }
    return sum;
  });
  const foundBy = { way: 'enumeration', runs: runs.count } as const;
  return { family, foundBy, faults, causes: candidates.map((found) => found.smallest()) };
}

/**
 * One thing broken at a time. A network has many things, and a question few participants: what takes no part leaves the
 * answer as it is on the healthy network, and takes no run.
 */
function* sweepOneByOne(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  { kind, limit }: { readonly kind: FaultKind; readonly limit: number },
): Generator<void, Omit<Sweep, 'complete'> | undefined> {
  const { model } = topology;
  const { bits } = question;
  const unchanged = healthyOf(topology, question);
  const tree = answerTreeOf(question);
  const matter = kind.matter(model, unchanged);
  if (matter.length >= limit) return undefined;
  const runs = new Runs(question, limit, tree);
  const faults = Array.from({ length: bits }, () => 0n);
  const causes = Array.from({ length: bits }, (): number[] => []);
  const note = (answer: number, things: readonly number[], times: number): void => {
    for (let bit = 0; bit < bits; bit++) {
      if (((answer >> bit) & 1) === 0) continue;
      faults[bit] = (faults[bit] ?? 0n) + BigInt(times);
      causes[bit]?.push(...things);
    }
  };
  const single = singleFaultsOf(topology, kind);
  const causeOf = (one: number): Cause => ({ ...HEALTHY, [kind.part]: [one] });
  const spared = new Set(kind.spares === undefined ? [] : matter.filter((one) => kind.spares?.(unchanged, one)));
  note(unchanged.answer, [...spared], spared.size);
  let left: readonly number[] = matter.filter((one) => !spared.has(one));
  for (let [first] = left; first !== undefined; [first] = left) {
    const { answer, things } = alike(single, tree, left, first);
    for (const _ of things) if (!runs.begin()) return undefined;
    if (runs.isPause) yield;
    note(answer ?? runs.answer(new LinkWorld(topology, causeOf(first), 0)), things, things.length);
    const done = new Set(things);
    left = left.filter((one) => !done.has(one));
  }
  const known = new Set(matter);
  const silent = firstOf(kind, model, matter.length + MAX_CAUSES).filter((one) => !known.has(one));
  if (silent.length > 0) note(unchanged.answer, silent, countOf(kind, model) - matter.length);
  const foundBy = { way: 'enumeration', runs: matter.length + 1 } as const;
  // None of them contains another one.
  return { family, foundBy, faults, causes: causes.map((things) => firstOnes(things).map(causeOf)) };
}

/**
 * The things that get the question the same row of answers as the first one, and its own answer to that row. Where it
 * is not known yet, the first thing alone: once it is judged, the row is known.
 */
function alike(
  single: SingleFaults,
  tree: AnswerTree,
  left: readonly number[],
  first: number,
): { readonly answer: number | undefined; readonly things: readonly number[] } {
  let things = left;
  const answer = tree.known(single.isTwoWay, (from, to) => {
    const { healthy, changedBy } = single.answer(from, to);
    const isChanged = changedBy.has(first);
    if (changedBy.size > 0) things = things.filter((one) => changedBy.has(one) === isChanged);
    return healthy !== isChanged;
  });
  return { answer, things: answer === undefined ? [first] : things };
}

/** The answer on the healthy network, and all that takes part in it. */
interface OnHealthy extends Participants {
  readonly answer: number;
}

/** A question is asked for several kinds of faults. */
const healthy = new WeakMap<Question, OnHealthy>();

function healthyOf(topology: Topology, question: Question): OnHealthy {
  const known = healthy.get(question);
  if (known !== undefined) return known;
  const world = new LinkWorld(topology, HEALTHY, 0);
  const watched = world.watch();
  const answer = question.answer(world);
  const asked = world.asked();
  const carrying = carryingIn(topology, asked);
  const found = {
    answer,
    has: (vertex: number): boolean => watched[vertex] === 1,
    pairs: pairsIn(topology, asked),
    carries: (direction: number): boolean => carrying[direction] === 1,
  };
  healthy.set(question, found);
  return found;
}

function firstOnes(things: readonly number[]): number[] {
  return [...things].sort((x, y) => x - y).slice(0, MAX_CAUSES);
}

/** The pairs of places between which messages were asked for, ascending. */
function pairsIn({ model }: Topology, asked: ReturnType<LinkWorld['asked']>): number[] {
  const pairs = new Set<number>();
  for (const [from, to] of asked) {
    const [one, other] = [placeOf(model, from), placeOf(model, to)];
    const pair = one === undefined || other === undefined ? undefined : pairOf(model, one, other);
    if (pair !== undefined) pairs.add(pair);
  }
  return [...pairs].sort((x, y) => x - y);
}

/** By direction, a 1 if the way of a message on the healthy network takes it, or the way back. */
function carryingIn({ model, anchor, healthyWays }: Topology, asked: ReturnType<LinkWorld['asked']>): Uint8Array {
  const found = new Uint8Array(2 * model.links.length);
  for (const [from, to] of asked) {
    const [start, goal] = [anchor[from] ?? from, anchor[to] ?? to];
    for (const way of [healthyWays.between(start, goal), healthyWays.between(goal, start)])
      for (let hop = 0; hop < (way?.length ?? 0); hop += 2) {
        const direction = way?.[hop] ?? -1;
        if (direction >= 0) found[direction] = 1;
      }
  }
  return found;
}
