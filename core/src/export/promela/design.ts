import type { Level, Model, Operation, Step, Store, VertexId } from '../../model/model.js';
import { compileTopology, nearestFirst } from '../../network/topology.js';
import { inComment, Names } from './names.js';

/** One request that is asked about: an operation from one of its clients. */
export interface Ask {
  readonly operation: number;
  readonly client: VertexId;
}

/** A design with everything that its text in Promela is written from. Names are marks until the text is complete. */
export interface Design {
  readonly model: Model;
  readonly names: Names;
  readonly vertices: readonly string[];
  readonly links: readonly string[];
  readonly stores: readonly string[];
  readonly operations: readonly string[];
  readonly partitions: readonly string[];
  readonly nodes: readonly VertexId[];
  readonly clients: readonly VertexId[];
  /** Routers and zone switches: what passes messages on. */
  readonly relays: readonly VertexId[];
  readonly asks: readonly Ask[];
  readonly askNames: readonly string[];
  /** Whom a client asks for a store, in order. */
  order(client: VertexId, store: Store): readonly VertexId[];
  /** A set of vertices, written out. */
  set(members: readonly VertexId[]): string;
}

export function designOf(model: Model): Design {
  const names = new Names();
  const vertices = model.vertices.map(({ kind, name }) => names.mark(kind, name));
  const links = model.links.map(({ name, label }) => names.mark('link', name ?? `link ${label}`));
  const of = (kind: VertexKind): VertexId[] =>
    model.vertices.flatMap((vertex, id) => (vertex.kind === kind ? [id] : []));
  const topology = compileTopology(model);
  const asks = model.operations.flatMap(({ clients }, operation) => clients.map((client) => ({ operation, client })));
  return {
    model,
    names,
    vertices,
    links,
    stores: model.stores.map(({ name }) => names.mark('store', name)),
    operations: model.operations.map(({ name }) => names.mark('operation', name)),
    partitions: model.partitions.map(({ name }) => names.mark('partition', name)),
    nodes: of('node'),
    clients: of('client'),
    relays: model.vertices.flatMap(({ kind }, id) => (kind === 'router' || kind === 'zone' ? [id] : [])),
    asks,
    askNames: asks.map(({ operation, client }) =>
      names.mark('request', `${model.operations[operation]?.name ?? ''} from ${model.vertices[client]?.name ?? ''}`),
    ),
    order: (client, store) => nearestFirst(topology, client, store.replicas),
    set: (members) =>
      members.length === 0 ? '0' : `(${members.map((id) => `bit(${vertices[id] ?? ''})`).join(' | ')})`,
  };
}

type VertexKind = Model['vertices'][number]['kind'];

/** The zone that a node is in; all nodes outside every zone count together as one. */
export function zoneOf(model: Model, id: VertexId): VertexId | undefined {
  const vertex = model.vertices[id];
  return vertex?.kind === 'node' ? vertex.zone : undefined;
}

/** The replicas of a store, zone by zone. */
export function replicasByZone(model: Model, store: Store): VertexId[][] {
  const zones = [...new Set(store.replicas.map((replica) => zoneOf(model, replica)))];
  return zones.map((zone) => store.replicas.filter((replica) => zoneOf(model, replica) === zone));
}

export function majorityOf(members: readonly VertexId[]): number {
  return Math.floor(members.length / 2) + 1;
}

/** `level all` → `ALL`; none: `DEFAULT`. */
export function levelName(level: Level | undefined): string {
  return level === undefined ? 'DEFAULT' : level.toUpperCase().replaceAll('-', '_');
}

/** The stores of a step list, each once. */
export function storesOf(steps: readonly Step[]): number[] {
  return [...new Set(steps.map(({ store }) => store))];
}

/** Is there more than one way in which this store may settle once the network is broken? */
export function isOpen(store: Store | undefined): boolean {
  return (
    store?.replication.scheme === 'consensus' ||
    (store?.replication.scheme === 'primary' && store.replication.failover === 'automatic')
  );
}

export function stepsOf(operation: Operation | undefined): readonly Step[] {
  return operation?.steps ?? [];
}

/** A comment line; what is quoted in it can't end it. */
export function comment(text: string): string {
  return `/* ${inComment(text)} */`;
}
