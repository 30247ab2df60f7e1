import type { Model, Operation, VertexId } from '../model/model.js';
import { storesBehind } from '../model/uses.js';
import { linksBetween } from '../network/linksBetween.js';
import { schemeOf } from './replication/index.js';

/**
 * By vertex, a number that two machines share if they can change places: the design is the same then, and so is each
 * verdict of the operation under the fault in which they have changed places, once the break has settled. Undefined: a
 * verdict may depend on the order in which replicas are declared or asked.
 *
 * Two that can each change places with a third can do so with each other: all of a number can, in any way.
 */
export function kindsOf(model: Model, operation: Operation): readonly number[] | undefined {
  const stores = new Set(storesBehind(model, operation));
  const asking = [
    operation,
    ...model.operations.filter(({ steps }) =>
      steps.some(({ access, store }) => access === 'write' && stores.has(store)),
    ),
  ];
  /** A machine that is in one of these changes no places with one that is not. */
  const lists: (readonly VertexId[])[] = model.vertices.flatMap((one) => (one.kind === 'client' ? [one.via] : []));
  for (const { steps, through } of asking) {
    const [step, ...more] = steps;
    const store = model.stores[step?.store ?? -1];
    if (step === undefined || store === undefined || more.length > 0 || through !== undefined) return undefined;
    if (store.from !== undefined || store.requires !== undefined || store.observers !== undefined) return undefined;
    const apart = schemeOf(store).requests.apart?.(store, step);
    if (apart === undefined) return undefined;
    lists.push(store.replicas, store.witnesses, ...apart);
  }
  const links = linksBetween(model);
  const members = new Set(lists.flat());
  const kinds: number[] = [];
  for (const vertex of model.vertices.keys()) {
    const first = [...members].find(
      (other) => kinds[other] === other && members.has(vertex) && areAlike(model, lists, links, [other, vertex]),
    );
    kinds.push(first ?? vertex);
  }
  return kinds;
}

function areAlike(
  { vertices }: Model,
  lists: readonly (readonly VertexId[])[],
  links: ReturnType<typeof linksBetween>,
  [u, v]: readonly [VertexId, VertexId],
): boolean {
  const isPlain = (vertex: VertexId): boolean => {
    const it = vertices[vertex];
    return (
      it?.kind === 'node' &&
      it.zone === undefined &&
      !vertices.some((one) => one.kind === 'client' && one.placement.kind === 'node' && one.placement.vertex === vertex)
    );
  };
  return (
    isPlain(u) &&
    isPlain(v) &&
    lists.every((list) => list.includes(u) === list.includes(v)) &&
    vertices.every((_, w) => w === u || w === v || links[u]?.get(w) === links[v]?.get(w))
  );
}
