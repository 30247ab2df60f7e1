import type { VertexId } from '../../model/model.js';
import type { Cluster } from '../cluster.js';
import type { Following } from './following.js';
import type { Logs } from './logs.js';
import type { Voters } from './voters.js';

/** How replicas of a consensus store come to follow one of them. */
export class Election {
  constructor(
    private readonly cluster: Cluster,
    private readonly voters: Voters,
    private readonly following: Following,
    private readonly logs: Logs,
  ) {}

  /** Any one of them stands first; if it does not win, the next one stands. */
  hold(who: readonly number[], network: 'whole' | 'broken' = 'whole'): void {
    const { cluster } = this;
    this.following.leader = -1;
    if (who.length === 0) return;
    const lasting = who.filter((r) => this.voters.hasMajority(r) && this.voters.rivalOf(r) < 0);
    // The winner is deposed soon, and for a while there is no leader.
    if (lasting.length === 0 && who.some((r) => this.voters.hasMajority(r)) && cluster.choices.of(2) === 1) return;
    const inVain = (r: number): boolean => network === 'broken' && this.voters.voteInVain(r);
    // One that all vote for in vain stands as well, though it has no majority.
    const candidates = lasting.length > 0 ? who.filter((r) => lasting.includes(r) || inVain(r)) : who;
    const first = cluster.choices.of(candidates.length);
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[(first + i) % candidates.length];
      if (candidate === undefined) continue;
      if (this.elect(candidate, who) || inVain(candidate)) return;
    }
  }

  /** Voters that have noticed the break vote for the first candidate that asks, and send it what they have. */
  elect(candidate: number, who: readonly number[]): boolean {
    const { cluster } = this;
    const self = cluster.vertex(candidate);
    const free = (voter: VertexId): boolean => {
      const r = cluster.store.replicas.indexOf(voter);
      return r < 0 || who.includes(r);
    };
    const asked = this.voters.heardBy(candidate).filter((voter) => free(voter) && this.voters.joins(voter));
    const votes = this.logs.votesFor(candidate, asked);
    if (!cluster.isUp(candidate) || !this.voters.joins(self) || votes.length + 1 < this.voters.majority) return false;
    cluster.keep(candidate, cluster.choices.from(this.logs.learntFrom(votes)));
    cluster.log.event(
      self,
      () => `${cluster.name(candidate)} leads, with ${votes.length + 1} of ${this.voters.all.length} votes`,
    );
    this.logs.commit(candidate, votes);
    this.following.elected(candidate);
    return true;
  }
}
