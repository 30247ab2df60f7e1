import { majorityOf } from '../../model/majority.js';
import type { ConsensusReplication, Store } from '../../model/model.js';
import { count, type Mask } from '../family.js';
import type { StoreWorld } from '../storeWorld.js';
import type { Scenario } from './scheme.js';

/**
 * The replicas that may lead a consensus store under a fault. Data replicas have numbers; -1: no leader.
 *
 * The rules for leaders under partial cuts are what etcd 3.4 and ZooKeeper 3.8 did under such cuts. That Raft's voters
 * may refuse every candidate is section 5.4.1 of Raft (Ongaro and Ousterhout, ATC '14), and the "constrained election"
 * of Omni-Paxos (Ng, Haridi and Carbone, EuroSys '23).
 */

export function settings({ name, replication }: Store): ConsensusReplication {
  if (replication.scheme !== 'consensus') throw new Error(`${name} has no log`);
  return replication;
}

/** Can a replica that leads go on, without being deposed? */
export function lasts(store: StoreWorld, replica: number): boolean {
  return keepsMajority(store, replica) && disturber(store, replica) < 0;
}

/** Does the leader from before the break stay, and did it lead for good even then? If not, it may be deposed. */
export function leadsOn(store: StoreWorld, leader: number): boolean {
  return lasts(store, leader) && lasts(store.before ?? store, leader);
}

/**
 * Has a leader from before the break still got a majority? In ZooKeeper of those that followed it: another member in
 * reach does not acknowledge what it proposes.
 */
export function keepsMajority(store: StoreWorld, leader: number): boolean {
  if (settings(store.store).election !== 'zab') return store.canLead(leader);
  const before = store.before ?? store;
  return hasMajorityOf(store, (voter) => store.connected(leader, voter) && followed(before, leader, voter));
}

function followed(before: StoreWorld, leader: number, voter: number): boolean {
  return before.connected(leader, voter) && before.canLead(voter);
}

/** Can the replica win an election without these votes, if no voter refuses it for its log? */
export function canBeElected(store: StoreWorld, replica: number, absent: Mask = 0): boolean {
  if (absent === 0 ? !store.canLead(replica) : !store.canLeadWithout(replica, absent)) return false;
  if (settings(store.store).election !== 'zab') return true;
  return hasMajorityOf(
    store,
    (voter) => ((absent >> voter) & 1) === 0 && store.connected(replica, voter) && store.canLead(voter),
  );
}

function hasMajorityOf(store: StoreWorld, counts: (voter: number) => boolean): boolean {
  let found = 0;
  for (let i = 0; i < store.n && found < store.majority; i++) if (counts(voterAt(store, i))) found++;
  return found >= store.majority;
}

/** The number of the i-th voter among the members: observers have numbers between replicas and witnesses. */
function voterAt({ d, store }: StoreWorld, i: number): number {
  return i < d ? i : i + (store.observers?.length ?? 0);
}

/**
 * Does a replica that is connected to the leader follow it? In ZooKeeper a member joins only a leader that a majority
 * of those whom it reaches itself votes for. While the old leader leads on, its followers stay.
 */
export function takesPart(store: StoreWorld, { leader, former, unnoticed }: Scenario, replica: number): boolean {
  if (settings(store.store).election !== 'zab') return true;
  const isOld = leader === former && (unnoticed === true || keepsMajority(store, leader));
  return (isOld ? (store.before ?? store) : store).canLead(replica);
}

/**
 * A data replica that does not hear replica i and reaches another member, which hears it: without PreVote it stands for
 * election until i is deposed. -1: none.
 */
export function disturber(store: StoreWorld, i: number): number {
  if (settings(store.store).noPreVote !== true) return -1;
  if (store.asksFacts) {
    for (let j = 0; j < store.d; j++) if (j !== i && !store.connected(i, j) && store.hears(j, i)) return j;
    return -1;
  }
  const met = store.membersOverOthers(i);
  for (let j = 0; j < store.d; j++) if (met.includes(store.vertex(j)) && !store.connected(i, j)) return j;
  return -1;
}

/**
 * The possible leaders when elections are over, as far as logs do not matter. If no leader lasts, elections are never
 * over: each replica that can lead may do so for a while.
 */
export function elections(store: StoreWorld): number[] {
  const able = [...candidates(store)];
  const lasting = able.filter((q) => disturber(store, q) < 0);
  return lasting.length > 0 ? lasting : [-1, ...able];
}

/** The replicas that can win an election if no voter refuses them for their logs; each is asked when it is its turn. */
export function* candidates(store: StoreWorld): Generator<number, void> {
  for (let q = 0; q < store.d; q++) if (canBeElected(store, q)) yield q;
}

/** Do the possible leaders depend on the leader before the break, whatever is asked? */
export function dependsOnFormer({ store }: StoreWorld): boolean {
  const { noPreVote, election } = settings(store);
  return noPreVote === true || election === 'zab' || refusesByLog(store);
}

/**
 * May voters refuse every candidate for its log? With up to three voters, each candidate reaches another candidate or a
 * witness, and one of the two is elected.
 */
export function refusesByLog(store: Store): boolean {
  const voters = store.replicas.length + store.witnesses.length;
  return settings(store).election === undefined && majorityOf(voters) > 2;
}

/**
 * Can the logs be such that no candidate gets a majority, if `former` led before the break?
 *
 * `former` and the replicas that heard from it may have entries that others lack, each more than the next one. Those
 * that are not candidates may be ahead of all candidates, and refuse. The candidate with the longest log then gets the
 * votes of the other candidates that it reaches, of witnesses, which hand over what they have, and of voters that have
 * nothing to be ahead with. If that is not a majority, it is not elected, and refuses candidates with shorter logs as
 * well; and so on. No voter is ahead of `former`: it is elected if it is a candidate.
 */
export function mayElectNone(store: StoreWorld, former: number): boolean {
  if (settings(store.store).election === 'zab') return votedInVain(store) >= 0;
  return refusesByLog(store.store) && mayRefuseAll(store, former, [...candidates(store)]);
}

/**
 * ZooKeeper: each member votes for the member with the longest log that it has heard of, over others too, and hands
 * that vote on. The data replica that all may vote for again and again, though it cannot be elected itself. -1: none.
 */
export function votedInVain(store: StoreWorld): number {
  const able = [...candidates(store)];
  const [first] = able;
  if (first === undefined) return -1;
  const met = store.membersOverOthers(first);
  for (let j = 0; j < store.d; j++) if (!able.includes(j) && met.includes(store.vertex(j))) return j;
  return -1;
}

/** The same of these candidates, each of which reaches a majority of the voters. */
export function mayRefuseAll(store: StoreWorld, former: number, standFor: readonly number[]): boolean {
  if (!store.isWritten) return false;
  if (standFor.length === 0 || standFor.includes(former)) return false;
  const ahead = (store.before ?? store).connectedMask(former) | (1 << former);
  let standing: Mask = 0;
  for (const q of standFor) standing |= 1 << q;
  for (let last = 0; last !== standing; ) {
    last = standing;
    // All of a round are asked about the same voters: that is the same whatever their order.
    const willing = votersWilling(store, last, ahead);
    for (const q of standFor) if ((last >> q) & 1 && !hasVotes(store, q, willing)) standing &= ~(1 << q);
  }
  return standing === 0;
}

/** The voters that may be ahead of no candidate but those in `standing`. Witnesses have bits from d on. */
function votersWilling(store: StoreWorld, standing: Mask, ahead: Mask): Mask {
  const everybody = (1 << store.n) - 1;
  return standing | (everybody & ~(ahead & ((1 << store.d) - 1)));
}

/** Asks the network no more than needed: not at all where even all of them together are too few. */
function hasVotes(store: StoreWorld, candidate: number, willing: Mask): boolean {
  let found = 1;
  let left = willing & ~(1 << candidate);
  if (found + count(left) < store.majority) return false;
  if (store.asksFacts) {
    const voters = Array.from({ length: store.n }, (_, voter) => voter).filter((voter) => (left >> voter) & 1);
    const machines = voters.map((voter) => store.vertex(voterAt(store, voter)));
    return store.world.connectsAtLeast(store.vertex(candidate), machines, store.majority - found);
  }
  for (let voter = 0; voter < store.n && found < store.majority; voter++) {
    if (found + count(left) < store.majority) return false;
    if (((left >> voter) & 1) === 0) continue;
    left &= ~(1 << voter);
    if (store.connected(candidate, voterAt(store, voter))) found++;
  }
  return found >= store.majority;
}
