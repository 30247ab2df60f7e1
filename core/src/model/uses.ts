import type { Model, Operation, Required } from './model.js';

/**
 * The stores that decide about an operation: those of its steps, those that these are
 * derived from, and those that they or its services require.
 */
export function storesBehind(model: Model, { steps, through = [] }: Pick<Operation, 'steps' | 'through'>): number[] {
  const found = new Set<number>();
  const add = ({ kind, index }: Required): void => {
    if (kind === 'store' && found.has(index)) return;
    if (kind === 'store') found.add(index);
    for (const one of (kind === 'store' ? model.stores : model.services)[index]?.requires ?? []) add(one);
    const source = kind === 'store' ? model.stores[index]?.from : undefined;
    if (source !== undefined) add({ kind: 'store', index: source.store });
  };
  for (const { store } of steps) add({ kind: 'store', index: store });
  for (const index of through) add({ kind: 'service', index });
  return [...found];
}
