import { copiesOf } from '../../model/levels.js';
import type { Model, VertexId } from '../../model/model.js';
import { votersOf } from './blocks.js';

/**
 * What a picture points out: the vertices that take part in a store or an operation, or the members of a zone. Indices
 * into the model.
 */
export type Selection =
  | { readonly kind: 'store'; readonly store: number }
  | { readonly kind: 'operation'; readonly operation: number }
  | { readonly kind: 'zone'; readonly zone: VertexId };

export function selectedStores(model: Model, selection: Selection): readonly number[] {
  switch (selection.kind) {
    case 'store':
      return [selection.store];
    case 'operation':
      return [...new Set((model.operations[selection.operation]?.steps ?? []).map(({ store }) => store))];
    case 'zone':
      return [];
  }
}

/** The services that requests of the selected operation go through. */
export function selectedServices(model: Model, selection: Selection): readonly number[] {
  return selection.kind === 'operation' ? (model.operations[selection.operation]?.through ?? []) : [];
}

/**
 * The machines that hold copies, vote or run services, and the clients that ask, or the machines and clients of a zone;
 * undefined if nothing is pointed out.
 */
export function takingPart(model: Model, selection: Selection | undefined): ReadonlySet<VertexId> | undefined {
  if (selection === undefined) return undefined;
  if (selection.kind === 'zone') return inZone(model, selection.zone);
  const machines = selectedStores(model, selection).flatMap((index) => {
    const store = model.stores[index];
    return store === undefined ? [] : [...copiesOf(store), ...votersOf(store)];
  });
  const clients = selection.kind === 'operation' ? (model.operations[selection.operation]?.clients ?? []) : [];
  const instances = selectedServices(model, selection).flatMap((index) => model.services[index]?.instances ?? []);
  return new Set([...machines, ...instances, ...clients]);
}

function inZone({ vertices }: Model, zone: VertexId): ReadonlySet<VertexId> {
  const machines = vertices.flatMap((vertex, id) => (vertex.kind === 'node' && vertex.zone === zone ? [id] : []));
  const places = [zone, ...machines];
  const clients = vertices.flatMap((vertex, id) =>
    vertex.kind === 'client' && vertex.placement.kind !== 'free' && places.includes(vertex.placement.vertex)
      ? [id]
      : [],
  );
  return new Set([...machines, ...clients]);
}
