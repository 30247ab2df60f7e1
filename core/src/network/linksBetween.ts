import type { Model, VertexId } from '../model/model.js';

/** By vertex: how many links there are between it and each of its neighbours, whatever their direction. */
export function linksBetween({ vertices, links }: Model): readonly ReadonlyMap<VertexId, number>[] {
  const found = vertices.map(() => new Map<VertexId, number>());
  for (const { a, b } of links) {
    found[a]?.set(b, (found[a].get(b) ?? 0) + 1);
    found[b]?.set(a, (found[b].get(a) ?? 0) + 1);
  }
  return found;
}
