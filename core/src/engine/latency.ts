import { majorityOf } from '../model/majority.js';
import { readsOneCopy } from '../model/levels.js';
import type { Model, Step, VertexId } from '../model/model.js';
import { nearestFirst, type Topology } from '../network/topology.js';
import { acknowledgements } from './replication/primary.js';

/**
 * How long one request takes on the healthy network, in milliseconds: the round trips that a choice costs, no
 * processing time. Without a declared leader the slowest possible one counts. Undefined where a link on the way has no
 * declared round trip.
 */
export function latencyMs(topology: Topology, operation: number, client: VertexId): number | undefined {
  const steps = topology.model.operations[operation]?.steps ?? [];
  let sum = 0;
  for (const step of steps) {
    const ms = stepMs(topology, step, client);
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

function plus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

function stepMs(topology: Topology, step: Step, client: VertexId): number | undefined {
  const { model } = topology;
  const store = model.stores[step.store];
  if (store === undefined) return undefined;
  const [asked] = nearestFirst(topology, client, store.replicas);
  if (asked === undefined) return undefined;
  const toAsked = between(topology, client, asked);
  const majority = majorityOf(store.replicas.length + store.witnesses.length);
  const oneCopy = readsOneCopy(step);
  const { replication } = store;
  switch (replication.scheme) {
    case 'any':
      return toAsked;
    case 'consensus': {
      if (oneCopy) return toAsked;
      const leaders = replication.leader === undefined ? store.replicas : [replication.leader];
      const copies = step.level === 'all' ? store.replicas.length : Math.min(majority, store.replicas.length);
      const times = leaders.map((leader) => {
        const followers = store.replicas.filter((r) => r !== leader);
        return plus(
          plus(toAsked, between(topology, asked, leader)),
          slowestOf(topology, leader, followers, copies - 1),
        );
      });
      return times.reduce(
        (worst, time) => (worst === undefined || time === undefined ? undefined : Math.max(worst, time)),
        0,
      );
    }
    case 'primary': {
      if (oneCopy) return toAsked;
      const toPrimary = between(topology, client, replication.primary);
      if (step.access === 'read') return toPrimary;
      const needed = acknowledgements(store, replication, step.level);
      return plus(
        toPrimary,
        slowestOf(
          topology,
          replication.primary,
          store.replicas.filter((r) => r !== replication.primary),
          needed,
        ),
      );
    }
    case 'quorum': {
      const others = store.replicas.filter((r) => r !== asked);
      return plus(toAsked, slowestOf(topology, asked, others, quorumSize(model, step, asked) - 1));
    }
  }
}

function quorumSize(model: Model, step: Step, asked: VertexId): number {
  const store = model.stores[step.store];
  if (store === undefined || store.replication.scheme !== 'quorum') return 1;
  const zoneOf = (r: VertexId): VertexId | undefined => {
    const vertex = model.vertices[r];
    return vertex?.kind === 'node' ? vertex.zone : undefined;
  };
  const d = store.replicas.length;
  const inZone = store.replicas.filter((r) => zoneOf(r) === zoneOf(asked)).length;
  switch (step.level) {
    case 'local':
    case 'one':
    case 'hint':
      return 1;
    case 'two':
      return 2;
    case 'quorum':
      return majorityOf(d);
    case 'all':
    case 'each-quorum':
      // A majority of the farthest zone is at most as far as its farthest replica.
      return d;
    case 'local-quorum':
      return majorityOf(inZone);
    default:
      return step.access === 'read' ? store.replication.read : store.replication.write;
  }
}
