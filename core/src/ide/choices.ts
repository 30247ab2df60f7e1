import { flatMapped, run, type Steps } from '../base/steps.js';
import type { Cause } from '../engine/facts.js';
import { copiesOf } from '../model/levels.js';
import type { Fault, Link, Model, Vertex, VertexId } from '../model/model.js';
import { HEALTHY } from '../network/fault.js';
import { vertexName } from '../render/words/names.js';
import { roundTripText } from '../render/words/roundTrip.js';

/** What a simulation can break: named partitions, and links and nodes to pick from. Details are plain text. */
export interface FaultChoices {
  readonly partitions: readonly { readonly name: string; readonly detail: string }[];
  readonly links: readonly { readonly id: string; readonly label: string; readonly detail: string }[];
  readonly nodes: readonly { readonly name: string; readonly detail: string }[];
}

/** What a user picked from the choices, by name. */
export type FaultPick =
  | { readonly kind: 'partition'; readonly name: string }
  | { readonly kind: 'custom'; readonly links: readonly string[]; readonly nodes: readonly string[] };

/** The cause that a pick stands for, or (`missing`) the picked names that are no longer in the file. */
export type PickedCause =
  | { readonly kind: 'cause'; readonly cause: Cause }
  | { readonly kind: 'missing'; readonly names: readonly string[] };

/** The partitions, links and nodes of a design as choices for a user. */
export function faultChoices(model: Model): FaultChoices {
  return run(faultChoicesInSteps(model));
}

/** `faultChoices` in steps. */
export function* faultChoicesInSteps(model: Model): Steps<FaultChoices> {
  const ids = linkIds(model);
  const stores = storesOf(model);
  const sizeOfFault = ({ fault: { groups, cutDirections } }: Model['partitions'][number]): number =>
    groups.reduce((sum, sides) => sum + model.vertices.length * sides.length, 10 + cutDirections.length);
  return {
    partitions: yield* flatMapped(model.partitions, sizeOfFault, ({ name, fault }) => ({
      name,
      detail: faultText(model, fault),
    })),
    links: yield* flatMapped(model.links, SIZE, (link, i) => ({
      id: ids[i] ?? '',
      label: link.label,
      detail: linkDetail(link),
    })),
    nodes: yield* flatMapped(model.vertices, SIZE, (vertex, id) =>
      vertex.kind === 'node' ? [{ name: vertex.name, detail: nodeDetail(model, vertex, stores.get(id) ?? []) }] : [],
    ),
  };
}

/** The work of a link or node, in the units of a step. */
const SIZE = (): number => 4;

/** The cause that a pick stands for in the present model. */
export function pickedCause(model: Model, pick: FaultPick): PickedCause {
  if (pick.kind === 'partition') {
    const partition = model.partitions.findIndex(({ name }) => name === pick.name);
    return partition < 0
      ? { kind: 'missing', names: [pick.name] }
      : { kind: 'cause', cause: { ...HEALTHY, partition } };
  }
  const ids = linkIds(model);
  const links = [...new Set(pick.links)].map((id) => ({ name: id, index: ids.indexOf(id) }));
  const nodes = [...new Set(pick.nodes)].map((name) => ({
    name,
    index: model.vertices.findIndex((vertex) => vertex.kind === 'node' && vertex.name === name),
  }));
  const names = [...links, ...nodes].filter(({ index }) => index < 0).map(({ name }) => name);
  if (names.length > 0) return { kind: 'missing', names };
  const ascending = (picked: readonly { readonly index: number }[]): number[] =>
    picked.map(({ index }) => index).sort((a, b) => a - b);
  return { kind: 'cause', cause: { ...HEALTHY, links: ascending(links), stopped: ascending(nodes) } };
}

/**
 * Names for links that stay the same while the file is edited elsewhere: the given name, or the two ends; parallel
 * links are counted. An index would point at another link as soon as one is written above it.
 */
export function linkIds(model: Model): readonly string[] {
  const seen = new Map<string, number>();
  return model.links.map((link) => {
    const base = link.name ?? `${vertexName(model, link.a)}${link.oneWay ? '->' : '--'}${vertexName(model, link.b)}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}#${count}`;
  });
}

function linkDetail(link: Link): string {
  const kind = {
    declared: 'declared',
    uplink: 'to its zone’s network',
    implicit: 'between every two, since the file declares none',
  }[link.kind];
  const parts = [
    kind,
    ...(link.oneWay ? ['one direction'] : []),
    ...(link.roundTripMs === undefined ? [] : [roundTripText(link)]),
  ];
  return parts.join(', ');
}

/** By node, the names of the stores that have a copy or a witness there. */
function storesOf({ stores }: Model): ReadonlyMap<VertexId, readonly string[]> {
  const found = new Map<VertexId, string[]>();
  for (const store of stores)
    for (const node of new Set([...copiesOf(store), ...store.witnesses]))
      found.set(node, [...(found.get(node) ?? []), store.name]);
  return found;
}

function nodeDetail(model: Model, node: Extract<Vertex, { kind: 'node' }>, stores: readonly string[]): string {
  const zone = node.zone === undefined ? [] : [`in ${vertexName(model, node.zone)}`];
  return [...zone, ...(stores.length > 0 ? [`holds ${stores.join(', ')}`] : [])].join(', ');
}

/** What a fault breaks, in the notation of the file: "us1, us2 | eu1; cut us–eu; down us1". */
export function faultText(model: Model, fault: Fault): string {
  const groups = fault.groups.map((sides) => sides.map((side) => groupText(model, side)).join(' | '));
  const cuts = new Set<string>();
  for (const direction of fault.cutDirections) {
    const link = model.links[direction >> 1];
    if (link === undefined) continue;
    const whole = link.oneWay || fault.cutDirections.includes(direction ^ 1);
    const [from, to] = direction % 2 === 0 ? [link.a, link.b] : [link.b, link.a];
    cuts.add(whole ? `cut ${link.label}` : `cut ${vertexName(model, from)} -> ${vertexName(model, to)}`);
  }
  const down = (ids: readonly VertexId[], how: string): string[] =>
    ids.length > 0 ? [`${how} ${ids.map((id) => vertexName(model, id)).join(', ')}`] : [];
  const stopped = fault.stopped.filter((id) => !fault.destroyed.includes(id));
  return [...groups, ...cuts, ...down(stopped, 'down'), ...down(fault.destroyed, 'destroy')].join('; ');
}

/**
 * A zone stands for its nodes and its clients where all of them are on one side, so that a group reads as it was
 * written.
 */
export function groupText(
  model: Model,
  side: readonly VertexId[],
  nameOf: (name: string) => string = (name) => name,
): string {
  const here = new Set(side);
  const zones = model.vertices.flatMap((vertex, id) =>
    vertex.kind === 'zone' && vertex.members.length > 0 && membersOf(model, id).every((one) => here.has(one))
      ? [id]
      : [],
  );
  const implied = new Set(zones.flatMap((zone) => membersOf(model, zone)));
  const rest = side.filter((id) => !implied.has(id) && !zones.includes(id) && !isOnNode(model, id, here));
  return [...zones, ...rest].map((id) => nameOf(vertexName(model, id))).join(', ');
}

/** The nodes of a zone, and the clients that are in it or at one of them. */
function membersOf(model: Model, zone: VertexId): readonly VertexId[] {
  return model.vertices.flatMap((vertex, id) => {
    if (vertex.kind === 'node') return vertex.zone === zone ? [id] : [];
    if (vertex.kind !== 'client' || vertex.placement.kind === 'free') return [];
    const at = model.vertices[vertex.placement.vertex];
    return vertex.placement.vertex === zone || (at?.kind === 'node' && at.zone === zone) ? [id] : [];
  });
}

/** A client at a node goes with it without being named. */
function isOnNode(model: Model, id: VertexId, side: ReadonlySet<VertexId>): boolean {
  const vertex = model.vertices[id];
  return vertex?.kind === 'client' && vertex.placement.kind === 'node' && side.has(vertex.placement.vertex);
}
