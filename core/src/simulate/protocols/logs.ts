import type { VertexId } from '../../model/model.js';
import { subsetsOf } from '../choices.js';
import { type Bits, type Cluster, labels, type Write } from '../cluster.js';
import type { Voters } from './voters.js';

/** The logs of the voters: what a candidate learns from them, and which of them are ahead of it. */
export class Logs {
  /** Per witness: the log of what it helped to commit. It sends this to the candidate that it votes for. */
  private readonly ofWitnesses = new Map<VertexId, Bits>();
  /**
   * How far the log of each voter got before the break, as an order: entries of other requests, which are not part of
   * the run. Undefined: not known yet.
   */
  private lengths: ReadonlyMap<VertexId, number> | undefined;

  constructor(
    private readonly cluster: Cluster,
    private readonly voters: Voters,
  ) {}

  /**
   * Any followers, as many as needed, keep what the leader sends, and as many witnesses as copies are missing for a
   * majority. Gives those followers.
   */
  replicate(leader: number, write: Write, followers: readonly number[], needed: number): readonly number[] {
    const { cluster } = this;
    cluster.keep(leader, write.bit);
    const first = cluster.choices.from(subsetsOf(followers, needed));
    for (const r of first) {
      cluster.send(
        { from: cluster.vertex(leader), to: cluster.vertex(r), arrives: true },
        () => `${cluster.name(leader)} sends ${write.label} to ${cluster.name(r)}, which keeps it and says so`,
      );
      cluster.keep(r, write.bit);
    }
    const missing = this.voters.majority - 1 - first.length;
    if (missing > 0) this.askWitnesses(leader, write, missing);
    return first;
  }

  /** A new leader commits what it has, also what no majority had so far, before it answers anything. */
  commit(leader: number, votes: readonly VertexId[]): void {
    const { cluster, voters } = this;
    const open = cluster.uncommitted & (cluster.copies[leader] ?? 0);
    if (open === 0) return;
    const followers = cluster.replicas().filter((r) => votes.includes(cluster.vertex(r)));
    const needed = Math.min(voters.majority - 1, followers.length);
    this.replicate(leader, { bit: open, label: labels(open) }, followers, needed);
    cluster.commit(open);
  }

  /** As many witnesses as copies are missing for a majority keep the write in their logs. */
  private askWitnesses(leader: number, write: Write, missing: number): void {
    const { cluster } = this;
    const self = cluster.vertex(leader);
    const witnesses = cluster.store.witnesses.filter((witness) => this.voters.inTouch(self, witness));
    for (const witness of cluster.choices.from(subsetsOf(witnesses, missing))) {
      cluster.send(
        { from: self, to: witness, arrives: true },
        () =>
          `${cluster.name(leader)} sends ${write.label} to the witness ${cluster.vertexName(witness)}, which ` +
          'keeps it in its log and says so',
      );
      this.ofWitnesses.set(witness, (this.ofWitnesses.get(witness) ?? 0) | write.bit);
    }
  }

  forget(writes: Bits): void {
    for (const [witness, log] of this.ofWitnesses) this.ofWitnesses.set(witness, log & ~writes);
  }

  /** The leader of before the break sends nothing more. `heard`: the replicas that heard from it. */
  breakOff(leader: number, heard: readonly number[]): void {
    this.lengths ??= this.cluster.choices.from(this.possibleLengths(leader, heard));
  }

  /** A candidate asks every voter; of those that it can get a vote from, those that are ahead of it refuse. */
  votesFor(candidate: number, voters: readonly VertexId[]): readonly VertexId[] {
    const { cluster } = this;
    const self = cluster.vertex(candidate);
    const ahead = voters.filter((voter) => this.lengthOf(voter) > this.lengthOf(self));
    const votes = voters.filter((voter) => !ahead.includes(voter));
    for (const voter of this.voters.all) {
      if (voter === self) continue;
      cluster.send(
        { from: self, to: voter, arrives: voters.includes(voter) },
        () => `${cluster.name(candidate)} asks ${cluster.vertexName(voter)} for its vote`,
        { housekeeping: true },
      );
    }
    if (ahead.length > 0 && votes.length + 1 < this.voters.majority)
      cluster.log.event(
        self,
        () =>
          `${cluster.name(candidate)} is not elected: it lacks entries that ` +
          `${ahead.map((voter) => cluster.vertexName(voter)).join(', ')} may have`,
      );
    return votes;
  }

  private lengthOf(voter: VertexId): number {
    return this.lengths?.get(voter) ?? 0;
  }

  /** The sets of writes that a candidate may learn from a majority of its voters, each possibility once. */
  learntFrom(votes: readonly VertexId[]): readonly Bits[] {
    const { copies, store } = this.cluster;
    const has = (voter: VertexId): Bits => copies[store.replicas.indexOf(voter)] ?? this.ofWitnesses.get(voter) ?? 0;
    const quorums = subsetsOf(votes, this.voters.majority - 1);
    return [...new Set(quorums.map((some) => some.reduce((all, voter) => all | has(voter), 0)))];
  }

  /** All logs alike, and logs with which no replica is elected, if there are such. */
  private possibleLengths(leader: number, heard: readonly number[]): readonly ReadonlyMap<VertexId, number>[] {
    const { cluster, voters } = this;
    const alike = new Map<VertexId, number>();
    if (leader < 0 || !voters.refuseByLog) return [alike];
    const stuck = lengthsThatElectNone(
      voters,
      cluster.vertex(leader),
      heard.map((r) => cluster.vertex(r)),
    );
    return stuck === undefined ? [alike] : [alike, stuck];
  }
}

/**
 * How far the log of each voter may have got so that no replica wins an election; undefined: a replica always wins.
 * `old` led, and has the longest log; `heard`: it and those that heard from it, which may have any part of it. The
 * others, and witnesses, which hand over what they have, have nothing to be ahead with. The orders of the candidates
 * are tried one after the other, from the longest log to the shortest; who does not stand may have all of it.
 */
export function lengthsThatElectNone(
  voters: Voters,
  old: VertexId,
  heard: readonly VertexId[],
): ReadonlyMap<VertexId, number> | undefined {
  const candidates = voters.candidates();
  if (candidates.length === 0 || candidates.includes(old)) return undefined;
  const lengths = new Map(heard.map((one) => [one, candidates.includes(one) ? 0 : candidates.length + 1]));
  const place = (standing: readonly VertexId[]): boolean =>
    standing.length === 0 ||
    standing.some((candidate) => {
      const behind = (voter: VertexId): boolean => standing.includes(voter) || (lengths.get(voter) ?? 0) === 0;
      if (voters.heardFrom(candidate).filter(behind).length + 1 >= voters.majority) return false;
      if (heard.includes(candidate)) lengths.set(candidate, standing.length);
      if (place(standing.filter((one) => one !== candidate))) return true;
      if (heard.includes(candidate)) lengths.set(candidate, 0);
      return false;
    });
  return place(candidates) ? lengths : undefined;
}
