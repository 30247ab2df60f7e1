import type { MergeRule } from '../model/model.js';
import { type Acknowledged, type Bits, labels } from './cluster.js';
import type { Answered } from './clients.js';
import { fedTo, rootOf } from './derived.js';
import { names, OUTCOME, type Run } from './run.js';
import { type End, ENDS } from './script.js';

/** What becomes of requests when the network heals: derived from what has happened, without any rule of verdicts. */
export class Aftermath {
  constructor(private readonly run: Run) {}

  /** What has become of the answered request, after the heal. */
  of(reads: readonly Answered[], written: readonly Acknowledged[]): readonly End[] {
    for (const { protocol } of this.run.members.values()) protocol.spread();
    const found = new Set<End>();
    for (const { store, asked, from, seen, due } of reads) {
      const missed = due & ~seen;
      if (missed === 0) continue;
      const { cluster } = this.run.member(store);
      const isDerived = cluster.store.from !== undefined;
      const later = isDerived ? fedTo(this.run, store, asked) : cluster.seenFrom(from);
      const arrives = (missed & ~later) === 0;
      found.add(arrives ? 'stale/lag' : 'stale/heal');
      const reader = soleMember(from) ?? asked;
      this.run.log.event(
        cluster.vertex(reader),
        () =>
          arrives
            ? `${labels(missed)} reaches ${cluster.name(reader)} a moment later`
            : `nothing brings ${labels(missed)} to ${cluster.name(reader)} while the network is broken`,
        OUTCOME,
      );
    }
    const conflicts = written.map((one) => this.conflictOf(one));
    conflicts.forEach((conflict, i) => {
      const one = written[i];
      if (conflict?.end === 'conflict/lag' && one !== undefined) this.meet(one, conflict.rivals, -1);
    });
    const ends = this.heal();
    for (const { store, asked, from, seen, due } of reads) {
      const { cluster, protocol } = this.run.member(store);
      const end = ends.get(rootOf(this.run.of.model, store)) ?? 0;
      const shown = seen & ~end & ~(protocol.leftToObservers?.() ?? 0);
      if (shown !== 0) {
        found.add('dirty');
        this.run.log.event(
          cluster.vertex(soleMember(from) ?? asked),
          () => `${labels(shown)}, which the read has shown, is thrown away`,
          OUTCOME,
        );
      }
      const gone = due & ~seen & ~end;
      if (gone !== 0)
        this.run.log.event(
          cluster.vertex(soleMember(from) ?? asked),
          () => `${labels(gone)} never gets there: it is thrown away, though it was acknowledged`,
          OUTCOME,
        );
    }
    written.forEach((one, i) => {
      const conflict = conflicts[i];
      if (((ends.get(one.store) ?? 0) & one.write.bit) === 0) {
        this.run.log.event(
          this.run.member(one.store).cluster.vertex(one.home),
          () => `${one.write.label} is gone, though ${this.run.name(one.client)} was told that it is done`,
          OUTCOME,
        );
        found.add('lost');
      } else if (conflict !== undefined) {
        if (conflict.end === 'conflict/heal') this.meet(one, conflict.rivals, ends.get(one.store) ?? 0);
        found.add(conflict.end);
      }
    });
    return found.size === 0 ? ['ok'] : ENDS.filter((end) => found.has(end));
  }

  /** The network is whole again. Gives what all replicas have in the end, per store. */
  private heal(): ReadonlyMap<number, Bits> {
    this.run.log.phase = 'healed';
    if (this.run.of.what !== '') this.run.log.network(() => 'the network heals');
    const ends = new Map<number, Bits>();
    for (const [s, { cluster, protocol }] of this.run.members) {
      cluster.world = this.run.of.healthy;
      cluster.rebuild(this.run.of.broken);
      ends.set(s, protocol.heal(this.run.of.broken));
    }
    this.run.ends = ends;
    return ends;
  }

  /**
   * Writes that a replica has although no client was told that they are done: can they be read later? A refused write
   * is on no replica. No verdict depends on this.
   */
  residues(): void {
    const left = this.run.issued.filter(({ acknowledged }) => !acknowledged);
    const kept = left.filter(({ store, write }) => (this.run.member(store).cluster.onAny(-1) & write.bit) !== 0);
    for (const { protocol } of this.run.members.values()) protocol.spread();
    const ends = this.heal();
    for (const { write, store, client } of kept) {
      const stays = ((ends.get(store) ?? 0) & write.bit) !== 0;
      this.run.log.event(
        client,
        () =>
          stays
            ? `${write.label} comes to light, though ${this.run.name(client)} never got an answer`
            : `${write.label} is thrown away, and ${this.run.name(client)} never got an answer`,
        OUTCOME,
      );
    }
  }

  /**
   * The acknowledged writes with which this one shares no replica and that no leader or primary has ordered with it. A
   * write that was acknowledged by destroyed replicas alone meets none at the heal, even if another replica has got it.
   */
  private conflictOf(one: Acknowledged): { readonly end: End; readonly rivals: readonly Acknowledged[] } | undefined {
    const { cluster, protocol } = this.run.member(one.store);
    if (!cluster.isOnADisk(one)) return undefined;
    const rivals = this.run.acknowledged.filter(
      (other) =>
        other.write.bit !== one.write.bit &&
        other.store === one.store &&
        (other.holders & one.holders) === 0 &&
        cluster.isOnADisk(other) &&
        protocol.reconciles(one, other),
    );
    if (rivals.length === 0) return undefined;
    const meet = (other: Acknowledged): boolean =>
      cluster.copies.some((copy) => (copy & one.write.bit) !== 0 && (copy & other.write.bit) !== 0);
    return { end: rivals.every(meet) ? 'conflict/lag' : 'conflict/heal', rivals };
  }

  /** Two or more acknowledged writes that did not know of each other come together, as far as they still exist. */
  private meet(one: Acknowledged, rivals: readonly Acknowledged[], there: Bits): void {
    const { cluster } = this.run.member(one.store);
    const { merge } = cluster.store;
    const gone = rivals.filter(({ write }) => (there & write.bit) === 0);
    const sorted = [one, ...rivals].sort((a, b) => a.write.bit - b.write.bit);
    const drops = merge === 'lww' && gone.length === 0 ? sorted.slice(0, -1).map(({ write }) => write.label) : [];
    this.run.log.event(
      cluster.vertex(one.home),
      () =>
        gone.length > 0
          ? `${one.write.label} stays and ${names(gone)} ${gone.length === 1 ? 'is' : 'are'} gone, though all ` +
            `were acknowledged and ${one.write.label} knew nothing of ${names(gone)}`
          : mergeText(merge, sorted),
      { ...OUTCOME, drops },
    );
  }
}

/** The only replica of a set; undefined if the set has none or several. */
function soleMember(set: Bits): number | undefined {
  return set !== 0 && (set & (set - 1)) === 0 ? 31 - Math.clz32(set) : undefined;
}

/**
 * What the merge rule does with writes that did not know of each other, in the order in which they were acknowledged.
 */
function mergeText(rule: MergeRule, writes: readonly Acknowledged[]): string {
  const all = names(writes);
  switch (rule) {
    case 'lww':
      return (
        `lww keeps ${names(writes.slice(-1))}, the later one as far as clocks agree, and drops ` +
        `${names(writes.slice(0, -1))}, though ${all} were acknowledged`
      );
    case 'crdt':
      return `the data type merges ${all}: nothing is dropped, but neither knew of the other`;
    case 'siblings':
      return `${all} are kept as siblings: the next client that reads has to merge them`;
    case 'manual':
      return `${all} contradict each other and wait for a person or a job to decide`;
    case 'discard':
      return `${all} were written on different sides, and the side that wins keeps its own`;
  }
}
