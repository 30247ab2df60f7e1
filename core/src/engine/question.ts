import type { FaultFamily } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import type { World } from '../network/world.js';
import type { FoundBy } from './facts.js';

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
  readonly foundBy: FoundBy;
  /** In how many faults each bit is set. */
  readonly faults: readonly bigint[];
  /** Per bit, causes of which none contains another, smallest first, at most MAX_CAUSES. */
  readonly causes: readonly (readonly Cause[])[];
}
