import type { Model, VertexId } from './model.js';

/**
 * For each client, the first one that differs from it by nothing but the name: it is in the same place, and in the same
 * operations and sides of partitions. To swap the two changes no design, so each gets the verdicts of the other; only
 * reasons, which name clients, tell them apart.
 */
export function alikeClients(model: Model): (client: VertexId) => VertexId {
  const known = ofModels.get(model) ?? findAlike(model);
  ofModels.set(model, known);
  return (client) => known.get(client) ?? client;
}

const ofModels = new WeakMap<Model, ReadonlyMap<VertexId, VertexId>>();

function findAlike(model: Model): ReadonlyMap<VertexId, VertexId> {
  const operations = new Map<VertexId, number[]>();
  for (const [operation, { clients }] of model.operations.entries())
    for (const client of clients) {
      const issued = operations.get(client);
      if (issued === undefined) operations.set(client, [operation]);
      else issued.push(operation);
    }
  const linked = new Set(model.links.flatMap(({ a, b }) => [a, b]));
  const sides = model.partitions.flatMap(({ fault }) =>
    fault.groups.map(
      (groups) => new Map(groups.flatMap((members, side) => members.map((one) => [one, side] as const))),
    ),
  );
  const firsts = new Map<string, VertexId>();
  const found = new Map<VertexId, VertexId>();
  for (const [client, issued] of operations) {
    const vertex = model.vertices[client];
    if (vertex?.kind !== 'client' || linked.has(client)) continue;
    const { placement, via } = vertex;
    const key = JSON.stringify([placement, via, issued, sides.map((sideOf) => sideOf.get(client))]);
    const first = firsts.get(key) ?? client;
    firsts.set(key, first);
    found.set(client, first);
  }
  return found;
}
