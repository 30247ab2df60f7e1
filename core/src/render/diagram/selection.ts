import type { Model, VertexId } from '../../model/model.js';
import { votersOf } from './blocks.js';

/** What a picture points out: who takes part in a store or in an operation. Indices into the model. */
export type Selection = { readonly kind: 'store'; readonly store: number } | { readonly kind: 'operation'; readonly operation: number };

export function selectedStores(model: Model, selection: Selection): readonly number[] {
  return selection.kind === 'store' ? [selection.store] : [...new Set((model.operations[selection.operation]?.steps ?? []).map(({ store }) => store))];
}

/** The machines that hold or vote, and the clients that ask; undefined where nothing is pointed out. */
export function takingPart(model: Model, selection: Selection | undefined): ReadonlySet<VertexId> | undefined {
  if (selection === undefined) return undefined;
  const machines = selectedStores(model, selection).flatMap((index) => {
    const store = model.stores[index];
    return store === undefined ? [] : [...store.replicas, ...votersOf(store)];
  });
  const clients = selection.kind === 'operation' ? (model.operations[selection.operation]?.clients ?? []) : [];
  return new Set([...machines, ...clients]);
}
