import type { Replication, VertexId } from '../../model/model.js';
import type { Cluster, Write } from '../cluster.js';

/** The members that elect the leader, and which of them are in touch with each other. */
export class Voters {
  readonly all: readonly VertexId[];
  readonly majority: number;

  constructor(private readonly cluster: Cluster) {
    const { replicas, witnesses } = cluster.store;
    this.all = [...replicas, ...witnesses];
    this.majority = Math.floor(this.all.length / 2) + 1;
  }

  tooFewVoters(leader: number): string {
    return (
      `${this.cluster.name(leader)} hears from ${this.heardBy(leader).length + 1} of ${this.all.length} ` +
      `voters, a majority is ${this.majority}`
    );
  }

  /** A leader sends a write to all other voters, as far as messages arrive. */
  send(leader: number, write: Write): void {
    const { cluster } = this;
    const self = cluster.vertex(leader);
    for (const voter of this.all) {
      const arrives = this.inTouch(self, voter);
      if (voter === self) continue;
      cluster.send(
        { from: self, to: voter, arrives },
        () => `${cluster.name(leader)} sends ${write.label} to ${cluster.vertexName(voter)}`,
        arrives ? { housekeeping: true } : {},
      );
    }
  }

  heardBy(replica: number): readonly VertexId[] {
    return this.heardFrom(this.cluster.vertex(replica));
  }

  heardFrom(self: VertexId): readonly VertexId[] {
    return this.all.filter((voter) => voter !== self && this.inTouch(self, voter));
  }

  /** The data replicas that reach a majority. */
  candidates(): VertexId[] {
    return this.cluster.store.replicas.filter((_, r) => this.hasMajority(r));
  }

  /** Raft: a voter refuses a candidate whose log lags behind its own. With nothing written all logs are alike. */
  get refuseByLog(): boolean {
    const { store, world } = this.cluster;
    const { model } = world.topology;
    const isWritten = model.operations.some(({ steps }) =>
      steps.some((step) => step.access === 'write' && model.stores[step.store] === store),
    );
    const { replication } = store;
    const isRaft = replication.scheme === 'consensus' ? replication.election === undefined : isVotedOn(replication);
    return isRaft && isWritten;
  }

  /** ZooKeeper: a member that reaches no majority itself joins no leader. */
  joins(voter: VertexId): boolean {
    const { store, world } = this.cluster;
    if (store.replication.scheme !== 'consensus' || store.replication.election !== 'zab') return true;
    const others = this.all.filter((one) => one !== voter && this.inTouch(voter, one));
    // An observer has no vote itself.
    const own = this.all.includes(voter) ? 1 : 0;
    return world.isUp(voter) && others.length + own >= this.majority;
  }

  /**
   * ZooKeeper: the members hand on the vote for the longest log that they heard of. Does none of them stand that could
   * be elected, because all vote for this replica, which cannot?
   */
  voteInVain(replica: number): boolean {
    const { cluster } = this;
    const { replication } = cluster.store;
    if (replication.scheme !== 'consensus' || replication.election !== 'zab' || this.wins(replica)) return false;
    const told = this.heardOver(cluster.vertex(replica));
    return cluster.replicas().some((r) => told.has(cluster.vertex(r)) && this.wins(r));
  }

  /** By the votes of all that it reaches and that join a leader. */
  private wins(replica: number): boolean {
    const votes = this.heardBy(replica).filter((voter) => this.joins(voter));
    return this.joins(this.cluster.vertex(replica)) && votes.length + 1 >= this.majority;
  }

  /** The members that news of one reaches over others, with itself. */
  private heardOver(member: VertexId): ReadonlySet<VertexId> {
    const told = new Set([member]);
    for (const at of told) for (const next of this.all) if (this.cluster.world.connected(at, next)) told.add(next);
    return told;
  }

  hasMajority(replica: number): boolean {
    return this.cluster.isUp(replica) && this.heardBy(replica).length + 1 >= this.majority;
  }

  /** Asks the other voters whether they still follow the leader. */
  heartbeat(leader: number): boolean {
    const { cluster } = this;
    const self = cluster.vertex(leader);
    for (const voter of this.all) {
      if (voter !== self)
        cluster.send(
          { from: self, to: voter, arrives: this.inTouch(self, voter) },
          () => `${cluster.name(leader)} asks ${cluster.vertexName(voter)} whether it still leads`,
          { housekeeping: true },
        );
    }
    return this.hasMajority(leader);
  }

  /**
   * Without PreVote: a data replica that the leader is not in touch with, but that it reaches over other members. -1:
   * none.
   */
  rivalOf(leader: number): number {
    const { cluster } = this;
    const { replication } = cluster.store;
    if (replication.scheme !== 'consensus' || replication.noPreVote !== true) return -1;
    const told = this.heardOver(cluster.vertex(leader));
    return (
      cluster
        .replicas()
        .find(
          (r) =>
            r !== leader && told.has(cluster.vertex(r)) && !this.inTouch(cluster.vertex(leader), cluster.vertex(r)),
        ) ?? -1
    );
  }

  /** Directly, or over other members if the members relay. */
  inTouch(a: VertexId, b: VertexId): boolean {
    const { world, store } = this.cluster;
    if (world.connected(a, b)) return true;
    if (store.replication.scheme !== 'consensus' || store.replication.relay !== true) return false;
    const reached = new Set([a]);
    for (const at of reached) for (const next of this.all) if (world.connected(at, next)) reached.add(next);
    return [...reached].some((at) => world.connected(at, b));
  }
}

/** A primary whose voters compare logs. */
function isVotedOn(replication: Replication): boolean {
  return replication.scheme === 'primary' && replication.election === 'raft';
}
