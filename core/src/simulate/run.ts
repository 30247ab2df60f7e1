import type { Model, VertexId } from '../model/model.js';
import { storesBehind } from '../model/uses.js';
import type { Topology } from '../network/topology.js';
import type { World } from '../network/world.js';
import type { Choices } from './choices.js';
import { type Acknowledged, type Bits, Cluster, labels, labelsOf, type Protocol, type Write } from './cluster.js';
import type { Value } from './history.js';
import { PROTOCOLS } from './protocols/index.js';
import { lacking } from './requires.js';
import type { Request, Seen } from './script.js';
import type { About, Held, Log } from './trace.js';

/**
 * What one that asks is to one that is asked. `open`: messages pass both ways. If they do not, it can make no
 * connection, and it is `unreached`, unless the one that asks has a connection from before the break: on that its
 * requests still arrive and no answer comes back (`deaf`), or it `waits` and nothing arrives. Where nothing passes at
 * all, it waits for the first that it asked before the break, and no longer than until the break has settled. One that
 * stops closes its connections.
 */
export type Contact = 'open' | 'unreached' | 'deaf' | 'waits';

/** Marks a step that shows the outcome of a request. */
export const OUTCOME: About = { outcome: true };

/** A design and the fault that a run plays. */
export interface Broken {
  readonly model: Model;
  readonly topology: Topology;
  readonly healthy: World;
  readonly broken: World;
  /** The fault, in words; empty if nothing breaks, or if the steps are not kept. */
  readonly what: string;
}

export interface Member {
  readonly cluster: Cluster;
  readonly protocol: Protocol;
}

/** A write that a client has issued, answered or not. */
export interface Issued {
  readonly write: Write;
  readonly client: VertexId;
  readonly store: number;
  acknowledged: boolean;
  /** The replica that took it in last. */
  takenBy?: VertexId;
}

/** The state of a run: what has happened so far, and the stores and clients that take part. */
export class Run {
  readonly members = new Map<number, Member>();
  /** What all replicas of a store have in the end, once the network has healed. */
  ends: ReadonlyMap<number, Bits> = new Map();
  readonly acknowledged: Acknowledged[] = [];
  readonly issued: Issued[] = [];
  readonly history: Seen[] = [];
  /** Have the instances of services noticed that the network is broken? Until then they serve as before it. */
  instancesNoticed = true;
  /** The client or replica whose clock is ahead of all others by more than the duration of the run. */
  ahead: VertexId | undefined;
  /** The clock of the history: it advances at each call and at each return. */
  private time = 0;

  constructor(
    readonly of: Broken,
    readonly choices: Choices,
    readonly log: Log,
  ) {}

  /** Starts the stores that these requests ask, on the healthy network. */
  start(requests: readonly Request[]): void {
    const { model, healthy } = this.of;
    this.log.phase = 'healthy';
    const stores = new Set(
      requests.flatMap(({ operation }) => {
        const asked = model.operations[operation];
        return asked === undefined ? [] : storesBehind(model, asked);
      }),
    );
    for (const s of stores) {
      const store = model.stores[s];
      if (store === undefined) continue;
      const cluster = new Cluster(healthy, store, this.choices, this.log);
      cluster.lacks = (replica) => lacking(this.of, this.members, cluster, replica);
      const protocol = PROTOCOLS[store.replication.scheme](cluster);
      protocol.start();
      this.members.set(s, { cluster, protocol });
    }
    this.log.watch(() => this.held());
  }

  /** What each replica of the stores that take part has; those with nothing are left out. */
  held(): Held[] {
    const found = new Map<VertexId, Bits>();
    for (const [store, { cluster }] of this.members) {
      for (const replica of [...cluster.replicas(), ...cluster.observers()]) {
        const at = cluster.vertex(replica);
        const writes = this.ends.get(store) ?? cluster.has(replica);
        if (writes !== 0) found.set(at, (found.get(at) ?? 0) | writes);
      }
    }
    return [...found].map(([at, writes]) => ({ at, writes: labelsOf(writes) }));
  }

  tick(): number {
    return ++this.time;
  }

  member(store: number): Member {
    const member = this.members.get(store);
    if (member === undefined) throw new Error(`store ${store} takes no part`);
    return member;
  }

  /** `askedBefore`: those that the one that asks would have asked before the break, in order. */
  contact(from: VertexId, to: VertexId, askedBefore: () => readonly VertexId[]): Contact {
    const { healthy, broken } = this.of;
    const world = this.log.phase === 'healthy' ? healthy : broken;
    const arrives = world.reach(from, to);
    const returns = world.reach(to, from);
    if (arrives && returns) return 'open';
    if (world === healthy || !broken.isUp(to) || !healthy.connected(from, to)) return 'unreached';
    if (arrives || returns) return this.choices.of(2) === 0 ? 'unreached' : arrives ? 'deaf' : 'waits';
    if (this.log.phase !== 'detecting') return 'unreached';
    const isFirst = to === askedBefore().find((one) => healthy.connected(from, one));
    return isFirst && this.choices.of(2) === 1 ? 'waits' : 'unreached';
  }

  /** What is on its way to a replica arrives there. */
  arrive(store: number, to: number): void {
    const { cluster, protocol } = this.member(store);
    const feeder = cluster.feederOf(to);
    if (feeder !== undefined && cluster.connected(feeder, to)) this.arrive(store, feeder);
    const underway = protocol.underway?.(to);
    if (underway === undefined) return;
    const { from, writes } = underway;
    cluster.send(
      { from: cluster.vertex(from), to: cluster.vertex(to), arrives: true },
      () => `${cluster.name(from)} passes ${labels(writes)} on to ${cluster.name(to)}`,
    );
    cluster.keep(to, writes);
  }

  name(vertex: VertexId): string {
    return this.of.model.vertices[vertex]?.name ?? '?';
  }

  requestName({ operation, client }: Request): string {
    return `${this.of.model.operations[operation]?.name ?? '?'} from ${this.name(client)}`;
  }

  /** The value of a register whose copies show these writes. */
  newest(s: number, seen: Bits): Value {
    const member = this.member(s);
    const isAhead = (one: Issued): boolean => this.ahead !== undefined && this.ahead === stampedBy(member, one);
    const has = this.issued.filter(({ store, write }) => store === s && (seen & write.bit) !== 0);
    return (has.findLast(isAhead) ?? has.at(-1))?.write.label ?? null;
  }
}

/** The clients or replicas whose clocks order writes of a store, where no leader or primary does. */
export function clocksOf({ cluster, protocol }: Member, requests: readonly Request[]): readonly VertexId[] {
  const { store } = cluster;
  if (store.replicas.length === 1) return [];
  if (protocol.clocks === 'clients') return requests.map(({ client }) => client);
  return protocol.clocks === 'replicas' || store.choice === 'AP' ? store.replicas : [];
}

/** The vertex whose clock stamps the write. Undefined: the leader, the primary or the only copy orders it. */
function stampedBy({ cluster, protocol }: Member, { write, client, takenBy }: Issued): VertexId | undefined {
  if (cluster.store.replicas.length === 1) return undefined;
  if (protocol.clocks === 'clients') return client;
  const isAlone = cluster.alone.some((some) => (some & write.bit) !== 0);
  return protocol.clocks === 'replicas' || isAlone ? takenBy : undefined;
}

export function names(some: readonly { readonly write: Write }[]): string {
  return labels(some.reduce((all, { write }) => all | write.bit, 0));
}
