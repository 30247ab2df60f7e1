import { Recent } from '../base/recent.js';
import type { FaultFamily } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { concreteParts, subsetCount } from '../network/families.js';
import { cutLinks } from '../network/places.js';
import { LinkWorld } from '../network/linkWorld.js';
import { Backbone, nameOf, type Pair, type PatternTable, RelayPart } from '../network/patterns/table.js';
import { addedUp, type CutSet, cutSetOf, linksOf, setsByCuts, withoutLarger } from '../network/patterns/weights.js';
import { PatternWorld } from '../network/patternWorld.js';
import type { Topology } from '../network/topology.js';
import { MAX_CAUSES, smallest } from './causes.js';
import { answerTreeOf } from './answerTree.js';
import { type AskedPairs, pairsOf } from './askedPairs.js';
import { type Question, Runs, RUNS_BETWEEN_PAUSES, type Sweep } from './question.js';

/** For the causes beyond the first one: a table of small cuts has few states. */
const CAUSE_STATES = 20_000;
/** Besides the smallest one, causes of up to this many cut links are listed. */
export const MOST_CUTS = 6;

/** How much a sweep may take. */
export interface PatternLimit {
  readonly runs: number;
  readonly states: number;
}

/**
 * The sweep by patterns of reachability: how often relays give the vertices that a question asks about each pattern is
 * counted without the question, and the question is asked once for each class of patterns. Undefined: the network has
 * links of one direction, or it takes more than the limit.
 */
export function* patternSweep(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  limit: PatternLimit,
): Generator<void, Omit<Sweep, 'complete'> | undefined> {
  const { model } = topology;
  if (!topology.isTwoWay || family.oneWays > 0) return undefined;
  const links = model.links.length;
  const most = family.links === 'all' ? links : Math.min(family.links, links);
  const faults = Array.from({ length: question.bits }, () => 0n);
  const causes = Array.from({ length: question.bits }, (): Cause[] => []);
  let runs = 0;
  for (const part of concreteParts(model, family)) {
    const found = yield* sweepPart(topology, part, { question, most, limit });
    if (found === undefined) return undefined;
    runs += found.runs;
    for (let bit = 0; bit < question.bits; bit++) {
      faults[bit] = (faults[bit] ?? 0n) + (found.faults[bit] ?? 0n);
      causes[bit]?.push(...(found.causes[bit] ?? []).map((cuts) => ({ ...part, links: linksOf(cuts, links) })));
    }
  }
  const foundBy = { way: 'structure', runs } as const;
  return { family, foundBy, faults, causes: causes.map((all) => smallest(model, all)) };
}

interface Asked {
  readonly question: Question;
  readonly most: number;
  readonly limit: PatternLimit;
}

interface PartOfSweep {
  readonly runs: number;
  readonly faults: readonly bigint[];
  readonly causes: readonly (readonly CutSet[])[];
}

/** The cuts beside one concrete fault. */
function* sweepPart(topology: Topology, part: Cause, asked: Asked): Generator<void, PartOfSweep | undefined> {
  const links = topology.model.links.length;
  const found = yield* pairsOf(topology, part, asked.question);
  const pairs = new Map(found.all);
  const tree = answerTreeOf(asked.question);
  for (;;) {
    const relays = relayPartOf(topology, part, [...pairs.values()]);
    const table = relays === undefined ? undefined : yield* relays.table(asked.most, asked.limit.states);
    if (relays === undefined || table === undefined) return undefined;
    const world = new PatternWorld(topology, part, asked.most, table);
    const leaves: Leaf[] = [];
    const runs = new Runs(asked.question, asked.limit.runs, tree);
    do {
      if (!runs.begin()) return undefined;
      if (runs.isPause) yield;
      const answer = yield* runs.answer(world);
      if (world.missing.length > 0) break;
      leaves.push({
        answer,
        patterns: world.patterns,
        cuts: cutSetOf(world.decidedCuts(), links),
        free: links - table.links - world.decidedCount(),
      });
    } while (world.advance());
    if (world.missing.length === 0)
      return { runs: leaves.length, ...(yield* sumOf({ relays, table, leaves: together(leaves), links }, asked)) };
    for (const pair of world.missing) pairs.set(nameOf(pair), pair);
  }
}

/** At most this many sets of machines keep their tables: operations on the same store follow each other. */
const MOST_PARTS = 40;

/** The network beside one fault: questions about the same machines share one part of it. */
interface Beside {
  readonly backbone: Backbone;
  readonly parts: Recent<string, RelayPart | undefined>;
}

const networks = new WeakMap<Topology, Map<string, Beside>>();

function besideOf(topology: Topology, part: Cause): Beside {
  const known = networks.get(topology) ?? new Map<string, Beside>();
  networks.set(topology, known);
  const key = JSON.stringify(part);
  const found = known.get(key);
  if (found !== undefined) return found;
  const dead = new Set(cutLinks(topology.model, { ...part, links: [] }));
  const base = new LinkWorld(topology, part, 0);
  const broken = {
    isDead: (link: number): boolean => dead.has(link),
    isUp: (relay: number): boolean => base.isUp(relay),
  };
  const made = {
    backbone: new Backbone(topology, broken),
    parts: new Recent<string, RelayPart | undefined>(MOST_PARTS),
  };
  known.set(key, made);
  return made;
}

function relayPartOf(topology: Topology, part: Cause, pairs: readonly Pair[]): RelayPart | undefined {
  const { parts, backbone } = besideOf(topology, part);
  const key = pairs.map(nameOf).sort().join(',');
  const found = parts.has(key) ? parts.get(key) : RelayPart.of(topology, pairs, backbone);
  // What is used goes last.
  parts.set(key, found);
  return found;
}

/**
 * The numbers of cut links, the largest one first, for which the patterns of a question take no more than `states`
 * states, of a few numbers.
 */
export function* mostCuts(
  topology: Topology,
  most: number,
  question: Question,
  states: number,
): Generator<void, number[]> {
  if (!topology.isTwoWay) return [];
  const pairs = yield* pairsOf(topology, HEALTHY, question);
  const relays = relayPartOf(topology, HEALTHY, [...pairs.all.values()]);
  const found: number[] = [];
  for (let cuts = 1; cuts <= most; cuts += Math.max(1, cuts >> 1)) {
    if (!(yield* othersFit(topology, pairs, cuts, states))) break;
    if (relays === undefined || !(yield* relays.fits(cuts, states))) break;
    found.unshift(cuts);
  }
  return found;
}

/**
 * Does what a question asks for in the name of any client fit for few cuts? It is a part of the question, and is looked
 * at once for all clients. For all cuts the order in which relays are taken decides more than one client does.
 */
function* othersFit(
  topology: Topology,
  { all, byAnybody }: AskedPairs,
  cuts: number,
  states: number,
): Generator<void, boolean> {
  if (byAnybody.length === 0 || byAnybody.length === all.size) return true;
  const relays = relayPartOf(topology, HEALTHY, byAnybody);
  return relays !== undefined && (yield* relays.fits(cuts, states));
}

/** One run: what it stands for. */
interface Leaf {
  readonly answer: number;
  readonly patterns: readonly number[];
  /** Direct links that are cut. */
  readonly cuts: CutSet;
  /** How many links the run did not depend on, and no pattern either. */
  readonly free: number;
}

/** Runs that differ in nothing but their patterns, together: no pattern is in two of them. */
function together(leaves: readonly Leaf[]): readonly Leaf[] {
  const found = new Map<string, Leaf & { readonly patterns: number[] }>();
  for (const leaf of leaves) {
    const key = `${leaf.answer} ${leaf.free} ${leaf.cuts.bits}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...leaf, patterns: [...leaf.patterns] });
    else known.patterns.push(...leaf.patterns);
  }
  return [...found.values()];
}

/** All runs of a question, some of them together. */
interface Leaves {
  readonly relays: RelayPart;
  readonly table: PatternTable;
  readonly leaves: readonly Leaf[];
  readonly links: number;
}

function* sumOf(
  { relays, table, leaves, links }: Leaves,
  { question: { bits }, most, limit }: Asked,
): Generator<void, Omit<PartOfSweep, 'runs'>> {
  const faults = Array.from({ length: bits }, () => 0n);
  const first = Array.from({ length: bits }, (): CutSet[] => []);
  let looked = 0;
  const isIn = (leaf: Leaf, bit: number): boolean => ((leaf.answer >> bit) & 1) === 1;
  for (const [i, leaf] of leaves.entries()) {
    if (i % RUNS_BETWEEN_PAUSES === 0) yield;
    const room = most - leaf.cuts.size;
    // Patterns have no cuts in common, so what is known of them is added as it is.
    const all = addedUp(leaf.patterns.flatMap((place) => table.counted[place] ?? []));
    if (all === undefined || all.first.size > room) continue;
    let sets = 0n;
    for (const [cuts, count] of setsByCuts(all, links, most).entries())
      if (cuts <= room && count > 0n) sets += count * subsetCount(leaf.free, most >= links ? leaf.free : room - cuts);
    const smallestOne = bothCut(all.first, leaf.cuts);
    for (let bit = 0; bit < bits; bit++) {
      if (!isIn(leaf, bit)) continue;
      faults[bit] = (faults[bit] ?? 0n) + sets;
      first[bit]?.push(smallestOne);
    }
  }
  let causes = first.map((sets) => withoutLarger(sets, 1));
  for (;;) {
    const open = causes.flatMap(([one], bit) => (one !== undefined && isOpen(causes[bit] ?? []) ? [one.size] : []));
    if (open.length === 0 || looked >= Math.min(most, MOST_CUTS)) break;
    looked = Math.max(looked + 1, Math.min(...open));
    const cutsOf = yield* relays.smallestCuts(Math.min(looked, most), Math.min(limit.states, CAUSE_STATES));
    if (cutsOf === undefined) break;
    const byPattern = table.counted.map((_, pattern) => cutsOf.get(table.key(pattern)) ?? []);
    const found = Array.from({ length: bits }, (): CutSet[] => []);
    for (const [i, leaf] of leaves.entries()) {
      if (i % RUNS_BETWEEN_PAUSES === 0) yield;
      const sets = leaf.patterns.flatMap((place) => byPattern[place] ?? []);
      const all = sets.flatMap((cuts) => (cuts.size + leaf.cuts.size <= most ? [bothCut(cuts, leaf.cuts)] : []));
      for (let bit = 0; bit < bits; bit++) if (isIn(leaf, bit)) found[bit]?.push(...all);
    }
    causes = causes.map((known, bit) => withoutLarger([...known, ...(found[bit] ?? [])], MAX_CAUSES));
  }
  return { faults, causes };
}

/** Can the list become longer? Nothing is smaller than no cut at all. */
function isOpen(causes: readonly CutSet[]): boolean {
  return causes.length < MAX_CAUSES && causes[0]?.size !== 0;
}

function bothCut(a: CutSet, b: CutSet): CutSet {
  return { size: a.size + b.size, bits: a.bits | b.bits };
}
