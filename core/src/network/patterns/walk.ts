import { outlook } from './estimate.js';
import { relayOrder } from './order.js';
import { patterns, type Step, stepsOf } from './patterns.js';
import type { RelayNetwork } from './relayNetwork.js';
import { counting, type Counted, type CutSet, fewest, minimal } from './weights.js';

/** Counts of this many bits double what a state takes. */
const BITS_OF_A_STATE = 512;
/** No estimate of an order that is this many times the limit is too high by that much. */
const FAR_TOO_HIGH = 30;
const FEWEST_STARTS = 2;
const STATES_PER_START = 2_000;

/** The relays in their order. */
interface Taken {
  readonly steps: readonly Step[];
  /** How many links the steps decide. */
  readonly decided: number;
  /** How many states they are estimated to take. */
  readonly cost: number;
}

/** A pattern by its bits, 16 to a character, in the order of the pairs. */
export type Patterns<W> = ReadonlyMap<string, W>;

/** The relays between some terminals in the order in which they are taken, with what was counted on the way. */
export class Walk {
  /** By number of starts: what another question has walked before decides nothing. */
  private readonly taken = new Map<number, Taken>();
  private readonly fitting = new Map<string, boolean>();
  private readonly counts = new Map<string, Patterns<Counted> | undefined>();
  private readonly causes = new Map<string, Patterns<readonly CutSet[]> | undefined>();

  constructor(
    private readonly network: () => RelayNetwork,
    private readonly pairs: readonly (readonly [number, number])[],
    /** How many links the network of the model has. */
    private readonly links: number,
  ) {}

  /** How many links the patterns decide. */
  get decided(): number {
    const [taken] = this.taken.values();
    return taken?.decided ?? 0;
  }

  /** Is it expected, and where that is in doubt known, that counting that many takes no more than `limit`? */
  *fits(most: number, limit: number): Generator<void, boolean> {
    const key = `${most} ${limit}`;
    if (!this.fitting.has(key)) this.fitting.set(key, yield* this.findFitting(most, limit));
    return this.fitting.get(key) === true;
  }

  /** Undefined: it takes more than `limit` states, or fewer where counts are long. */
  *counted(most: number, limit: number): Generator<void, Patterns<Counted> | undefined> {
    const key = `${most} ${limit}`;
    if (!this.counts.has(key)) {
      const states = this.statesFor(most, limit);
      const { steps } = this.takenWithin(limit);
      const fits = yield* this.fits(most, limit);
      const found = fits ? yield* patterns(steps, this.pairs, counting(this.links, most), states) : undefined;
      this.counts.set(key, found);
    }
    return this.counts.get(key);
  }

  /**
   * The smallest sets of at most `size` cuts that lead to each pattern; undefined: it takes more than `limit` states.
   */
  *smallestCuts(size: number, limit: number): Generator<void, Patterns<readonly CutSet[]> | undefined> {
    const key = `${size} ${limit}`;
    if (!this.causes.has(key)) {
      const { steps } = this.takenWithin(limit);
      const isHopeless = this.outlook(size, limit, limit) === 'hopeless';
      const found = isHopeless ? undefined : yield* patterns(steps, this.pairs, minimal(this.links, size), limit);
      this.causes.set(key, found);
    }
    return this.causes.get(key);
  }

  private statesFor(most: number, limit: number): number {
    const bits = (this.links + 1) * (most >= this.links ? 1 : most + 1);
    return Math.floor(limit / (1 + bits / BITS_OF_A_STATE));
  }

  private *findFitting(most: number, limit: number): Generator<void, boolean> {
    const states = this.statesFor(most, limit);
    const expected = this.outlook(most, states, limit);
    if (expected !== 'in doubt') return expected === 'fits';
    // Weights are large numbers: where there may be too many states, they are counted without them first.
    return (yield* patterns(this.takenWithin(limit).steps, this.pairs, fewest(most), states)) !== undefined;
  }

  private outlook(most: number, states: number, limit: number): ReturnType<typeof outlook> {
    const { steps, cost } = this.takenWithin(limit);
    const isAll = most >= this.links;
    if (isAll && cost > states * FAR_TOO_HIGH) return 'hopeless';
    return outlook({ steps, pairs: this.pairs }, isAll ? 'all' : most, states);
  }

  private takenWithin(limit: number): Taken {
    // A start takes about as long as a few hundred states.
    const starts = Math.max(FEWEST_STARTS, Math.floor(this.statesFor(this.links, limit) / STATES_PER_START));
    const known = this.taken.get(starts) ?? this.take(starts);
    this.taken.set(starts, known);
    return known;
  }

  private take(starts: number): Taken {
    const network = this.network();
    const { order, cost } = relayOrder(network, starts);
    const decided = network.inner.length + network.outer.filter(({ link }) => link >= 0).length;
    return { steps: stepsOf(network, order), decided, cost };
  }
}
