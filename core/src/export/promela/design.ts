import type { Level, Model, Operation, Service, Step, Store, VertexId } from '../../model/model.js';
import { compileTopology, nearestFirst, type Topology } from '../../network/topology.js';
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
  readonly nodes: readonly VertexId[];
  readonly clients: readonly VertexId[];
  /** Routers and zone switches: what passes messages on. */
  readonly relays: readonly VertexId[];
  readonly asks: readonly Ask[];
  /** The identifier of each thing, by its index in the model; of a request, by its index in `asks`. */
  vertex(id: VertexId): string;
  link(index: number): string;
  store(index: number): string;
  service(index: number): string;
  operation(index: number): string;
  ask(index: number): string;
  /** Whom a client or a machine asks of these copies, in order. */
  order(client: VertexId, copies: readonly VertexId[]): readonly VertexId[];
  /** Do two nodes exchange messages on the healthy network? */
  connectedWhenHealthy(one: VertexId, other: VertexId): boolean;
  /** A set of vertices, written out. */
  set(members: readonly VertexId[]): string;
  /** A set of links, written out. */
  linkSet(links: readonly number[]): string;
}

export function designOf(model: Model): Design {
  const names = new Names();
  const identifiers = <T>(things: readonly T[], mark: (thing: T) => string): ((index: number) => string) => {
    const marks = things.map(mark);
    return (index) => marks[index] ?? '';
  };
  const vertex = identifiers(model.vertices, ({ kind, name }) => names.mark(kind, name));
  const link = identifiers(model.links, ({ name, label }) => names.mark('link', name ?? `link ${label}`));
  const ofKind = (...kinds: readonly string[]): VertexId[] =>
    model.vertices.flatMap(({ kind }, id) => (kinds.includes(kind) ? [id] : []));
  const topology = compileTopology(model);
  const asks = model.operations.flatMap(({ clients }, operation) => clients.map((client) => ({ operation, client })));
  return {
    model,
    names,
    nodes: ofKind('node'),
    clients: ofKind('client'),
    relays: ofKind('router', 'zone'),
    asks,
    vertex,
    link,
    store: identifiers(model.stores, ({ name }) => names.mark('store', name)),
    service: identifiers(model.services, ({ name }) => names.mark('service', name)),
    operation: identifiers(model.operations, ({ name }) => names.mark('operation', name)),
    ask: identifiers(asks, (ask) => names.mark('request', askText(model, ask))),
    order: (client, copies) => nearestFirst(topology, client, copies),
    connectedWhenHealthy: connectionsOf(topology),
    set: (members) => setOf(members.map(vertex)),
    linkSet: (links) => setOf(links.map(link)),
  };
}

/** Which two nodes exchange messages on the healthy network. */
export function connectionsOf(topology: Topology): Design['connectedWhenHealthy'] {
  const passes = (u: VertexId, v: VertexId): boolean => (topology.roundTrips(u).ms[v] ?? Infinity) < Infinity;
  return (one, other) => passes(one, other) && passes(other, one);
}

function setOf(members: readonly string[]): string {
  return members.length === 0 ? '0' : `(${members.map((member) => `bit(${member})`).join(' | ')})`;
}

/** "pay from ann" */
export function askText(model: Model, { operation, client }: Ask): string {
  return `${model.operations[operation]?.name ?? ''} from ${model.vertices[client]?.name ?? ''}`;
}

/** The zone that a node is in; all nodes outside every zone count together as one. */
export function zoneOf(model: Model, id: VertexId): VertexId | undefined {
  const vertex = model.vertices[id];
  return vertex?.kind === 'node' ? vertex.zone : undefined;
}

/** Every two places: zones, and nodes outside of them. */
export function placePairsOf(model: Model): [VertexId, VertexId][] {
  const places = model.vertices.flatMap((vertex, id) =>
    vertex.kind === 'zone' || (vertex.kind === 'node' && vertex.zone === undefined) ? [id] : [],
  );
  return places.flatMap((one, i) => places.slice(i + 1).map((other): [VertexId, VertexId] => [one, other]));
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

/** The services that an operation goes through, in order. */
export function servicesOnWay({ services }: Model, { through = [] }: Operation): readonly Service[] {
  return through.flatMap((index) => services[index] ?? []);
}

/** Does an operation go through services? */
export function hasWays(model: Model): boolean {
  return model.operations.some((operation) => servicesOnWay(model, operation).length > 0);
}

/** A comment line; a quoted text in it cannot end it. */
export function comment(text: string): string {
  return `/* ${inComment(text)} */`;
}

/** Code with a remark after it, far enough to the right not to be read as code. */
export function remarked(code: string, remark: string): string {
  return `${code}         ${comment(remark)}`;
}
