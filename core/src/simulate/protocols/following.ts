import type { VertexId } from '../../model/model.js';
import type { Cluster } from '../cluster.js';
import type { Voters } from './voters.js';

/** The elected leader, and which replicas believe that it leads, or still believe that another one does. */
export class Following {
  /** The last that was elected; -1: none since then. */
  leader = -1;
  /** Some replicas have noticed the break, and not all of them have taken part in the election that follows. */
  isElecting = false;
  /** Per data replica: the replica that it believes to be the leader. */
  readonly believes: number[];
  /** Per copy: does it follow the leader where it hears from it? */
  private readonly joined: boolean[];
  /** The voters that joined the leader when it was elected. */
  private followers: readonly VertexId[] = [];

  constructor(
    private readonly cluster: Cluster,
    private readonly voters: Voters,
  ) {
    this.believes = cluster.replicas().map(() => -1);
    this.joined = cluster.replicas().map(() => false);
  }

  elected(leader: number): void {
    const { cluster, voters } = this;
    this.leader = leader;
    this.followers = voters.all.filter((voter) => voters.joins(voter));
    for (const r of [...cluster.replicas(), ...cluster.observers()]) {
      this.joined[r] = voters.joins(cluster.vertex(r));
      // One that has not noticed the break still waits for news of the old leader.
      if (cluster.unnoticed[r] !== true) this.newsFor([r]);
    }
  }

  /** Those of these copies that hear from the leader follow it, if they join it. */
  newsFor(copies: readonly number[]): void {
    for (const copy of copies) if (this.hears(this.leader, copy)) this.believes[copy] = this.leader;
  }

  /** Does a majority of the voters follow a leader, itself counted? */
  hasMajority(leader: number): boolean {
    const { cluster, voters, followers } = this;
    const self = cluster.vertex(leader);
    const others = followers.filter((voter) => voter !== self && voters.inTouch(self, voter));
    return cluster.isUp(leader) && others.length + 1 >= voters.majority;
  }

  /** A replica that hears from a majority knows that none of them has a leader. */
  isKnownToBeNobody(replica: number): boolean {
    const { cluster, leader, isElecting, voters } = this;
    return leader < 0 && !isElecting && replica < cluster.d && voters.hasMajority(replica);
  }

  /** The replicas that hear from the leader and follow it, with itself. */
  hearing(leader: number): number[] {
    return this.cluster.replicas().filter((r) => this.hears(leader, r));
  }

  hears(leader: number, copy: number): boolean {
    const { cluster, voters } = this;
    return leader >= 0 && this.joined[copy] === true && voters.inTouch(cluster.vertex(leader), cluster.vertex(copy));
  }
}
