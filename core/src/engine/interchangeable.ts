import type { Model, Operation, VertexId } from '../model/model.js';
import { storesBehind } from '../model/uses.js';
import { linksBetween } from '../network/linksBetween.js';
import { isServedOrNot } from './judge/mostCodes.js';
import { schemeOf } from './replication/index.js';

/**
 * By vertex, a number that two machines share if they can change places: the design is the same then, and so is each
 * verdict of the operation from the client under the fault in which they have changed places, once the break has
 * settled. Undefined: a verdict may depend on the order in which replicas are declared or asked.
 *
 * Two that can each change places with a third can do so with each other: all of a number can, in any way. Clients that
 * the verdict does not depend on may be anywhere.
 */
export function kindsOf(model: Model, operation: Operation, client: VertexId): readonly number[] | undefined {
  const stores = new Set(storesBehind(model, operation));
  const writing = isServedOrNot(model, operation)
    ? []
    : model.operations.filter(({ steps }) =>
        steps.some(({ access, store }) => access === 'write' && stores.has(store)),
      );
  const asking = [operation, ...writing];
  const clients = new Set([client, ...writing.flatMap((one) => one.clients)]);
  const placed = model.vertices.flatMap((one, vertex) => (one.kind === 'client' && clients.has(vertex) ? [one] : []));
  const machines = new Set(placed.flatMap(({ placement }) => (placement.kind === 'node' ? [placement.vertex] : [])));
  const isPlain = (vertex: VertexId): boolean => {
    const one = model.vertices[vertex];
    return one?.kind === 'node' && one.zone === undefined && !machines.has(vertex);
  };
  /** A machine that is in one of these changes no places with one that is not. */
  const lists: (readonly VertexId[])[] = placed.map(({ via }) => via);
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
  const areAlike = (u: VertexId, v: VertexId): boolean =>
    lists.every((list) => list.includes(u) === list.includes(v)) &&
    model.vertices.every((_, w) => w === u || w === v || links[u]?.get(w) === links[v]?.get(w));
  const members = new Set(lists.flat().filter(isPlain));
  const kinds: number[] = [];
  for (const vertex of model.vertices.keys()) {
    const first = [...members].find(
      (other) => kinds[other] === other && members.has(vertex) && areAlike(other, vertex),
    );
    kinds.push(first ?? vertex);
  }
  return kinds;
}
