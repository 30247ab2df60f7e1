import type { Model, Step, VertexId } from '../../model/model.js';

export function vertexName(model: Model, vertex: VertexId): string {
  return model.vertices[vertex]?.name ?? '?';
}

export function operationName(model: Model, operation: number): string {
  return model.operations[operation]?.name ?? '?';
}

/** "write orders" */
export function stepText(model: Model, step: Step | undefined): string {
  return step === undefined ? 'a step' : `${step.access} ${model.stores[step.store]?.name ?? '?'}`;
}
