import type { Step } from './patterns.js';

/** In how many ways relays that stand in a row can be together, if no two ways cross: Catalan's numbers. */
const WAYS = [1, 1, 2, 5, 14, 42, 132, 429, 1430, 4862, 16796, 58786, 208012, 742900, 2674440, 9694845];
/** Relays that are done and have terminals are told apart as long as they are few … */
const TOLD_APART = 4;
/** … and each one more multiplies states by this. */
const PER_RELAY = 1.5;
/** With an estimate of this share of the limit, there may be more states than that. */
const IN_DOUBT = 0.3;
/** Estimates are at most this many times too high: for all cuts, and for few of them. */
const TOO_HIGH = { all: 5, few: 2 };

/** Some steps, and the pairs of terminals that are asked about. */
export interface Walk {
  readonly steps: readonly Step[];
  readonly pairs: readonly (readonly [number, number])[];
}

/**
 * About how many states these steps take, where at most `most` links are cut: at most TOO_HIGH times as many as there
 * are. Those beyond `limit` are not counted.
 */
function estimatedStates(walk: Walk, most: number | 'all', limit: number): number {
  const seen = new Seen(walk);
  const states = most === 'all' ? ofAllCuts() : ofFewCuts(most);
  let sum = 0;
  for (const step of walk.steps) {
    sum += states(seen);
    if (sum > limit) break;
    seen.take(step);
  }
  return sum;
}

/** Do these steps take no more than `limit` states, as far as can be told before? */
export function outlook(walk: Walk, most: number | 'all', limit: number): 'fits' | 'in doubt' | 'hopeless' {
  const hopeless = limit * (most === 'all' ? TOO_HIGH.all : TOO_HIGH.few);
  const states = estimatedStates(walk, most, hopeless);
  if (states > hopeless) return 'hopeless';
  return states > limit * IN_DOUBT ? 'in doubt' : 'fits';
}

/**
 * How many states there are where all links may be cut. A relay that is done is in one of the blocks of the frontier,
 * which are half as many as its relays, or in none; each of its terminals has its link or has not, as long as it waits
 * for one that has links to come.
 */
function ofAllCuts(): (seen: Seen) => number {
  /** By width of the frontier, as long as no other terminals wait. */
  let known: number[] = [];
  let terminals = -1;
  return (seen) => {
    if (seen.terminals !== terminals) [known, terminals] = [[], seen.terminals];
    const width = seen.frontier.length;
    return (known[width] ??= seen.setsOfWaiting().reduce(
      (states, sets, i) => {
        const blocks = (width + 1) / 2;
        const toldApart = sets > 1 ? 1 + blocks * (sets - 1) : 1 + blocks;
        return states * (i < TOLD_APART ? toldApart : Math.max(sets, PER_RELAY));
      },
      WAYS[Math.min(width, WAYS.length - 1)] ?? 0,
    ));
  };
}

/**
 * How many there are where few links are cut: those in which some relays and terminals are alone, and all others are
 * together.
 */
function ofFewCuts(most: number): (seen: Seen) => number {
  /** By number of cuts. */
  const sets = new Float64Array(most + 1);
  let waiting: readonly number[] = [];
  let terminals = -1;
  const add = (links: number): void => {
    for (let cuts = most; cuts >= links && links > 0; cuts--)
      sets[cuts] = (sets[cuts] ?? 0) + (sets[cuts - links] ?? 0);
  };
  return (seen) => {
    if (seen.terminals !== terminals) [waiting, terminals] = [seen.linksOfWaiting(), seen.terminals];
    sets.fill(0)[0] = 1;
    for (const { links } of seen.frontier) add(links);
    for (const links of waiting) add(links);
    let sum = 0;
    for (const some of sets) sum += some;
    return sum;
  };
}

/** What one step after the other has shown. */
class Seen {
  /** The relays of the frontier, with their links to other relays so far. */
  readonly frontier: { readonly relay: number; links: number }[] = [];
  /** By terminal: those that it is asked about with, as a mask. */
  private readonly partners: number[] = [];
  /** By terminal: how many of its links are to come. */
  private readonly later: number[] = [];
  /** By terminal with a link so far: the relay of the first one, how many they are, and whether one cannot be cut. */
  private readonly met: { readonly relay: number; links: number; isWired: boolean }[] = [];
  private relays = 0;
  /** How many links of terminals were seen. */
  terminals = 0;

  constructor({ steps, pairs }: Walk) {
    for (const [a, b] of pairs) {
      this.partners[a] = (this.partners[a] ?? 0) | (1 << b);
      this.partners[b] = (this.partners[b] ?? 0) | (1 << a);
    }
    for (const step of steps)
      if (step.kind === 'outer') this.later[step.terminal] = (this.later[step.terminal] ?? 0) + 1;
  }

  take(step: Step): void {
    switch (step.kind) {
      case 'introduce':
        this.frontier.push({ relay: this.relays++, links: 0 });
        break;
      case 'inner':
        for (const at of [this.frontier[step.a], this.frontier[step.b]]) if (at !== undefined) at.links++;
        break;
      case 'forget':
        this.frontier.splice(step.at, 1);
        break;
      case 'outer': {
        this.later[step.terminal] = (this.later[step.terminal] ?? 0) - 1;
        const relay = this.frontier[step.at]?.relay ?? -1;
        const met = (this.met[step.terminal] ??= { relay, links: 0, isWired: false });
        met.links++;
        this.terminals++;
        if (step.link < 0) met.isWired = true;
      }
    }
  }

  /** Per relay with terminals that wait: how many sets of these can have their links, most first. */
  setsOfWaiting(): number[] {
    const sets = new Map<number, number>();
    for (const { relay, isWired } of this.waiting()) sets.set(relay, (sets.get(relay) ?? 1) * (isWired ? 1 : 2));
    return [...sets.values()].sort((x, y) => y - x);
  }

  /** How many cuts part each terminal that waits from all relays. */
  linksOfWaiting(): number[] {
    return this.waiting().flatMap(({ links, isWired }) => (isWired ? [] : [links]));
  }

  private waiting(): Seen['met'] {
    const open = this.later.reduce((mask, links, terminal) => (links > 0 ? mask | (1 << terminal) : mask), 0);
    return this.met.filter((_, terminal) => ((this.partners[terminal] ?? 0) & open) !== 0);
  }
}
