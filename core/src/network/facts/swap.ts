import type { Model, VertexId } from '../../model/model.js';
import { linksBetween } from '../linksBetween.js';
import { type CutSet, cutSetOf, linksOf } from '../patterns/weights.js';
import type { Topology } from '../topology.js';

/** Two clients that change places: in a question of the one, all is about the other, and the network is the same. */
export interface Swap {
  readonly vertex: (vertex: VertexId) => VertexId;
  readonly cuts: (cuts: CutSet) => CutSet;
}

export const NO_SWAP: Swap = { vertex: (vertex) => vertex, cuts: (cuts) => cuts };

/** With the first client that has links to the same machines, so that questions of both come to the same rows. */
export function swapWithFirst({ model }: Topology, client: VertexId): Swap {
  const between = linksBetween(model);
  const mine = between[client];
  const first = model.vertices.findIndex(
    ({ kind }, other) =>
      kind === 'client' && other < client && mine !== undefined && mine.size > 0 && isSame(between[other], mine),
  );
  return first < 0 ? NO_SWAP : swapOf(model, first, client);
}

function isSame(one: ReadonlyMap<VertexId, number> | undefined, other: ReadonlyMap<VertexId, number>): boolean {
  return one?.size === other.size && [...one].every(([vertex, links]) => other.get(vertex) === links);
}

function swapOf(model: Model, u: VertexId, v: VertexId): Swap {
  const { length } = model.links;
  const others = swappedLinks(model, u, v);
  return {
    vertex: swapped(u, v),
    cuts: (cuts) =>
      cutSetOf(
        linksOf(cuts, length).map((link) => others[link] ?? link),
        length,
      ),
  };
}

const swapped =
  (u: VertexId, v: VertexId) =>
  (w: VertexId): VertexId =>
    w === u ? v : w === v ? u : w;

/** By link, the one whose place it takes when two vertices with links to the same machines change places. */
export function swappedLinks({ links }: Model, u: VertexId, v: VertexId): readonly number[] {
  const vertex = swapped(u, v);
  const nameOf = (a: VertexId, b: VertexId): string => `${Math.min(a, b)} ${Math.max(a, b)}`;
  /** By the pair of machines, the links between them. */
  const ofPairs = new Map<string, number[]>();
  links.forEach(({ a, b }, link) => {
    const name = nameOf(a, b);
    ofPairs.set(name, [...(ofPairs.get(name) ?? []), link]);
  });
  return links.map(({ a, b }, link) => {
    const place = ofPairs.get(nameOf(a, b))?.indexOf(link) ?? 0;
    return ofPairs.get(nameOf(vertex(a), vertex(b)))?.[place] ?? link;
  });
}
