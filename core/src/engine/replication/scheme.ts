import type { HowLong, OtherWrite } from '../facts.js';
import { alone, canAvoid, canBeDisjoint, count, type Family, type Mask, membersOf } from '../family.js';
import type { Choice, Step, Store, VertexId } from '../../model/model.js';
import { canMissEachOther, canMissNews } from '../news.js';
import type { StoreWorld } from '../storeWorld.js';
import type { Path } from './path.js';

/**
 * One possible case that the fault alone does not determine: the leader now, the leader when the network broke, the
 * promoted replica. Numbers of data replicas; -1: none.
 */
export interface Scenario {
  /** No server has noticed the break yet: all act as before it, and requests that cannot be served wait. */
  readonly unnoticed?: true;
  /** The break has been noticed, and there is no leader yet. */
  readonly electing?: true;
  /** The only replica that has not noticed the break. */
  readonly spared?: number;
  readonly leader: number;
  readonly former: number;
  readonly promoted: number;
  /** The group views that the running replicas follow, if they follow any; each replica is in exactly one. */
  readonly views?: readonly Mask[];
  /** The group views when the network broke. */
  readonly formerViews?: readonly Mask[];
}

/** Is `past` the scenario in which the network broke, if it settles like `now`? Views are compared as objects. */
export function isBefore(past: Scenario, now: Scenario): boolean {
  return past.leader === now.former && past.views === now.formerViews;
}

/** One store under a fault, in one scenario: what a request meets, or how the break settles. */
export interface StoreState {
  readonly here: StoreWorld;
  readonly scenario: Scenario;
  /** The replicas that serve nothing, because they get no answer from a store or service that theirs requires. */
  readonly unmet?: Mask;
  /** The servers of a store that it requires have not all noticed the break; its own have. */
  readonly detecting?: true;
}

export const NO_CHOICE: Scenario = { leader: -1, former: -1, promoted: -1 };
export const NOBODY_NOTICED: Scenario = { ...NO_CHOICE, unnoticed: true };

/** What the asked replica does with the request. Reasons are made only when they are read. */
export type Served =
  | {
      readonly kind: 'served';
      /** The replicas that certainly have a write, or that answer a read. */
      readonly family: Family;
      /** The replica that orders the request: leader, primary, coordinator. */
      readonly home: number;
      /** A read through the leader or primary, which knows every write of its history. */
      readonly authority: boolean;
      /** The replica answers by itself, outside the scheme (`choose AP`). */
      readonly fallback: boolean;
      /** Why the request may get no answer instead; absent: it gets one. */
      readonly orNone?: () => string;
    }
  /**
   * `by`: another replica, to which the asked replica has forwarded the request. `keeps`: the replicas that keep the
   * write nevertheless, unless it is refused at once. Absent: no replica does, or no history with it is discarded.
   * `isFinal`: the asked replica knows that no replica serves the request, so there is nothing to wait for.
   * `atOnce`: it lets nothing wait, whatever the store says; another replica may serve the request. `closed`: also
   * where it has not noticed the break, since a connection was closed.
   */
  | {
      readonly kind: 'refused';
      readonly by?: number;
      readonly keeps?: Family;
      readonly isFinal?: boolean;
      readonly atOnce?: 'noticed' | 'closed' | undefined;
      readonly reason: () => string;
    };

/** Just before the break, until all servers have noticed it, or once it has settled. */
export type WhenWritten = OtherWrite['when'];

/** A write that replicas took in. */
export interface TakenWrite {
  readonly operation: number;
  readonly client: VertexId;
  readonly when: WhenWritten;
  /** The replicas that certainly have it. */
  readonly family: Family;
  readonly home: number;
  readonly fallback: boolean;
  /** As of a read: taken in before there is the leader or primary of the settled scenario. */
  readonly early: boolean;
  /** The replicas that had noticed the break and refused the write before it was taken in. */
  readonly refusedBy: Mask;
  /** False: its client waited in vain for an answer. */
  readonly isAcknowledged: boolean;
}

/** A write that was acknowledged. */
export type AcknowledgedWrite = TakenWrite & { readonly isAcknowledged: true };

/** A read that is answered. */
export interface AnsweredRead {
  readonly family: Family;
  readonly home: number;
  readonly authority: boolean;
  readonly fallback: boolean;
  /**
   * Answered before there is the leader or primary of the settled scenario, which has not yet learnt the writes that it
   * will have.
   */
  readonly early: boolean;
  /** The replicas that take part in the answer and have not noticed the break. */
  readonly unaware: Mask;
  /** The replicas that had noticed the break and refused the read before it was answered. */
  readonly refusedBy: Mask;
}

/**
 * A replication scheme: one file each, one row in `index.ts`. Its questions are in five groups, by the moment that a
 * question is about.
 */
export interface Scheme {
  readonly possible: Possible;
  readonly requests: Requests;
  readonly worth: Worth;
  readonly path: Path;
  readonly words: Words;
}

/** The possible cases under a fault. A missing scenario hides a harm. */
export interface Possible {
  /** Why a store is not analysed, without a full stop; undefined: it is. Absent: no limit of its own. */
  limit?(store: Store): string | undefined;
  /**
   * Every possible scenario, at least one. `healthyLeaders`: the replicas that may have led before the break; empty if
   * no question asks for that leader. They may be found as far as somebody goes through them. `isEnough`, asked before
   * those in which nobody leads come: may they be left out, as all that can come of a refusal is known?
   */
  scenarios(store: StoreWorld, healthyLeaders: readonly number[], isEnough?: () => boolean): Iterable<Scenario>;
  /**
   * The additional scenarios while the break is being detected: some servers have noticed it and others have not, so
   * every settled scenario is possible too.
   */
  unnoticed(store: StoreWorld, healthyLeaders: readonly number[]): readonly Scenario[];
  /**
   * The scenarios in which all servers but one have noticed the break, with the settled scenario that follows. Other
   * writes are issued before or after. `everyone`: also those in which that one acts as if it had noticed.
   */
  lateToNotice?(store: StoreWorld, settled: Scenario, everyone: boolean): readonly Scenario[];
  /** Does the last replica to notice act in another way for the step than those that have? Absent: yes. */
  asksWhoIsLate?(step: Step): boolean;
  /**
   * Can a write be acknowledged until the break is noticed that cannot be acknowledged just before the break or once it
   * has settled? If not, such writes are not compared with later requests.
   */
  servesLongerUnnoticed(store: StoreWorld): boolean;
  /** Do the verdicts of the step depend on the leader before the break? Absent: no, or that leader is always known. */
  asksWhoLed?(store: Store, step: Step): boolean;
}

/** A request to replicas: its clients and its time. */
export interface WhoAndWhen {
  /** Until the break is noticed, and not once it has settled. */
  readonly isDetecting: boolean;
  /** Each client is on the machine of a replica, which it asks first; it reaches the others as that replica does. */
  readonly isBeside: boolean;
  /** It matters whether a request may be ok besides all else that may come of it. */
  readonly isOkAsked: boolean;
}

/** Questions about the scenario that a request meets, in which the break may not be noticed. */
export interface Requests {
  /** The orders, each a possible one, in which a client asks replicas; `nearest` is all it may ask, nearest first. */
  routes(state: StoreState, step: Step, nearest: readonly number[]): readonly (readonly number[])[];
  /**
   * What the asked replica does. An answer that serves too much hides errors; one that serves too little hides stale
   * reads.
   */
  serve(state: StoreState, step: Step, asked: number): Served;
  /** The copies to any one of which the asked replica passes the step on. Absent: it passes none on in this way. */
  passesTo?(state: StoreState, step: Step): readonly number[] | undefined;
  /**
   * The replica without which nobody serves the step, -1: nobody serves it at all. Every replica that is asked serves
   * it in the same way if it is that one or connected to it, and refuses it otherwise. Undefined: this is not so, or
   * not known.
   */
  servedThrough?(state: StoreState, step: Step): number | undefined;
  /**
   * Lists of machines that tell replicas apart: two that are in both or in neither of each can change places, and each
   * verdict of such a step, and of one that a write of this step is compared with, stays the same. Undefined or absent:
   * it may depend on the order in which replicas are declared or asked.
   */
  apart?(store: Store, step: Step, asked: WhoAndWhen): readonly (readonly VertexId[])[] | undefined;
  /** Why the request of a client that reaches no replica failed. */
  unreached(state: StoreState, step: Step): string;
}

/** Questions about an answer or a write in the scenario that the break settles to. */
export interface Worth {
  /**
   * Could any write of this step, acknowledged anywhere, be missed by such an answer or diverge from it? Does not ask
   * the network: a write that is excluded here need not be searched for.
   */
  concerns(state: StoreState, writing: Step, answer: AnsweredRead, question: 'missed' | 'diverges'): boolean;
  /**
   * Is the step only ever ok, refused or of unknown outcome, whatever is asked besides, as long as no disk is gone?
   * True only if the rules of the scheme say so for every network. Absent: no.
   */
  harmsNoData?(store: Store, step: Step): boolean;
  /** Can the read be answered without the write, and for how long? */
  missed(state: StoreState, write: AcknowledgedWrite, read: AnsweredRead): HowLong | undefined;
  /** Can a failover or the heal discard the write? */
  discarded(state: StoreState, write: AcknowledgedWrite): boolean;
  /**
   * For a write that can be discarded: the ways to acknowledge it in which it is kept. Absent: not needed, because a
   * kept write has no other harm.
   */
  kept?(state: StoreState, write: AcknowledgedWrite): readonly AcknowledgedWrite[];
  /**
   * Can the two be acknowledged by sets that share no replica, so that the heal has to reconcile them, and for how
   * long?
   */
  diverges(state: StoreState, a: AcknowledgedWrite, b: AcknowledgedWrite): HowLong | undefined;
  /**
   * Can a read under another fault miss the write? False if only one history goes on after the fault, and the scheme
   * does not define which. Absent: yes.
   */
  outlivesFault?(write: AcknowledgedWrite): boolean;
  /** Does a read write its answer to all copies that it asked, before it answers? Absent: no. */
  writesBack?(store: Store): boolean;
  /** What reads can show before it is discarded. Absent: reads show only what stays. */
  readonly shown?: Shown;
}

/** Writes that a replica shows, acknowledged or not, before a failover or the heal discards them. */
export interface Shown {
  /** Can anything be discarded in this store, under any fault? */
  isPossibleIn(store: Store): boolean;
  /** Can the read be answered from a copy that a discarded history is on? If not, its writes are not searched for. */
  isPossible(state: StoreState, read: AnsweredRead): boolean;
  /** Can the read be answered with the write, and the write be discarded? */
  isDiscarded(state: StoreState, write: TakenWrite, read: AnsweredRead): boolean;
}

/** The scheme's words in reasons and remedies. */
export interface Words {
  /** Why it is ok: "2 of 3 replicas are enough". `home`: the replica that serves it. */
  strength(store: StoreWorld, step: Step, home: number): string;
  /** What would give a step a guarantee that it does not have here, in the imperative: "read at the primary". */
  remedy(guarantee: 'linearizable' | 'sequential' | 'session', step: Step, choice: Choice | undefined): string;
}

/** A replica answers from its own copy, or keeps a write on it alone, as its scheme says. */
export function byOneCopy(replica: number): Extract<Served, { kind: 'served' }> {
  return { kind: 'served', family: alone(replica), home: replica, authority: false, fallback: false };
}

/**
 * For copies that spread from replica to replica, over others too: missed for the lag if any copy is in the reader's
 * component.
 */
export function missedByComponents(
  { here: store }: StoreState,
  write: AcknowledgedWrite,
  read: AnsweredRead,
): HowLong | undefined {
  if (!canBeDisjoint(write.family, read.family)) return undefined;
  return canMissNews(store, write.family, read.home) ? 'heal' : 'lag';
}

/** A write that a replica took by itself, outside the scheme, stays there: nothing carries it before the heal. */
export function missedByItself(write: AcknowledgedWrite, read: AnsweredRead): HowLong | undefined {
  return canBeDisjoint(write.family, read.family) ? 'heal' : undefined;
}

/**
 * The copy of an observer that one other copy feeds: it has what that copy has, a moment later. Undefined: of any other
 * copy. `missed`: the scheme's answer for the copy that feeds it.
 */
export function missedByAnObserver(
  state: StoreState,
  write: AcknowledgedWrite,
  read: AnsweredRead,
  missed: Worth['missed'],
): HowLong | undefined {
  const { here } = state;
  const feeder = here.feederOf(read.home);
  if (feeder < 0) return undefined;
  if (!here.connected(feeder, read.home)) return 'heal';
  return missed(state, write, { ...read, home: feeder, family: alone(feeder) }) === 'heal' ? 'heal' : 'lag';
}

/** Two writes that no common leader or primary has ordered, for the same reason. */
export function divergesUntilHeal(a: AcknowledgedWrite, b: AcknowledgedWrite): HowLong | undefined {
  return canBeDisjoint(a.family, b.family) ? 'heal' : undefined;
}

/** Two writes of replicas that spread them: a write acknowledged during the break is in the component of its home. */
export function divergesByComponents(
  { here: store }: StoreState,
  a: AcknowledgedWrite,
  b: AcknowledgedWrite,
): HowLong | undefined {
  // A winning side takes over no writes from the others: a write that is not lost stays as it is.
  if (store.store.merge === 'discard' || !canBeDisjoint(a.family, b.family)) return undefined;
  const apart =
    a.when !== 'before'
      ? canMissNews(store, b.family, a.home)
      : b.when !== 'before'
        ? canMissNews(store, a.family, b.home)
        : canMissEachOther(store, a.family, b.family);
  return apart ? 'heal' : 'lag';
}

/** The network as the replicas that a request meets know it. */
export function believed({ here, scenario }: StoreState): StoreWorld {
  return scenario.unnoticed === true ? (here.before ?? here) : here;
}

/**
 * Under `merge discard` one of the sides wins the heal, with `choose CP` the one that has a majority: a write on none
 * of its replicas is gone.
 */
export function discardedByASide({ here: store }: StoreState, write: AcknowledgedWrite): boolean {
  return store.store.merge === 'discard' && winningSides(store).some((side) => canAvoid(write.family, side));
}

function winningSides(store: StoreWorld): readonly Mask[] {
  const sides = store.components().filter((side) => store.isUp(31 - Math.clz32(side)));
  const served = store.store.choice === 'CP' ? sides.filter((side) => 2 * count(side) > store.d) : [];
  return served.length > 0 ? served : sides;
}

/**
 * Under `merge discard`: copies in reach of each other have what any of them took in, and the side of others wins the
 * heal. Just before the break, the write reached every copy that the healthy network connects.
 */
export const shownByASide: Shown = {
  isPossibleIn: ({ merge }) => merge === 'discard',
  isPossible: ({ here: store }, { family }) =>
    store.store.merge === 'discard' && winningSides(store).some((side) => (membersOf(family) & ~side) !== 0),
  isDiscarded({ here: store }, write, { family }) {
    const network = write.when === 'before' ? (store.before ?? store) : store;
    const shown = membersOf(family) & network.component(write.home);
    return winningSides(store).some((side) => (shown & ~side) !== 0 && canAvoid(write.family, side));
  },
};

export const noReplicaInReach = ({ here }: StoreState): string => `no replica of ${here.store.name} in reach`;

/** Does the read go through the leader or primary, and not to a copy of the client's choice? */
export const asksALeader = ({ level }: Step): boolean =>
  level === undefined || level === 'leader' || level === 'quorum';

/** What keeps a session together if all its requests go through a leader or primary. */
export const withoutWeakFailover = (choice: Choice | undefined): string =>
  choice === 'AP' ? 'choose CP' : 'fail over only to a copy that has all that was acknowledged';
