import type { PrimaryReplication, Store } from '../../model/model.js';
import { canAvoid, type Mask, membersOf } from '../family.js';
import type { StoreWorld } from '../storeWorld.js';
import { type AnsweredRead, believed, byOneCopy, type StoreState, type TakenWrite } from './scheme.js';

/** While there may be a promoted primary beside the old one: the primary of each replica, and what is lost. */

export function settings({ name, replication }: Store): PrimaryReplication {
  if (replication.scheme !== 'primary') throw new Error(`${name} has no primary`);
  return replication;
}

/** The network as the replica knows it. */
export function seenBy(replica: number, state: StoreState): StoreWorld {
  return state.scenario.spared === replica ? (state.here.before ?? state.here) : believed(state);
}

/** Has the replica noticed that it has no majority of the electorate? A promoted replica has one. */
export function hasSteppedDown(state: StoreState, replica: number): boolean {
  return settings(state.here.store).stepsDown !== undefined && !seenBy(replica, state).canLead(replica);
}

/**
 * The replicas that a primary ships to. Replicas that hear of a new primary do not follow the old one any more; the old
 * one follows the new one if it has stepped down.
 */
export function followers(state: StoreState, primary: number): Mask {
  let mask: Mask = 0;
  for (let r = 0; r < state.here.d; r++) if (isFollower(state, primary, r)) mask |= 1 << r;
  return mask;
}

/** Is the replica one of them? */
export function isFollower(state: StoreState, primary: number, replica: number): boolean {
  const { here: store, scenario } = state;
  const { former, promoted } = scenario;
  if (replica === primary || !store.connected(primary, replica)) return false;
  if (promoted < 0) return true;
  return primary === former ? !store.connected(promoted, replica) : replica !== former || hasSteppedDown(state, former);
}

/**
 * Has the reader a write of the old primary that the promoted one never learns? Of what the old one takes in after the
 * promotion it learns nothing, and before that what the reader or a holder of the write can tell it.
 */
export function isDiscarded(state: StoreState, write: TakenWrite, { home: reader, early }: AnsweredRead): boolean {
  const { here, scenario } = state;
  const { former, promoted } = scenario;
  if (write.fallback || write.home !== former) return false;
  if (here.isObserver(reader)) return isDiscardedAtAnObserver(state, write, { home: reader, early });
  if (isDuring(write)) return !early && (reader === former || isFollower(state, former, reader));
  const network = write.when === 'before' ? (here.before ?? here) : here;
  return !here.connected(promoted, reader) && network.connected(former, reader) && canBeLost(state, write);
}

/**
 * The promoted replica learns nothing of an observer; one that it feeds gives up what it has not. A replica that feeds
 * an observer may have told it.
 */
function isDiscardedAtAnObserver(
  state: StoreState,
  write: TakenWrite,
  { home, early }: Pick<AnsweredRead, 'home' | 'early'>,
): boolean {
  const { here, scenario } = state;
  const { former, promoted } = scenario;
  if (early ? isDuring(write) : isRewound(here, promoted, home)) return false;
  const network = write.when === 'before' ? (here.before ?? here) : here;
  let copy = home;
  for (let feeder = here.feederOf(copy); feeder >= 0; feeder = here.feederOf(copy)) {
    if (!network.connected(feeder, copy)) return false;
    copy = feeder;
  }
  if (!here.isObserver(copy))
    return isDiscarded(state, write, { ...byOneCopy(copy), authority: false, early, unaware: 0, refusedBy: 0 });
  if (!network.connected(former, copy)) return false;
  return isDuring(write) ? !here.connected(promoted, copy) : canBeLost(state, write);
}

/** Does the observer follow the promoted replica? */
function isRewound(here: StoreWorld, promoted: number, copy: number): boolean {
  if (!here.isObserver(copy)) return copy === promoted;
  const feeder = here.feederOf(copy);
  if (feeder < 0) return here.connected(promoted, copy);
  return here.connected(feeder, copy) && isRewound(here, promoted, feeder);
}

/** Was the write taken in when there was a second primary? */
export function isDuring({ when, early }: TakenWrite): boolean {
  return when === 'during' && !early;
}

export function canBeLost(state: StoreState, write: TakenWrite): boolean {
  // Only those that may have it are asked for.
  const holders = membersOf(write.family);
  let learnt: Mask = 0;
  for (let r = 0; r < state.here.d; r++) if ((holders >> r) & 1 && isLearntFrom(state, write, r)) learnt |= 1 << r;
  return canAvoid(write.family, learnt);
}

/**
 * The promoted replica learns the writes of the replicas connected to it, even of the old primary; it never learns what
 * the old primary acknowledges afterwards.
 */
export function isLearntFrom(
  { here, scenario: { former, promoted } }: StoreState,
  write: TakenWrite,
  replica: number,
): boolean {
  return (replica !== former || !isDuring(write)) && here.connected(promoted, replica);
}
