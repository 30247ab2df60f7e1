import type { Model, VertexId } from '../model/model.js';
import { type Cause, causeSize } from './fault.js';

/** Two places with no message between them. */
export type PlacePair = readonly [VertexId, VertexId];

const placesOfModels = new WeakMap<Model, readonly VertexId[]>();

/** The places of a design: its zones, and its nodes outside of zones. */
function placesOf(model: Model): readonly VertexId[] {
  const known = placesOfModels.get(model);
  if (known !== undefined) return known;
  const places = model.vertices.flatMap((vertex, id) =>
    vertex.kind === 'zone' || (vertex.kind === 'node' && vertex.zone === undefined) ? [id] : [],
  );
  placesOfModels.set(model, places);
  return places;
}

/** How many pairs of places there are. They are never listed: ten thousand nodes have fifty million. */
export function countPairs(model: Model): number {
  const n = placesOf(model).length;
  return (n * (n - 1)) / 2;
}

/** A pair by its index: those of the first place come first, in the order of the places. */
export function placePair(model: Model, pair: number): PlacePair | undefined {
  const places = placesOf(model);
  let left = pair;
  for (let i = 0; i < places.length; i++) {
    const own = places.length - 1 - i;
    const [one, other] = [places[i], places[i + 1 + left]];
    if (left < own) return one === undefined || other === undefined ? undefined : [one, other];
    left -= own;
  }
  return undefined;
}

/** The index of a pair; undefined: it is none. */
export function pairOf(model: Model, one: VertexId, other: VertexId): number | undefined {
  const places = placesOf(model);
  const [i = -1, j = -1] = [places.indexOf(one), places.indexOf(other)].sort((x, y) => x - y);
  return i < 0 || i === j ? undefined : i * (places.length - 1) - (i * (i - 1)) / 2 + (j - i - 1);
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

const inPlaces = new WeakMap<Model, Map<VertexId, readonly VertexId[]>>();

/** What is in a place, and sends or receives messages: listed once. */
function inPlace(model: Model, place: VertexId): readonly VertexId[] {
  const known = inPlaces.get(model) ?? new Map<VertexId, readonly VertexId[]>();
  inPlaces.set(model, known);
  const found = known.get(place) ?? model.vertices.flatMap((_, id) => (placeOf(model, id) === place ? [id] : []));
  known.set(place, found);
  return found;
}

/** The sides of each pair that is apart: no message passes between them. */
export function pairGroups(model: Model, { pairs }: Cause): (readonly VertexId[])[][] {
  return pairs.map((pair) => (placePair(model, pair) ?? []).map((place) => inPlace(model, place)));
}

/** The nodes of a zone. */
export function membersOf({ vertices }: Model, zone: VertexId): readonly VertexId[] {
  const vertex = vertices[zone];
  return vertex?.kind === 'zone' ? vertex.members : [];
}

type LinksByVertex = ReadonlyMap<VertexId, readonly number[]>;

/** The links of each vertex that is an end of them, as `endsOf` says: listed once for each model. */
function linksBy(
  known: WeakMap<Model, LinksByVertex>,
  model: Model,
  endsOf: (a: VertexId, b: VertexId) => readonly (VertexId | undefined)[],
): LinksByVertex {
  const listed = known.get(model);
  if (listed !== undefined) return listed;
  const found = new Map<VertexId, number[]>();
  model.links.forEach(({ a, b }, i) => {
    for (const end of endsOf(a, b)) {
      if (end === undefined) continue;
      const own = found.get(end);
      if (own === undefined) found.set(end, [i]);
      else own.push(i);
    }
  });
  known.set(model, found);
  return found;
}

const linksOfNodes = new WeakMap<Model, LinksByVertex>();

/** The links of a node, its uplink among them. */
export function linksOfNode(model: Model, node: VertexId): readonly number[] {
  return linksBy(linksOfNodes, model, (a, b) => (a === b ? [a] : [a, b])).get(node) ?? [];
}

const linksOutOfZones = new WeakMap<Model, LinksByVertex>();

/** The links that leave a zone. */
export function linksOutOf(model: Model, zone: VertexId): readonly number[] {
  const placesOf = (a: VertexId, b: VertexId): readonly (VertexId | undefined)[] => {
    const places = [placeOf(model, a), placeOf(model, b)];
    return places[0] === places[1] ? [] : places;
  };
  return linksBy(linksOutOfZones, model, placesOf).get(zone) ?? [];
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
  // Only where a link ends that is cut: designs have many nodes, and this is asked of each finding.
  const ends = cause.links.flatMap((link) => {
    const { a, b } = model.links[link] ?? {};
    return a === undefined || b === undefined ? [] : [a, b];
  });
  const found = (kind: 'node' | 'zone', ids: readonly VertexId[], isMeant: (id: VertexId) => boolean): VertexId[] =>
    [...new Set(ids)].filter((id) => model.vertices[id]?.kind === kind && isMeant(id)).sort((a, b) => a - b);
  // A link that the author wrote has the author's name; an uplink has none.
  const isolated = found('node', ends, (id) => {
    const links = linksOfNode(model, id);
    return (links.length > 1 || model.links[links[0] ?? -1]?.kind === 'uplink') && isAllCut(links);
  });
  const places = ends.flatMap((id) => placeOf(model, id) ?? []);
  const apart = found('zone', places, (id) => {
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
