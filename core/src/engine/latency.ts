import { copiesFor } from '../model/levels.js';
import type { Step, VertexId } from '../model/model.js';
import { nearestFirst, type Topology } from '../network/topology.js';
import { servicesOf } from './judge/journey.js';
import { schemeOf } from './replication/index.js';
import type { Journey } from './replication/path.js';
import { AT_ONCE, plus, type Timed } from './timed.js';
import { Ways } from './ways.js';

/**
 * How long one request takes on the healthy network, in milliseconds: round trips only, no processing time. Without a
 * declared leader the slowest possible one counts. Through services, the nearest instances carry it out. Undefined if a
 * link on the way has no declared round trip.
 */
export function latencyMs(topology: Topology, operation: number, client: VertexId): number | undefined {
  return healthyTime(topology, operation, client)?.ms;
}

/** The same, with its round trips, and with its distribution where they vary. */
export function healthyTime(topology: Topology, operation: number, client: VertexId): Timed | undefined {
  const found = topology.model.operations[operation];
  if (found === undefined) return AT_ONCE;
  const ways = new Ways(topology);
  let time: Timed | undefined = AT_ONCE;
  let issuer = client;
  for (const { instances } of servicesOf(topology.model, found)) {
    const [instance = -1] = nearestFirst(topology, issuer, instances);
    time = plus(time, ways.between(issuer, instance));
    issuer = instance;
  }
  return found.steps.reduce((sum, step) => plus(sum, stepTime(ways, step, issuer)), time);
}

function stepTime(ways: Ways, step: Step, client: VertexId): Timed | undefined {
  const { topology } = ways;
  const store = topology.model.stores[step.store];
  if (store === undefined) return undefined;
  const [asked] = nearestFirst(topology, client, copiesFor(store, step));
  return asked === undefined ? undefined : schemeOf(store).path.time(journeyOf(ways, { store, step, client, asked }));
}

/** A request with the round trips of these ways. */
export function journeyOf(ways: Ways, request: Pick<Journey, 'store' | 'step' | 'client' | 'asked' | 'home'>): Journey {
  return {
    ...request,
    zoneOf(replica) {
      const vertex = ways.topology.model.vertices[replica];
      return vertex?.kind === 'node' ? vertex.zone : undefined;
    },
    between: (from, to) => ways.between(from, to),
    slowestOf: (from, others, needed) => ways.slowestOf(from, others, needed),
    reached: (from, others) => others.filter((other) => ways.reaches(from, other)),
  };
}
