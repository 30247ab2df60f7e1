import type { Model, Operation, Required, VertexId } from './model.js';

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

/** Where requests begin, pass and end: clients and their machines, members of stores, instances of services. */
export function placesOfRequests({ vertices, stores, services }: Model): ReadonlySet<VertexId> {
  const places = new Set<VertexId>();
  vertices.forEach((one, vertex) => {
    if (one.kind !== 'client') return;
    places.add(one.placement.kind === 'node' ? one.placement.vertex : vertex);
    for (const replica of one.via) places.add(replica);
  });
  for (const { replicas, witnesses, observers = [] } of stores)
    for (const one of [...replicas, ...witnesses, ...observers.map(({ node }) => node)]) places.add(one);
  for (const { instances } of services) for (const one of instances) places.add(one);
  return places;
}
