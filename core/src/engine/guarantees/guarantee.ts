import type { NeedModel } from '../../model/model.js';
import { DIRTY } from '../code.js';
import { schemeOf } from '../replication/index.js';
import type { StepPaths } from '../replication/path.js';

/** Can a step give a guarantee on the healthy network, by the way in which it is carried out? */
export type Ability =
  | { readonly kind: 'given' }
  | {
      readonly kind: 'impossible';
      /** Half a sentence without a full stop. */
      readonly why: string;
      /** The publication that shows it: authors, title or venue, year. */
      readonly source: string;
    }
  /** It depends on something that the language does not say. */
  | { readonly kind: 'not known'; readonly why: string };

export const GIVEN: Ability = { kind: 'given' };

/** The verdicts that take a guarantee away from a step under a fault. */
export interface Breakers {
  /** Verdicts of the step itself, as a mask of codes. */
  readonly own: number;
  /** Verdicts of any write to the store, as a mask of codes. */
  readonly writes: number;
  /** Verdicts of what the client itself writes to the store, as a mask of codes. */
  readonly ownWrites: number;
  /** The parts of its client's own session that the read must not miss: earlier writes, earlier answers. */
  readonly session: readonly Earlier[];
  /** Do verdicts count that occur only until the break is noticed? */
  readonly phases: 'detecting and settled' | 'settled';
}

export type Earlier = 'writes' | 'reads';

/** The code of a dirty read, as a mask; 0 where no read can be dirty: a question that is not asked costs nothing. */
export function dirtyReads({ store }: StepPaths): number {
  return schemeOf(store).worth.shown?.isPossibleIn(store) === true ? 1 << DIRTY : 0;
}

/**
 * A promise to one client about one step. Availability in the terms of Bailis et al., "Highly Available Transactions:
 * Virtues and Limitations", VLDB 2014, table 3, and of Jepsen's map of consistency models: `total`: a design can give
 * it and answer every client that reaches a replica; `sticky`: only every client that stays with its replica;
 * `unavailable`: no design can give it and always answer while the network is partitioned.
 */
export interface Guarantee {
  /** The promise, as a sentence. */
  readonly promises: string;
  readonly availability: 'total' | 'sticky' | 'unavailable';
  /** The source of the promise and its availability. */
  readonly source: string;
  ability(paths: StepPaths, need: NeedModel): Ability;
  breakers(paths: StepPaths, need: NeedModel): Breakers;
  /** What would give it here, in the imperative: "read at the primary". */
  remedy(paths: StepPaths, need: NeedModel): string;
}
