import type { HowLong, OtherWrite } from '../facts.js';
import { alone, canAvoid, canBeApart, canBeDisjoint, count, type Family, type Mask } from '../family.js';
import type { Choice, Step, Store, VertexId } from '../../model/model.js';
import type { StoreWorld } from '../storeWorld.js';
import type { Path } from './path.js';

/**
 * What may be the case where the fault alone does not say: who leads now, who led when the network broke, who was
 * promoted. Numbers of data replicas; -1: nobody.
 */
export interface Scenario {
  /** Nobody has noticed the break yet: all believe what they believed before it, and what can't be served waits. */
  readonly unnoticed?: true;
  /** The break has been noticed, and nobody leads yet. */
  readonly electing?: true;
  /** All have noticed the break but this one. */
  readonly spared?: number;
  readonly leader: number;
  readonly former: number;
  readonly promoted: number;
}

/** One store under a fault, in one scenario: what a request meets, or how the break settles. */
export interface StoreState {
  readonly here: StoreWorld;
  readonly scenario: Scenario;
}

export const NO_CHOICE: Scenario = { leader: -1, former: -1, promoted: -1 };
export const NOBODY_NOTICED: Scenario = { ...NO_CHOICE, unnoticed: true };

/** What a replica that was asked does with the request. Reasons are made only when somebody reads them. */
export type Served =
  | {
      readonly kind: 'served';
      /** Who has a write for certain, or who answers a read. */
      readonly family: Family;
      /** The replica that orders the request: leader, primary, coordinator. */
      readonly home: number;
      /** A read through the leader or primary, which knows every write of its history. */
      readonly authority: boolean;
      /** The replica answers by itself, outside the scheme (`choose AP`). */
      readonly fallback: boolean;
    }
  /** `by`: another replica, to which the one that was asked has passed it on. */
  | { readonly kind: 'refused'; readonly by?: number; readonly reason: () => string };

/** Just before the break, until everybody has noticed it, or once it has settled. */
export type WhenWritten = OtherWrite['when'];

/** A write that was acknowledged. */
export interface AcknowledgedWrite {
  readonly operation: number;
  readonly client: VertexId;
  readonly when: WhenWritten;
  readonly family: Family;
  readonly home: number;
  readonly fallback: boolean;
  /** As of a read: before there is the leader or primary of the settled scenario. */
  readonly early: boolean;
  /** Who had noticed the break before it was acknowledged, and refused it. */
  readonly refusedBy: Mask;
}

/** A read that is answered. */
export interface AnsweredRead {
  readonly family: Family;
  readonly home: number;
  readonly authority: boolean;
  readonly fallback: boolean;
  /** Before there is the leader or primary of the settled scenario: it has not learnt yet what it will have. */
  readonly early: boolean;
  /** Who has to do with the answer and has not noticed the break. */
  readonly unaware: Mask;
}

/**
 * A replication scheme: one file each, one row in `index.ts`. What it is asked stands in five groups, by the moment
 * that a question is about.
 */
export interface Scheme {
  readonly possible: Possible;
  readonly requests: Requests;
  readonly worth: Worth;
  readonly path: Path;
  readonly words: Words;
}

/** What may be the case under a fault. A scenario that is left out is a harm that nobody sees. */
export interface Possible {
  /**
   * Every possible scenario, at least one. `healthyLeaders`: which replicas may have led before the break; empty where
   * nobody asks who did.
   */
  scenarios(store: StoreWorld, healthyLeaders: readonly number[]): readonly Scenario[];
  /**
   * While the break is being detected this may be the case beside every settled scenario: some have noticed and others
   * have not.
   */
  unnoticed(store: StoreWorld, healthyLeaders: readonly number[]): readonly Scenario[];
  /**
   * So is this, beside the settled scenario that it comes to: all have noticed but one. Other writes are issued before
   * or after.
   */
  lateToNotice?(store: StoreWorld, settled: Scenario): readonly Scenario[];
  /**
   * Can something be acknowledged until the break is noticed that can't be acknowledged just before it nor once it has
   * settled? If the scheme denies it, those writes are not compared with what follows.
   */
  servesLongerUnnoticed(store: StoreWorld): boolean;
  /** Do the steps' verdicts depend on who led before the break? Absent: no, or it is always known. */
  asksWhoLed?(store: Store, step: Step): boolean;
}

/** What a request meets, which may be a scenario in which the break is not noticed. */
export interface Requests {
  /** The orders, each a possible one, in which a client asks replicas; `nearest` is all it may ask, nearest first. */
  routes(state: StoreState, step: Step, nearest: readonly number[]): readonly (readonly number[])[];
  /** A replica that serves too much hides errors, one that serves too little hides stale reads. */
  serve(state: StoreState, step: Step, asked: number): Served;
  /** Why a client that could send its request to nobody failed. */
  unreached(state: StoreState, step: Step): string;
}

/** What an answer or a write is worth, asked of how the break has settled. */
export interface Worth {
  /**
   * Could any write of this step, wherever it is acknowledged, be missed by such an answer or diverge from it? Asks
   * nothing of the network: what is ruled out here need not be looked for.
   */
  concerns(state: StoreState, writing: Step, answer: AnsweredRead, question: 'missed' | 'diverges'): boolean;
  /** Can the read be answered without the write, and for how long? */
  missed(state: StoreState, write: AcknowledgedWrite, read: AnsweredRead): HowLong | undefined;
  /** Can a failover or the heal discard the write? */
  discarded(state: StoreState, write: AcknowledgedWrite): boolean;
  /**
   * Of a write that can be discarded: the ways to acknowledge it in which it is not. Absent: nobody asks, for what is
   * not discarded comes to no harm either.
   */
  kept?(state: StoreState, write: AcknowledgedWrite): readonly AcknowledgedWrite[];
  /**
   * Can the two be acknowledged by sets that share no replica, so that the heal has to reconcile them, and for how
   * long?
   */
  diverges(state: StoreState, a: AcknowledgedWrite, b: AcknowledgedWrite): HowLong | undefined;
  /**
   * Can a read under another fault miss the write? False where only one history goes on after the fault, and the
   * scheme does not say which. Absent: yes.
   */
  outlivesFault?(write: AcknowledgedWrite): boolean;
  /** Does a read bring what it answers to all copies that it asked, before it answers? Absent: no. */
  writesBack?(store: Store): boolean;
}

/** What a scheme says of itself in reasons and remedies. */
export interface Words {
  /** Why it works as far as it does: "2 of 3 replicas are enough". `home`: who serves it. */
  strength(store: StoreWorld, step: Step, home: number): string;
  /** What would give a step a guarantee that it does not have here: an order, "read at the primary". */
  remedy(guarantee: 'linearizable' | 'sequential' | 'session', step: Step, choice: Choice | undefined): string;
}

/** A replica that answers from its own copy, or keeps a write on it alone, as its scheme says. */
export function byOneCopy(replica: number): Extract<Served, { kind: 'served' }> {
  return { kind: 'served', family: alone(replica), home: replica, authority: false, fallback: false };
}

/**
 * Spreading from replica to replica, over others too: missed for the lag where any copy is in the reader's component.
 */
export function missedByComponents(
  { here: store }: StoreState,
  write: AcknowledgedWrite,
  read: AnsweredRead,
): HowLong | undefined {
  if (!canBeDisjoint(write.family, read.family)) return undefined;
  return canAvoid(write.family, store.component(read.home)) ? 'heal' : 'lag';
}

/**
 * Writes that replicas took by themselves, outside the scheme, stay where they are: nothing carries them before the
 * heal.
 */
export function missedByItself(write: AcknowledgedWrite, read: AnsweredRead): HowLong | undefined {
  return canBeDisjoint(write.family, read.family) ? 'heal' : undefined;
}

/** Two writes that no leader or primary has in common, for the same reason. */
export function divergesUntilHeal(a: AcknowledgedWrite, b: AcknowledgedWrite): HowLong | undefined {
  return canBeDisjoint(a.family, b.family) ? 'heal' : undefined;
}

/**
 * Two writes of replicas that spread them: what was acknowledged during the break lies in the component of its home.
 */
export function divergesByComponents(
  { here: store }: StoreState,
  a: AcknowledgedWrite,
  b: AcknowledgedWrite,
): HowLong | undefined {
  // A side that wins takes nothing over from the others: what is not lost stays as it is.
  if (store.store.merge === 'discard' || !canBeDisjoint(a.family, b.family)) return undefined;
  const apart =
    a.when !== 'before'
      ? canAvoid(b.family, store.component(a.home))
      : b.when !== 'before'
        ? canAvoid(a.family, store.component(b.home))
        : canBeApart(a.family, b.family, store.components());
  return apart ? 'heal' : 'lag';
}

/** The network as those take it to be whom a request meets. */
export function believed({ here, scenario }: StoreState): StoreWorld {
  return scenario.unnoticed === true ? (here.before ?? here) : here;
}

/**
 * Under `merge discard` one of the sides wins the heal, with `choose CP` the one that has a majority: what is on none
 * of its replicas is gone.
 */
export function discardedByASide({ here: store }: StoreState, write: AcknowledgedWrite): boolean {
  if (store.store.merge !== 'discard') return false;
  const sides = store.components().filter((side) => store.isUp(31 - Math.clz32(side)));
  const served = store.store.choice === 'CP' ? sides.filter((side) => 2 * count(side) > store.d) : [];
  return (served.length > 0 ? served : sides).some((side) => canAvoid(write.family, side));
}

export const noReplicaInReach = ({ here }: StoreState): string => `no replica of ${here.store.name} in reach`;

/** Through the leader or primary, and not at a copy of the client's choice. */
export const asksALeader = ({ level }: Step): boolean =>
  level === undefined || level === 'leader' || level === 'quorum';

/** What keeps a session together whose requests all go through a leader or primary. */
export const withoutWeakFailover = (choice: Choice | undefined): string =>
  choice === 'AP' ? 'choose CP' : 'fail over only to a copy that has all that was acknowledged';
