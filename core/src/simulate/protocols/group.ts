import type { Step } from '../../model/model.js';
import { type Answer, bit, type Cluster } from '../cluster.js';
import type { Voters } from './voters.js';

/**
 * The group as it was before the break: its leader, and the replicas that heard from it. If its members pass messages
 * on for each other, they agree anew on who is in it as soon as two of them do not hear each other directly, and order
 * nothing until then (Galera's views, after Amir et al.).
 */
export class Group {
  leader = -1;
  /** The replicas that heard from the leader, with itself. */
  followed: readonly number[] = [];
  /** Without PreVote: a replica whose newer term the leader may hear of at any moment; -1: none. */
  rival = -1;
  /** The replicas that had a connection to the leader. */
  private connected: readonly number[] = [];
  private directLinks = 0;
  private isRegrouping = false;

  constructor(
    private readonly cluster: Cluster,
    private readonly voters: Voters,
  ) {}

  get reached(): number {
    return this.followed.length;
  }

  started(leader: number, followed: readonly number[]): void {
    this.leader = leader;
    this.followed = followed;
    const { cluster, voters } = this;
    this.rival = leader < 0 ? -1 : voters.rivalOf(leader);
    const isConnected = (r: number): boolean => voters.inTouch(cluster.vertex(r), cluster.vertex(leader));
    this.connected = leader < 0 ? [] : cluster.replicas().filter(isConnected);
    this.directLinks = this.countLinks();
  }

  /** The network has broken, and no replica has noticed it: the members may be agreeing anew, or not yet. */
  regroups(): void {
    const { cluster } = this;
    const breaks = this.relays() && this.leader >= 0 && this.countLinks() < this.directLinks;
    this.isRegrouping = breaks && cluster.unnoticed.includes(true) && cluster.choices.of(2) === 1;
  }

  /**
   * `step-down`: the replica led before the break and knows that it does no more, or one that did says so to it. A
   * leader that stops closes its connections.
   */
  knowsOfStepDown(replica: number): boolean {
    const { cluster, leader, voters } = this;
    const { store, unnoticed } = cluster;
    const stepsDown = store.replication.scheme === 'consensus' && store.replication.stepsDown === true;
    if (!stepsDown || leader < 0) return false;
    if (!cluster.isUp(leader)) return this.connected.includes(replica);
    if (unnoticed[replica] === true || unnoticed[leader] === true) return false;
    return replica === leader || voters.inTouch(cluster.vertex(replica), cluster.vertex(leader));
  }

  /** What a member answers by itself because of that; undefined: what the leader answers. */
  answer(asked: number, { access, level }: Step): Answer | undefined {
    const { cluster } = this;
    if (!this.relays() || cluster.unnoticed[asked] !== true || !this.followed.includes(asked)) return undefined;
    if (!this.isRegrouping) return access === 'read' && isSynchronized(level) ? this.ordered() : undefined;
    const wasRefused = level === 'all' && this.reached < cluster.d;
    if (wasRefused && this.voters.inTouch(cluster.vertex(asked), cluster.vertex(this.leader))) return undefined;
    return { kind: 'waits', why: 'the members agree anew on who is in the group' };
  }

  /** A member has all that the group has ordered, and answers with it. Its copy has not applied it yet. */
  private ordered(): Answer {
    return { kind: 'read', from: this.followed.reduce((mask, r) => mask | bit(r), 0) };
  }

  private relays(): boolean {
    const { replication } = this.cluster.store;
    return replication.scheme === 'consensus' && replication.relay === true;
  }

  private countLinks(): number {
    const { all } = this.voters;
    return all.reduce((sum, u) => sum + all.filter((v) => v !== u && this.cluster.world.connected(u, v)).length, 0);
  }
}

const isSynchronized = (level: Step['level']): boolean => level === undefined || level === 'quorum';
