import type { Model, VertexId } from '../model/model.js';

/** Something that a design gives a probability: a link, a node, a zone, or what fails together. */
export interface Failing {
  readonly kind: 'link' | 'vertex' | 'risk';
  /** Index into the model's list of that kind. */
  readonly index: number;
  /** The share of time in which it is down, more than 0 and at most 1. */
  readonly probability: number;
}

const ofModels = new WeakMap<Model, readonly Failing[]>();

/**
 * Links, then vertices, then risks, each in order of declaration. What never fails is left out. Listed once for each
 * model: each question asks for them.
 */
export function failingOf(model: Model): readonly Failing[] {
  const found = ofModels.get(model) ?? findFailing(model);
  ofModels.set(model, found);
  return found;
}

function findFailing({ links, vertices, risks = [] }: Model): readonly Failing[] {
  const all = (kind: Failing['kind'], list: readonly { readonly fails?: number }[]): readonly Failing[] =>
    list.flatMap(({ fails = 0 }, index) => (fails > 0 ? [{ kind, index, probability: fails }] : []));
  const places = vertices.map((vertex) => (vertex.kind === 'node' || vertex.kind === 'zone' ? vertex : {}));
  return [...all('link', links), ...all('vertex', places), ...all('risk', risks)];
}

/** For each link and each vertex, what takes it down: places in the list of failing things. */
export interface TakenDown {
  readonly links: readonly (readonly number[])[];
  readonly vertices: readonly (readonly number[])[];
}

/** A lost zone takes its nodes, its switch and the clients in it down, a stopped node the clients at it. */
export function takenDown({ links, vertices, risks = [] }: Model, failing: readonly Failing[]): TakenDown {
  const byLink: number[][] = links.map(() => []);
  const byVertex: number[][] = vertices.map(() => []);
  failing.forEach(({ kind, index }, i) => {
    if (kind === 'link') byLink[index]?.push(i);
    if (kind === 'vertex') byVertex[index]?.push(i);
    for (const link of kind === 'risk' ? (risks[index]?.links ?? []) : []) byLink[link]?.push(i);
    for (const vertex of kind === 'risk' ? (risks[index]?.vertices ?? []) : []) byVertex[vertex]?.push(i);
  });
  const above = (id: VertexId): VertexId | undefined => {
    const vertex = vertices[id];
    if (vertex?.kind === 'node') return vertex.zone;
    return vertex?.kind === 'client' && vertex.placement.kind !== 'free' ? vertex.placement.vertex : undefined;
  };
  const inherited = (id: VertexId | undefined): readonly number[] =>
    id === undefined ? [] : [...(byVertex[id] ?? []), ...inherited(above(id))];
  return { links: byLink, vertices: vertices.map((_, id) => [...new Set(inherited(id))]) };
}
