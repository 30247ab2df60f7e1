import type { Model, VertexId } from '../model/model.js';
import type { Topology } from '../network/topology.js';
import type { World } from '../network/world.js';
import type { Choices } from './choices.js';
import { type Acknowledged, type Bits, Cluster, labels, type Protocol, type Write } from './cluster.js';
import type { Value } from './history.js';
import { PROTOCOLS } from './protocols/index.js';
import type { Request, Seen } from './script.js';
import type { About, Log } from './trace.js';

/** Shown as what a request has come to. */
export const OUTCOME: About = { outcome: true };

/** What a run is of: a design, and a fault. */
export interface Broken {
  readonly model: Model;
  readonly topology: Topology;
  readonly healthy: World;
  readonly broken: World;
  /** The fault, in words; empty where nothing breaks, and where nobody reads the steps. */
  readonly what: string;
}

export interface Member {
  readonly cluster: Cluster;
  readonly protocol: Protocol;
}

/** A write that a client has asked for, whatever became of it. */
export interface Issued {
  readonly write: Write;
  readonly client: VertexId;
  readonly store: number;
  acknowledged: boolean;
  /** The replica that took it in last. */
  takenBy?: VertexId;
}

/** What has happened in a run so far, and who takes part. */
export class Run {
  readonly members = new Map<number, Member>();
  readonly acknowledged: Acknowledged[] = [];
  readonly issued: Issued[] = [];
  readonly history: Seen[] = [];
  /** The client or replica whose clock is ahead of all others, by more than the run lasts. */
  ahead: VertexId | undefined;
  /** Of the history: one more at each call and at each return. */
  private time = 0;

  constructor(
    readonly of: Broken,
    readonly choices: Choices,
    readonly log: Log,
  ) {}

  /** The stores that these requests ask begin to work, on the healthy network. */
  start(requests: readonly Request[]): void {
    const { model, healthy } = this.of;
    this.log.phase = 'healthy';
    const stores = new Set(
      requests.flatMap(({ operation }) => model.operations[operation]?.steps.map(({ store }) => store) ?? []),
    );
    for (const s of stores) {
      const store = model.stores[s];
      if (store === undefined) continue;
      const cluster = new Cluster(healthy, store, this.choices, this.log);
      const protocol = PROTOCOLS[store.replication.scheme](cluster);
      protocol.start();
      this.members.set(s, { cluster, protocol });
    }
  }

  tick(): number {
    return ++this.time;
  }

  member(store: number): Member {
    const member = this.members.get(store);
    if (member === undefined) throw new Error(`store ${store} takes no part`);
    return member;
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

/** Those whose clocks put writes of a store in order, where no leader or primary does. */
export function clocksOf({ cluster, protocol }: Member, requests: readonly Request[]): readonly VertexId[] {
  const { store } = cluster;
  if (store.replicas.length === 1) return [];
  if (protocol.clocks === 'clients') return requests.map(({ client }) => client);
  return protocol.clocks === 'replicas' || store.choice === 'AP' ? store.replicas : [];
}

/** Undefined: its leader or primary put it in order, or the only copy that there is. */
function stampedBy({ cluster, protocol }: Member, { write, client, takenBy }: Issued): VertexId | undefined {
  if (cluster.store.replicas.length === 1) return undefined;
  if (protocol.clocks === 'clients') return client;
  const isAlone = cluster.alone.some((some) => (some & write.bit) !== 0);
  return protocol.clocks === 'replicas' || isAlone ? takenBy : undefined;
}

export function names(some: readonly { readonly write: Write }[]): string {
  return labels(some.reduce((all, { write }) => all | write.bit, 0));
}
