import type { Model, VertexId } from '../model/model.js';

/** The zone that a node is in, if it is in one. */
export function zoneOf(model: Model, node: VertexId): VertexId | undefined {
  const vertex = model.vertices[node];
  return vertex?.kind === 'node' ? vertex.zone : undefined;
}
