import { EMPTY_FAMILY } from '../model/family.js';
import type { FaultFamily, Model } from '../model/model.js';
import { CAUSE_PARTS, causeSize, type Cause, HEALTHY } from '../network/fault.js';
import { concreteParts, leavesOutHealthy, subsetCount } from '../network/families.js';
import { linksOfNode, linksOutOf, placeOf, placePairs } from '../network/places.js';
import type { Topology } from '../network/topology.js';
import { LinkWorld } from '../network/linkWorld.js';
import type { World } from '../network/world.js';

/** Up to this many links, nearly every design is explored completely. */
const FEW_LINKS = 20;
const RUNS_FEW_LINKS = 200_000;
/**
 * With more links, most designs that do not fit would not fit into ten times as many runs either. The questions of the
 * file share this many runs …
 */
const RUNS_OF_FILE = 40_000;
/** … in these steps, so that one more operation rarely changes how far the others are explored. */
const RUNS_MANY_LINKS = [3_000, 1_000, 300, 100] as const;

/**
 * How many runs one family may take for one question before fewer cut links are explored. A run takes ten to a hundred
 * microseconds; runs are counted, not timed, so that the same file gets the same answer on every machine.
 */
export function maxRuns(links: number, questions: number): number {
  if (links <= FEW_LINKS) return RUNS_FEW_LINKS;
  return RUNS_MANY_LINKS.find((runs) => runs * questions <= RUNS_OF_FILE) ?? RUNS_MANY_LINKS[3];
}

/** How many of the smallest causes of one verdict are kept. */
export const MAX_CAUSES = 32;

/** After this many runs the caller can cancel. They take at most a millisecond, even in a large network. */
const RUNS_BETWEEN_PAUSES = 8;

/** A question about one world, with its answers as a mask of `bits` bits. */
export interface Question {
  readonly bits: number;
  answer(world: World): number;
}

/** The result of a sweep over one family, per bit of the answer. */
export interface Sweep {
  /** The family that was explored: the one of the question, or one with fewer links. */
  readonly family: FaultFamily;
  readonly complete: boolean;
  /** In how many faults each bit is set. */
  readonly faults: readonly bigint[];
  /** Per bit, causes of which none contains another, smallest first, at most MAX_CAUSES. */
  readonly causes: readonly (readonly Cause[])[];
}

/**
 * Asks the question for every fault of a family; if that takes more than `limit` runs, only for the faults with at most
 * as many cut links as fit.
 */
export function* sweep(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  limit: number,
): Generator<void, Sweep> {
  const whole = yield* attempt(topology, family, question, limit);
  if (whole !== undefined) return { ...whole, complete: true };
  const links = topology.model.links.length;
  const most = family.links === 'all' ? links : family.links;
  let best: Sweep | undefined;
  for (let k = 0; k < most; k++) {
    const part = yield* attempt(topology, { ...family, links: k }, question, limit);
    if (part === undefined) break;
    best = { ...part, complete: false };
  }
  const nothing = Array.from({ length: question.bits }, () => 0n);
  return (
    best ?? {
      family: EMPTY_FAMILY,
      complete: false,
      faults: nothing,
      causes: nothing.map(() => []),
    }
  );
}

function* attempt(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  limit: number,
): Generator<void, Omit<Sweep, 'complete'> | undefined> {
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
  const silent = most === 0 && family.pairs > 0 ? new SilentPairs({ model, topology }, question) : undefined;
  let runs = silent === undefined ? 0 : 1;
  for (const part of concreteParts(model, family)) {
    if (leavesOutHealthy(family) && causeSize(part) === 0) continue;
    if (silent?.covers(part) === true) {
      note(silent.answer, 0, () => part);
      continue;
    }
    const world = new LinkWorld(topology, part, most);
    do {
      if (++runs > limit) return undefined;
      if (runs % RUNS_BETWEEN_PAUSES === 0) yield;
      const answer = question.answer(world);
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
  return { family, faults, causes: candidates.map((found) => found.smallest()) };
}

/**
 * Pairs of places between which the healthy network is asked for no message: the answer is the same with them apart,
 * and takes no run. A network has many pairs, and a store few replicas.
 */
class SilentPairs {
  readonly answer: number;
  private readonly asked: ReadonlySet<number>;

  constructor({ model, topology }: { readonly model: Model; readonly topology: Topology }, question: Question) {
    const world = new LinkWorld(topology, HEALTHY, 0);
    this.answer = question.answer(world);
    const numbers = new Map(placePairs(model).map(([one, other], pair) => [`${one} ${other}`, pair]));
    const asked = world.asked().flatMap(([from, to]) => {
      const [one = -1, other = -1] = [placeOf(model, from) ?? -1, placeOf(model, to) ?? -1].sort((x, y) => x - y);
      return numbers.get(`${one} ${other}`) ?? [];
    });
    this.asked = new Set(asked);
  }

  /** Is nothing broken but such pairs? */
  covers(cause: Cause): boolean {
    return causeSize(cause) === cause.pairs.length && cause.pairs.every((pair) => !this.asked.has(pair));
  }
}

/** The smallest `most` causes, without those that contain another one. */
export function smallest(model: Model, candidates: readonly Cause[], most = MAX_CAUSES): Cause[] {
  const kept: Cause[] = [];
  for (const cause of [...candidates].sort(compareCauses)) {
    if (kept.length >= most) break;
    if (!kept.some((other) => isPartOf(model, other, cause))) kept.push(cause);
  }
  return kept;
}

/**
 * Collects causes. Causes that contain another one are removed from time to time; otherwise a mesh would keep one for
 * each run.
 */
class MinimalCauses {
  private causes: Cause[] = [];
  private room = 1000;

  constructor(private readonly model: Model) {}

  add(cause: Cause): void {
    this.causes.push(cause);
    if (this.causes.length < this.room) return;
    this.causes = smallest(this.model, this.causes, Infinity);
    this.room = 2 * this.causes.length + 1000;
  }

  smallest(): Cause[] {
    return smallest(this.model, this.causes);
  }
}

/** Smaller first; of the same size by the kind of what is broken (`CAUSE_PARTS`), then by order of declaration. */
export function compareCauses(a: Cause, b: Cause): number {
  if ((a.partition ?? -1) !== (b.partition ?? -1)) return (a.partition ?? -1) - (b.partition ?? -1);
  if (causeSize(a) !== causeSize(b)) return causeSize(a) - causeSize(b);
  for (const part of CAUSE_PARTS) {
    if (a[part].length !== b[part].length) return b[part].length - a[part].length;
  }
  for (const part of CAUSE_PARTS) {
    const i = a[part].findIndex((one, k) => one !== b[part][k]);
    if (i >= 0) return (a[part][i] ?? 0) - (b[part][i] ?? 0);
  }
  return 0;
}

/**
 * Does the second contain the first? Of faults of one size that break nearly the same, a cut link is the one to report:
 * it covers each of its directions, the isolation of a node and the end of a zone that it belongs to, and the pair of
 * places that it joins.
 */
function isPartOf(model: Model, a: Cause, b: Cause): boolean {
  if (a.partition !== b.partition) return false;
  const isWithin = (part: 'directions' | 'stopped' | 'zones' | 'pairs'): boolean =>
    a[part].every((one) => b[part].includes(one));
  if (!isWithin('directions') || !isWithin('stopped') || !isWithin('zones') || !isWithin('pairs')) return false;
  const isCut = (links: readonly number[]): boolean =>
    links.length > 0 && links.every((link) => b.links.includes(link));
  return (
    a.links.every((link) => b.links.includes(link) || touches(model, b, link)) &&
    a.isolated.every((node) => b.isolated.includes(node) || isCut(linksOfNode(model, node))) &&
    a.apart.every((zone) => b.apart.includes(zone) || isCut(linksOutOf(model, zone)))
  );
}

/** Is the link, or a direction of it, out of use by anything else than its own cut? */
function touches(model: Model, { directions, isolated, apart, pairs }: Cause, link: number): boolean {
  if (directions.some((direction) => direction >> 1 === link)) return true;
  if (isolated.length + apart.length + pairs.length === 0) return false;
  const { a = -1, b = -1 } = model.links[link] ?? {};
  return (
    isolated.some((node) => a === node || b === node) ||
    apart.some((zone) => (placeOf(model, a) === zone) !== (placeOf(model, b) === zone)) ||
    pairs.some((pair) =>
      (placePairs(model)[pair] ?? []).every((place) => placeOf(model, a) === place || placeOf(model, b) === place),
    )
  );
}
