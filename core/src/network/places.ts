import type { Link, Model, VertexId } from '../model/model.js';
import { type Cause, causeSize } from './fault.js';

/** Two places with no message between them. */
export type PlacePair = readonly [VertexId, VertexId];

const pairsOfModels = new WeakMap<Model, readonly PlacePair[]>();

/** Every two places, a place being a zone or a node outside of zones; in the order of the places. */
export function placePairs(model: Model): readonly PlacePair[] {
  const known = pairsOfModels.get(model);
  if (known !== undefined) return known;
  const places = model.vertices.flatMap((vertex, id) =>
    vertex.kind === 'zone' || (vertex.kind === 'node' && vertex.zone === undefined) ? [id] : [],
  );
  const pairs = places.flatMap((one, i) => places.slice(i + 1).map((other): PlacePair => [one, other]));
  pairsOfModels.set(model, pairs);
  return pairs;
}

/** The place that a node, or a client in a zone or at a node, belongs to; none for routers and free clients. */
export function placeOf(model: Model, id: VertexId): VertexId | undefined {
  const vertex = model.vertices[id];
  switch (vertex?.kind) {
    case 'zone':
      return id;
    case 'node':
      return vertex.zone ?? id;
    case 'client':
      return vertex.placement.kind === 'free' ? undefined : placeOf(model, vertex.placement.vertex);
    default:
      return undefined;
  }
}

/** What is in a place, and sends or receives messages. */
function inPlace(model: Model, place: VertexId): VertexId[] {
  return model.vertices.flatMap((_, id) => (placeOf(model, id) === place ? [id] : []));
}

/** The sides of each pair that is apart: no message passes between them. */
export function pairGroups(model: Model, { pairs }: Cause): VertexId[][][] {
  return pairs.map((pair) => (placePairs(model)[pair] ?? []).map((place) => inPlace(model, place)));
}

/** The nodes of a zone. */
export function membersOf({ vertices }: Model, zone: VertexId): readonly VertexId[] {
  const vertex = vertices[zone];
  return vertex?.kind === 'zone' ? vertex.members : [];
}

/** The links of a node, its uplink among them. */
export function linksOfNode({ links }: Model, node: VertexId): number[] {
  return links.flatMap(({ a, b }, i) => (a === node || b === node ? [i] : []));
}

/** The links that leave a zone. */
export function linksOutOf(model: Model, zone: VertexId): number[] {
  const inside = (id: VertexId): boolean => placeOf(model, id) === zone;
  return model.links.flatMap(({ a, b }: Link, i) => (inside(a) === inside(b) ? [] : [i]));
}

/** All links that a cause cuts both ways: those of isolated nodes and those out of zones that are apart as well. */
export function cutLinks(model: Model, { links, isolated, apart }: Cause): number[] {
  const cut = [
    ...links,
    ...isolated.flatMap((node) => linksOfNode(model, node)),
    ...apart.flatMap((zone) => linksOutOf(model, zone)),
  ];
  return [...new Set(cut)].sort((x, y) => x - y);
}

/** How many links a cause cuts, if it breaks nothing else: an isolated node is a set of cut links. */
export function onlyCuts(model: Model, cause: Cause): number[] {
  const { links, isolated, apart, partition } = cause;
  const isCuts = partition === undefined && causeSize(cause) === links.length + isolated.length + apart.length;
  return isCuts ? [cutLinks(model, cause).length] : [];
}

/** The links that are cut, without those whose cuts isolate a node or keep a zone apart: users call them that. */
export function asPlaces(model: Model, cause: Cause): Pick<Cause, 'links' | 'isolated' | 'apart'> {
  const cut = new Set(cause.links);
  if (cut.size === 0) return cause;
  const isAllCut = (links: readonly number[]): boolean => links.every((link) => cut.has(link));
  const found = (kind: 'node' | 'zone', isMeant: (id: VertexId) => boolean): VertexId[] =>
    model.vertices.flatMap((vertex, id) => (vertex.kind === kind && isMeant(id) ? [id] : []));
  // A link that the author wrote has the author's name; an uplink has none.
  const isolated = found('node', (id) => {
    const links = linksOfNode(model, id);
    return (links.length > 1 || model.links[links[0] ?? -1]?.kind === 'uplink') && isAllCut(links);
  });
  const apart = found('zone', (id) => {
    const links = linksOutOf(model, id);
    return links.length > 1 && isAllCut(links);
  });
  const told = new Set([
    ...isolated.flatMap((id) => linksOfNode(model, id)),
    ...apart.flatMap((id) => linksOutOf(model, id)),
  ]);
  return {
    links: cause.links.filter((link) => !told.has(link)),
    isolated: [...new Set([...cause.isolated, ...isolated])],
    apart: [...new Set([...cause.apart, ...apart])],
  };
}
