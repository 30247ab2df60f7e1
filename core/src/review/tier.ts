import { EMPTY_FAMILY } from '../model/family.js';
import type { FaultFamily, Model } from '../model/model.js';
import { familySize } from '../network/families.js';
import { type Cause, causeSize } from '../network/fault.js';
import { asPlaces } from '../network/places.js';

/**
 * `likely`: what a design review asks about. The healthy network, each named partition, and one thing that fails whole:
 * a cut link, an isolated or stopped node, a zone that is apart or lost, a pair of places. `rare`: everything else that
 * is explored, one-way cuts and several things at once.
 */
export type Tier = 'likely' | 'rare';

export function tierOf(model: Model, cause: Cause): Tier {
  if (cause.partition !== undefined || causeSize(cause) === 0) return 'likely';
  // All links of one node are its isolation.
  const size = causeSize({ ...cause, ...asPlaces(model, cause) });
  const isOneWay = cause.directions.length > 0;
  const isDestroyed = cause.destroyed.length + cause.destroyedZones.length > 0;
  return size === 1 && !isOneWay && !isDestroyed ? 'likely' : 'rare';
}

/**
 * Of causes of one verdict, the one to tell first has the lowest: no fault, a named partition, one thing that fails
 * whole, what the author wrote as a link first; then what is rare, by its size.
 */
export function causeRank(model: Model, cause: Cause): number {
  if (cause.partition !== undefined) return 1;
  if (causeSize(cause) === 0) return 0;
  if (tierOf(model, cause) === 'rare') return RARE + causeSize(cause);
  const places = { ...cause, ...asPlaces(model, cause) };
  return 2 + TOLD.findIndex((kind) => places[kind].length > 0);
}

/** In this order the kinds of likely faults are told. */
const TOLD = ['links', 'isolated', 'stopped', 'apart', 'zones', 'pairs'] as const satisfies readonly (keyof Cause)[];
const RARE = 2 + TOLD.length;

/** The kinds of which one is likely. */
const LIKELY: readonly (keyof FaultFamily)[] = ['links', 'isolated', 'nodes', 'apart', 'zones', 'pairs'];

/** Does a design explore every likely fault that it has? Only then it holds under any one fault. */
export function coversLikely(model: Model): boolean {
  return LIKELY.every((kind) => {
    const isExplored = model.families.some((family) => family[kind] !== 0);
    return isExplored || familySize(model, { ...EMPTY_FAMILY, [kind]: 1 }) === 0n;
  });
}
