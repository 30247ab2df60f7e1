import { copiesOf } from '../model/levels.js';
import { majorityOf } from '../model/majority.js';
import type { Store, VertexId } from '../model/model.js';
import { schemeOf } from '../model/schemes/index.js';
import type { World } from '../network/world.js';
import { count, type Mask } from './family.js';
import { viewPartitions } from './viewPartitions.js';

/**
 * One store on the network under a fault. Replicas are numbered 0..d-1 in order of declaration, observers and witnesses
 * after them: masks count data replicas only, and so do families, but for a read of an observer's copy.
 */
export class StoreWorld {
  /** Data replicas. */
  readonly d: number;
  /** The number of voters: data replicas and witnesses, or an electorate outside of them. */
  readonly n: number;
  readonly majority: number;
  /** The word for the electorate in reasons. */
  readonly electorate: Machines['electorate'];
  private readonly machines: Machines;
  private readonly members: readonly VertexId[];
  /** The members without observers: they pass messages on, if members do. */
  private readonly group: readonly VertexId[];
  private readonly voters: readonly VertexId[];
  private readonly relays: boolean;
  /** What was asked already: the network does not change while one of its faults is looked at. */
  private readonly masks: Mask[] = [];
  private readonly able: boolean[] = [];
  private written: boolean | undefined;
  private gone: Mask | undefined;
  private readonly spread: Mask[] = [];
  private parts: readonly Mask[] | undefined;
  private partitions: readonly (readonly Mask[])[] | undefined;

  constructor(
    readonly world: World,
    readonly store: Store,
    readonly index: number,
    /**
     * The same store on the healthy network, as known to replicas that have not noticed the break. Absent: this is the
     * healthy network.
     */
    readonly before?: StoreWorld,
  ) {
    this.machines = before?.machines ?? machinesOf(store);
    this.group = this.machines.group;
    this.members = this.machines.members;
    this.voters = this.machines.voters;
    this.relays = this.machines.relays;
    this.electorate = this.machines.electorate;
    this.d = store.replicas.length;
    this.n = this.voters.length;
    this.majority = majorityOf(this.n);
  }

  /** Does an operation of the design write to the store? */
  get isWritten(): boolean {
    if (this.before !== undefined) return this.before.isWritten;
    return (this.written ??= this.world.topology.model.operations.some(({ steps }) =>
      steps.some(({ access, store }) => access === 'write' && store === this.index),
    ));
  }

  vertex(replica: number): VertexId {
    return this.members[replica] ?? -1;
  }

  name(replica: number): string {
    return this.world.topology.model.vertices[this.vertex(replica)]?.name ?? '?';
  }

  names(mask: Mask): string {
    const names: string[] = [];
    for (let i = 0; i < this.members.length; i++) if ((mask >> i) & 1) names.push(this.name(i));
    if (names.length <= 1) return names[0] ?? 'nobody';
    return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
  }

  isUp(replica: number): boolean {
    return this.world.isUp(this.vertex(replica));
  }

  /** The data replicas whose disks are gone. */
  get destroyed(): Mask {
    return (this.gone ??= this.store.replicas.reduce(
      (mask, replica, i) => (this.world.isDestroyed(replica) ? mask | (1 << i) : mask),
      0,
    ));
  }

  connected(i: number, j: number): boolean {
    return this.linked(this.vertex(i), this.vertex(j));
  }

  /** Do messages pass both ways, over other members too if they relay? */
  private linked(a: VertexId, b: VertexId): boolean {
    if (this.world.connected(a, b)) return true;
    if (!this.relays) return false;
    const found = [a];
    for (const at of found) {
      for (const next of this.group.includes(b) ? this.group : [...this.group, b]) {
        if (found.includes(next) || !this.world.connected(at, next)) continue;
        if (next === b) return true;
        found.push(next);
      }
    }
    return false;
  }

  /** Can the world decide as a whole what the store asks of its members? Not if they pass messages on. */
  get asksFacts(): boolean {
    return this.world.decidesFacts && !this.relays && this.store.observers === undefined;
  }

  isObserver(replica: number): boolean {
    return replica >= this.d;
  }

  /** The copy that alone feeds an observer; -1: all that feed replicas do, or it is a replica. */
  feederOf(replica: number): number {
    const from = this.store.observers?.[replica - this.d]?.from;
    return from === undefined ? -1 : this.members.indexOf(from);
  }

  /** At least `least` data replicas are connected to replica i, with i itself if it is up. */
  connectsAtLeast(i: number, least: number): boolean {
    if (!this.asksFacts) return count(this.connectedMask(i)) >= least;
    const self = this.vertex(i);
    const others = this.store.replicas.filter((replica) => replica !== self);
    return this.world.connectsAtLeast(self, others, least - (this.isUp(i) ? 1 : 0));
  }

  /** Data replicas connected to replica i, with i itself if it is up. */
  connectedMask(i: number): Mask {
    const known = this.masks[i];
    if (known !== undefined) return known;
    let mask = 0;
    for (let j = 0; j < this.d; j++) if (this.connected(i, j)) mask |= 1 << j;
    this.masks[i] = mask;
    return mask;
  }

  /** How many voters are connected to replica i, with i itself if it votes. */
  connectedVoters(i: number): number {
    let found = 0;
    for (const voter of this.voters) if (this.linked(this.vertex(i), voter)) found++;
    return found;
  }

  /**
   * A data replica that is up and connected to a majority of the voters. Asks the network no more questions than
   * needed.
   */
  canLead(i: number): boolean {
    return (this.able[i] ??= this.canLeadWithout(i, 0));
  }

  /** The same if the replicas in `absent` do not vote for it. */
  canLeadWithout(i: number, absent: Mask): boolean {
    const self = this.vertex(i);
    if (!this.isUp(i)) return false;
    if ((absent >> i) & 1) return false;
    let found = this.voters.includes(self) ? 1 : 0;
    if (this.asksFacts) {
      const others = this.voters.filter((voter) => voter !== self && !((absent >> this.members.indexOf(voter)) & 1));
      return this.world.connectsAtLeast(self, others, this.majority - found);
    }
    let left = this.n - found;
    for (const voter of this.voters) {
      if (found >= this.majority || found + left < this.majority) break;
      if (voter === self) continue;
      left--;
      if ((absent >> this.members.indexOf(voter)) & 1) continue;
      if (this.linked(self, voter)) found++;
    }
    return found >= this.majority;
  }

  /** Were two members, observers apart, directly connected on the healthy network that are not any more? */
  hasLostALink(): boolean {
    const before = this.before?.world;
    return this.group.some((u, i) =>
      this.group.slice(i + 1).some((v) => before?.connected(u, v) === true && !this.world.connected(u, v)),
    );
  }

  /** Does a member that replica i reaches over other members reach replica j? */
  hears(i: number, j: number): boolean {
    return this.world.joins(this.vertex(i), this.vertex(j), this.group);
  }

  /** The members that replica i reaches over other members, with i itself, whether they relay or not. */
  membersOverOthers(i: number): readonly VertexId[] {
    const met = [this.vertex(i)];
    for (const at of met)
      for (const next of this.group) if (!met.includes(next) && this.world.connected(at, next)) met.push(next);
    return met;
  }

  /**
   * The data replicas that news of replica i can reach, over others too. A stopped replica is a component of its own.
   */
  component(i: number): Mask {
    return (this.spread[i] ??= this.spreadFrom(i));
  }

  private spreadFrom(i: number): Mask {
    let mask: Mask = 1 << i;
    if (!this.isUp(i)) return mask;
    for (let grown = true; grown; ) {
      grown = false;
      this.store.replicas.forEach((_, j) => {
        if ((mask >> j) & 1 || !this.store.replicas.some((__, k) => (mask >> k) & 1 && this.connected(k, j))) return;
        mask |= 1 << j;
        grown = true;
      });
    }
    return mask;
  }

  components(): readonly Mask[] {
    return (this.parts ??= this.findParts());
  }

  private findParts(): readonly Mask[] {
    const found: Mask[] = [];
    let covered = 0;
    for (let i = 0; i < this.d; i++) {
      if ((covered >> i) & 1) continue;
      const mask = this.component(i);
      covered |= mask;
      found.push(mask);
    }
    return found;
  }

  /** Every way in which the running replicas can agree on views. The same objects at each call. */
  viewPartitions(): readonly (readonly Mask[])[] {
    if (this.partitions === undefined) {
      const running = this.store.replicas.flatMap((_, i) => (this.isUp(i) ? [i] : []));
      this.partitions = viewPartitions(running.map((i) => ({ replica: 1 << i, reached: this.connectedMask(i) })));
    }
    return this.partitions;
  }

  /** "1 of 3 replicas in reach of eu1, a majority is 2" */
  majorityReason(i: number): string {
    return (
      `${this.connectedVoters(i)} of ${this.n} ${this.electorate} in reach of ${this.name(i)}, a majority is ` +
      `${this.majority}`
    );
  }

  /** How many replicas of a mask are in reach, in words for a reason. */
  countReason(mask: Mask, of: string, i: number, needed: string): string {
    return `${count(mask)} of ${of} in reach of ${this.name(i)}, ${needed}`;
  }
}

/** The parts that machines take in a store, whatever the network is like. */
function machinesOf(store: Store): Machines {
  const { replication, replicas, witnesses } = store;
  const scheme = schemeOf(replication);
  const electors = scheme.electors(replication);
  const group = [...replicas, ...witnesses];
  const voters = electors ?? group;
  return {
    group,
    members: store.observers === undefined ? group : [...copiesOf(store), ...witnesses],
    voters,
    relays: scheme.relays(replication),
    electorate: electors !== undefined ? 'electors' : voters.length === replicas.length ? 'replicas' : 'voters',
  };
}

interface Machines {
  readonly group: readonly VertexId[];
  readonly members: readonly VertexId[];
  readonly voters: readonly VertexId[];
  readonly relays: boolean;
  readonly electorate: 'replicas' | 'voters' | 'electors';
}

/** Is the copy connected to the source, or to the copy that feeds it, and that one to the source? */
export function isFedBy(store: StoreWorld, source: number, replica: number): boolean {
  const feeder = store.feederOf(replica);
  if (feeder < 0) return store.connected(source, replica);
  return store.connected(feeder, replica) && (feeder === source || isFedBy(store, source, feeder));
}
