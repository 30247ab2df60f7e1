import { copiesFor } from '../model/levels.js';
import type { Step, VertexId } from '../model/model.js';
import { nearestFirst, type Topology } from '../network/topology.js';
import { servicesOf } from './judge/journey.js';
import { schemeOf } from './replication/index.js';

/**
 * How long one request takes on the healthy network, in milliseconds: round trips only, no processing time. Without a
 * declared leader the slowest possible one counts. Through services, the nearest instances carry it out. Undefined if a
 * link on the way has no declared round trip.
 */
export function latencyMs(topology: Topology, operation: number, client: VertexId): number | undefined {
  const found = topology.model.operations[operation];
  if (found === undefined) return 0;
  let sum = 0;
  let issuer = client;
  for (const { instances } of servicesOf(topology.model, found)) {
    const [instance = -1] = nearestFirst(topology, issuer, instances);
    const ms = between(topology, issuer, instance);
    if (ms === undefined) return undefined;
    sum += ms;
    issuer = instance;
  }
  for (const step of found.steps) {
    const ms = stepMs(topology, step, issuer);
    if (ms === undefined) return undefined;
    sum += ms;
  }
  return sum;
}

function between(topology: Topology, from: VertexId, to: VertexId): number | undefined {
  const { ms, declared } = topology.roundTrips(from);
  return declared[to] === true ? ms[to] : undefined;
}

/** The round trip after which `needed` of `others` have answered `from`. */
function slowestOf(
  topology: Topology,
  from: VertexId,
  others: readonly VertexId[],
  needed: number,
): number | undefined {
  if (needed <= 0) return 0;
  const times = others.map((other) => between(topology, from, other) ?? Infinity).sort((a, b) => a - b);
  const found = times[needed - 1];
  return found === undefined || found === Infinity ? undefined : found;
}

function stepMs(topology: Topology, step: Step, client: VertexId): number | undefined {
  const { model } = topology;
  const store = model.stores[step.store];
  if (store === undefined) return undefined;
  const [asked] = nearestFirst(topology, client, copiesFor(store, step));
  if (asked === undefined) return undefined;
  return schemeOf(store).path.latencyMs({
    store,
    step,
    client,
    asked,
    zoneOf(replica) {
      const vertex = model.vertices[replica];
      return vertex?.kind === 'node' ? vertex.zone : undefined;
    },
    between: (from, to) => between(topology, from, to),
    slowestOf: (from, others, needed) => slowestOf(topology, from, others, needed),
  });
}
