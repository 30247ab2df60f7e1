import type { NeedModel } from '../../model/model.js';
import type { StepPaths } from '../replication/path.js';

/** Can a step give a guarantee by the way in which it is carried out, on the healthy network? */
export type Ability =
  | { readonly kind: 'given' }
  | {
      readonly kind: 'impossible';
      /** Half a sentence without a full stop. */
      readonly why: string;
      /** Who has shown it: authors, title or venue, year. */
      readonly source: string;
    }
  /** It hangs on something that the language does not say. */
  | { readonly kind: 'not known'; readonly why: string };

export const GIVEN: Ability = { kind: 'given' };

/** What takes a guarantee away from a step under a fault. */
export interface Breakers {
  /** Verdicts of the step itself, as a mask of codes. */
  readonly own: number;
  /** Verdicts of any write to the store, as a mask of codes. */
  readonly writes: number;
  /** Verdicts of what the client itself writes to the store, as a mask of codes. */
  readonly ownWrites: number;
  /** What of its client's own session the read must not miss: what it wrote, what it was answered before. */
  readonly session: readonly Earlier[];
  /** Does it count until the break is noticed as well? */
  readonly phases: 'detecting and settled' | 'settled';
}

export type Earlier = 'writes' | 'reads';

/**
 * A promise to one client about one step. Availability in the terms of Bailis et al., "Highly Available Transactions:
 * Virtues and Limitations", VLDB 2014, table 3, and of Jepsen's map of consistency models: `total`: a design can give
 * it and answer whoever reaches any replica; `sticky`: only to clients that stay with their replica; `unavailable`: no
 * design can give it and always answer while the network is parted.
 */
export interface Guarantee {
  /** What it promises, as a sentence. */
  readonly promises: string;
  readonly availability: 'total' | 'sticky' | 'unavailable';
  /** Where the promise and its availability are from. */
  readonly source: string;
  ability(paths: StepPaths, need: NeedModel): Ability;
  breakers(paths: StepPaths, need: NeedModel): Breakers;
  /** What would give it here: an order, "read at the primary". */
  remedy(paths: StepPaths, need: NeedModel): string;
}
