import type { FaultFamily, Model } from '../model/model.js';
import { causeSize, type Cause, HEALTHY } from '../network/fault.js';
import { concreteParts, leavesOutHealthy, subsetCount } from '../network/families.js';
import { LinkWorld } from '../network/linkWorld.js';
import { placeOf, placePairs } from '../network/places.js';
import type { Topology } from '../network/topology.js';
import { MinimalCauses } from './causes.js';
import type { Question, Sweep } from './question.js';

/** After this many runs the caller can cancel. They take at most a millisecond, even in a large network. */
const RUNS_BETWEEN_PAUSES = 8;

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
