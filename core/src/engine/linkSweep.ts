import { EMPTY_FAMILY } from '../model/family.js';
import type { FaultFamily, Model } from '../model/model.js';
import { causeSize, type Cause, HEALTHY } from '../network/fault.js';
import { concreteParts, leavesOutHealthy, singleKind } from '../network/families.js';
import { countOf, FAULT_KINDS, type FaultKind, firstOf, type Participants } from '../network/kinds.js';
import { LinkWorld } from '../network/linkWorld.js';
import { pairOf, placeOf } from '../network/places.js';
import { type SingleFaults, singleFaultsOf } from '../network/singleFaults.js';
import type { Topology } from '../network/topology.js';
import { type AnswerTree, answerTreeOf } from './answerTree.js';
import { MAX_CAUSES } from './causes.js';
import { Found, Leaves, type Start } from './layers.js';
import { answerTo, cutShort, type Question, Runs, type Sweep } from './question.js';

/** Sets of things of which there are more than this are not gone through. */
const MOST_THINGS = 100_000;

/**
 * The sweep as a tree of runs that decide links one by one, for any network. It goes by the number of links that a run
 * cuts: where all faults take more than `limit` runs, the answer is that for as many cut links as take no more.
 */
export function* sweepByLinks(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  limit: number,
): Generator<void, Sweep> {
  const { model } = topology;
  const kind = singleKind(family);
  if (kind !== undefined) {
    const whole = yield* sweepOneByOne(topology, family, question, { kind, limit });
    return whole === undefined ? nothing(question, limit) : { ...whole, complete: true };
  }
  if (FAULT_KINDS.some((one) => family[one.count] > 0 && countOf(one, model) > MOST_THINGS))
    return nothing(question, limit);
  const most = family.links === 'all' ? model.links.length : Math.min(family.links, model.links.length);
  const tree: Tree = {
    topology,
    question,
    most,
    runs: new Runs(question, limit),
    found: Found.nothing(model, question.bits),
  };
  const { runs, found } = tree;
  let whole: Omit<Sweep, 'complete' | 'faults' | 'causes'> | undefined;
  let starts: Iterable<Start> = healthyLinks(model, family);
  for (let cuts = 0; ; cuts++) {
    const leaves = yield* sweepLayer(tree, cuts, starts);
    if (leaves === undefined) break;
    const foundBy = { way: 'enumeration', runs: runs.count } as const;
    if (leaves.count === 0) return { family, complete: true, foundBy, ...found.upTo(most) };
    if (cuts > 0) whole = { family: { ...family, links: cuts }, foundBy };
    // Each of them is a run: a layer that does not fit is not begun.
    if (!runs.hasLeft(leaves.count)) break;
    starts = leaves.starts();
  }
  const cap = { of: 'runs', most: limit } as const;
  if (whole !== undefined) return cutShort({ ...whole, ...found.upTo(Number(whole.family.links)) }, cap);
  if (most === 0) return nothing(question, limit);
  return cutShort(yield* sweepByLinks(topology, { ...family, links: 0 }, question, limit), cap);
}

interface Tree {
  readonly topology: Topology;
  readonly question: Question;
  /** How many links a run may cut. */
  readonly most: number;
  readonly runs: Runs;
  /** Of whole layers. */
  readonly found: Found;
}

/** The runs that cut `cuts` links. Undefined: they do not fit, and nothing of them is told. */
function* sweepLayer(
  { topology, most, runs, found }: Tree,
  cuts: number,
  starts: Iterable<Start>,
): Generator<void, Leaves | undefined> {
  const layer = found.next();
  const leaves = new Leaves();
  let part: Cause | undefined;
  let world: LinkWorld | undefined;
  for (const start of starts) {
    if (!runs.begin()) return undefined;
    if (runs.isPause) yield;
    if (world === undefined || part !== start.part) world = new LinkWorld(topology, start.part, most);
    ({ part } = start);
    world.begin(start.decisions);
    layer.note(yield* runs.answer(world), world, part);
    if (world.cutCount < most) leaves.add(start, world.decisions());
  }
  found.addLayer(layer, cuts);
  return leaves;
}

/** Every combination of what is broken besides links; only those are faults where links are not. */
function* healthyLinks(model: Model, family: FaultFamily): Generator<Start> {
  for (const part of concreteParts(model, family))
    if (!leavesOutHealthy(family) || causeSize(part) > 0) yield { part, decisions: [] };
}

function nothing({ bits }: Question, most: number): Sweep {
  const faults = Array.from({ length: bits }, () => 0n);
  const foundBy = { way: 'enumeration', runs: 0 } as const;
  return cutShort({ family: EMPTY_FAMILY, foundBy, faults, causes: faults.map(() => []) }, { of: 'runs', most });
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
  const unchanged = yield* healthyOf(topology, question);
  const tree = answerTreeOf(question);
  const matter = kind.matter(model, unchanged);
  if (matter.length >= limit) return undefined;
  const runs = new Runs(question, limit, tree);
  const faults = Array.from({ length: bits }, () => 0);
  const causes = Array.from({ length: bits }, (): number[] => []);
  const note = (answer: number, things: readonly number[], times: number): void => {
    for (let bit = 0; bit < bits; bit++) {
      if (((answer >> bit) & 1) === 0) continue;
      faults[bit] = (faults[bit] ?? 0) + times;
      causes[bit]?.push(...things);
    }
  };
  const single = singleFaultsOf(topology, kind);
  const spared = new Set(kind.spares === undefined ? [] : matter.filter((one) => kind.spares?.(unchanged, one)));
  if (spared.size > 0) note(unchanged.answer, [...spared], spared.size);
  let left: readonly number[] = matter.filter((one) => !spared.has(one));
  for (let [first] = left; first !== undefined; [first] = left) {
    const { answer, things } = alike(single, tree, left, first);
    for (const _ of things) if (!runs.begin()) return undefined;
    if (runs.isPause) yield;
    note(answer ?? (yield* runs.answer(single.world(first).renew())), things, things.length);
    left = without(left, things);
  }
  if (unchanged.answer !== 0) {
    const known = new Set(matter);
    const silent = firstOf(kind, model, matter.length + MAX_CAUSES).filter((one) => !known.has(one));
    if (silent.length > 0) note(unchanged.answer, silent, countOf(kind, model) - matter.length);
  }
  const foundBy = { way: 'enumeration', runs: matter.length + 1 } as const;
  // None of them contains another one.
  const causesOf = (things: readonly number[]): Cause[] => firstOnes(things).map((one) => single.cause(one));
  return { family, foundBy, faults: faults.map(BigInt), causes: causes.map(causesOf) };
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
  let things: ReadonlySet<number> | undefined;
  let others: Set<number> | undefined;
  const answer = tree.known(single.isTwoWay, (from, to) => {
    const { healthy, changedBy } = single.answer(from, to);
    const isChanged = changedBy.has(first);
    // Few faults change one answer.
    if (isChanged) things = new Set([...changedBy].filter((one) => things === undefined || things.has(one)));
    else for (const one of changedBy) (others ??= new Set()).add(one);
    return healthy !== isChanged;
  });
  if (answer === undefined) return { answer, things: [first] };
  return { answer, things: left.filter((one) => things?.has(one) !== false && others?.has(one) !== true) };
}

/** The answer on the healthy network, and all that takes part in it. */
interface OnHealthy extends Participants {
  readonly answer: number;
}

/** A question is asked for several kinds of faults. */
const healthy = new WeakMap<Question, OnHealthy>();

function* healthyOf(topology: Topology, question: Question): Generator<void, OnHealthy> {
  const known = healthy.get(question);
  if (known !== undefined) return known;
  const world = new LinkWorld(topology, HEALTHY, 0);
  const watched = world.watch();
  const answer = yield* answerTo(question, world);
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

/** Both in the same order. */
function without(list: readonly number[], some: readonly number[]): number[] {
  let next = 0;
  return list.filter((one) => {
    if (one !== some[next]) return true;
    next++;
    return false;
  });
}

function firstOnes(things: readonly number[]): readonly number[] {
  return things.length < 2 ? things : [...things].sort((x, y) => x - y).slice(0, MAX_CAUSES);
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
