import type { Model, Operation, VertexId } from '../model/model.js';
import { storesBehind } from '../model/uses.js';
import { linksBetween } from '../network/linksBetween.js';
import { isServedOrNot } from './judge/mostCodes.js';
import type { Phase } from './judge/situations.js';
import { schemeOf } from './replication/index.js';

/** Whose verdicts are asked for: those of an operation from a client. */
export interface AskedFor {
  readonly operation: Operation;
  readonly client: VertexId;
  readonly phase: Phase;
  /** As in `WhoAndWhen`. */
  readonly isOkAsked: boolean;
  /** Is an answer compared with what the same client has read or written before? */
  readonly inSession?: boolean;
}

/**
 * By vertex, a number that two machines share if they can change places: the design is the same then, and so is each
 * verdict of the operation from the client under the fault in which they have changed places. Undefined: a verdict may
 * depend on the order in which replicas are declared or asked.
 *
 * Two that can each change places with a third can do so with each other: all of a number can, in any way. Clients that
 * the verdict does not depend on may be anywhere.
 */
export function kindsOf(
  model: Model,
  { operation, client, phase, isOkAsked, inSession = false }: AskedFor,
): readonly number[] | undefined {
  const stores = new Set(storesBehind(model, operation));
  const uses = (one: Operation, what?: 'write'): boolean =>
    one.steps.some(({ access, store }) => stores.has(store) && access === (what ?? access));
  const isAlone = phase === 'settled' && !inSession && isServedOrNot(model, operation);
  const asking = model.operations.flatMap((one): Pick<Operation, 'steps' | 'through' | 'clients'>[] => {
    if (!isAlone && uses(one, 'write')) return [one];
    const isOwn = one === operation || (inSession && one.clients.includes(client) && uses(one));
    return isOwn ? [{ ...one, clients: [client] }] : [];
  });
  const clients = new Set(asking.flatMap((one) => one.clients));
  const placed = model.vertices.flatMap((one, vertex) => (one.kind === 'client' && clients.has(vertex) ? [one] : []));
  const machines = new Set(placed.flatMap(({ placement }) => (placement.kind === 'node' ? [placement.vertex] : [])));
  const isPlain = (vertex: VertexId): boolean => {
    const one = model.vertices[vertex];
    return one?.kind === 'node' && one.zone === undefined && !machines.has(vertex);
  };
  /** A machine that is in one of these changes no places with one that is not. */
  const lists: (readonly VertexId[])[] = placed.map(({ via }) => via);
  for (const { steps, through, clients: issuers } of asking) {
    const [step, ...more] = steps;
    const store = model.stores[step?.store ?? -1];
    if (step === undefined || store === undefined || more.length > 0 || through !== undefined) return undefined;
    if (store.from !== undefined || store.requires !== undefined || store.observers !== undefined) return undefined;
    const isBeside = issuers.every((issuer) => isOn(model, issuer, store.replicas));
    const apart = schemeOf(store).requests.apart?.(store, step, {
      isDetecting: phase !== 'settled',
      isBeside,
      isOkAsked,
    });
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

/** Is the client on one of these machines, which it asks first? */
function isOn({ vertices }: Model, client: VertexId, machines: readonly VertexId[]): boolean {
  const vertex = vertices[client];
  if (vertex?.kind !== 'client' || vertex.via.length > 0) return false;
  return vertex.placement.kind === 'node' && machines.includes(vertex.placement.vertex);
}
