import { isAnswered } from '../base/harm.js';
import type { FaultFamily, Model, Store, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { nearestFirst, type Topology } from '../network/topology.js';
import { World } from '../network/world.js';
import type { ClientResult } from './facts.js';
import { StoreWorld } from './storeWorld.js';
import { MAX_CAUSES } from './sweep.js';

/**
 * How far requests are answered, in the terms of Bailis et al., VLDB 2014, section 3. `total`: every client that
 * reaches a replica is answered. `sticky`: every client that reaches the replica that serves it on the healthy network,
 * or one that it is pinned to. `majority`: every client that reaches a replica with a majority of the voters. `none`:
 * not even these. A client that reaches no replica cannot be answered by any design and does not count; neither does a
 * client whose answer is lost on its way back.
 */
export type Availability = 'total' | 'sticky' | 'majority' | 'none';

const ORDER: readonly Availability[] = ['total', 'sticky', 'majority', 'none'];

/**
 * The class of an operation by these results of its clients, as far as they were explored; undefined if a limit leaves
 * it open. It follows from the smallest causes of no answer: the more breaks, the fewer replicas are reached, so if any
 * fault is a counterexample, a smallest cause is one.
 */
export function availabilityOf(
  model: Model,
  topology: Topology,
  results: readonly ClientResult[],
): Availability | undefined {
  let worst: Availability = 'total';
  let open = false;
  for (const result of results) {
    if (result.notKnown !== undefined) return undefined;
    const unanswered = result.findings.filter(({ outcome }) => !isAnswered(outcome.verdict));
    for (const cause of unanswered.flatMap(({ causes }) => causes)) {
      const reach = inReach(topology, result, cause);
      const one = reach.halfOpen ? 'total' : classOf(reach);
      if (ORDER.indexOf(one) > ORDER.indexOf(worst)) worst = one;
      // More cuts may also cut the other direction of a half-open link: if it is declared one-way, or if one-way cuts
      // are combined with other faults.
      const byDeclaration = cause.directions.length === 0 && cause.partition === undefined;
      open ||= reach.halfOpen && (byDeclaration || model.families.some(mixesOneWays));
    }
    open ||=
      result.explored.some(({ complete }) => !complete) || unanswered.some(({ causes }) => causes.length >= MAX_CAUSES);
  }
  return open && worst !== 'none' ? undefined : worst;
}

/**
 * The replicas that a client reaches, and that reach it, under a fault; true if it holds for every store of the
 * operation.
 */
export interface InReach {
  /** A request reaches some replica, and no answer comes back. */
  readonly halfOpen: boolean;
  /** Some replica. */
  readonly any: boolean;
  /** A replica that it is pinned to, or its nearest. */
  readonly usual: boolean;
  /** A replica that is connected to a majority of the voters. */
  readonly majority: boolean;
}

export function inReach(
  topology: Topology,
  { operation, client }: Pick<ClientResult, 'operation' | 'client'>,
  cause: Cause,
): InReach {
  const { model } = topology;
  const world = new World(topology, cause, 0);
  const stores = [...new Set((model.operations[operation]?.steps ?? []).map(({ store }) => store))];
  const everywhere = (serves: (here: StoreWorld, replica: number) => boolean): boolean =>
    stores.every((s) => {
      const store = model.stores[s];
      if (store === undefined) return false;
      const here = new StoreWorld(world, store, s);
      return store.replicas.some(
        (_, replica) => world.connected(client, here.vertex(replica)) && serves(here, replica),
      );
    });
  const replicas = stores.flatMap((s) => model.stores[s]?.replicas ?? []);
  return {
    halfOpen: replicas.some((replica) => world.reach(client, replica) && !world.reach(replica, client)),
    any: everywhere(() => true),
    usual: everywhere((here, replica) => usualReplicas(topology, client, here.store).includes(here.vertex(replica))),
    majority: everywhere((here, replica) => here.canLead(replica)),
  };
}

/** The best class that is possible if a client that reaches these replicas gets no answer. */
function classOf({ any, usual, majority }: InReach): Availability {
  return !any ? 'total' : !usual ? 'sticky' : majority ? 'none' : 'majority';
}

function mixesOneWays({ links, oneWays, nodes, zones }: FaultFamily): boolean {
  return oneWays > 1 || (oneWays === 1 && (links !== 0 || nodes > 0 || zones > 0));
}

function usualReplicas(topology: Topology, client: VertexId, { replicas }: Store): readonly VertexId[] {
  const vertex = topology.model.vertices[client];
  const nearest = nearestFirst(topology, client, replicas);
  return vertex?.kind === 'client' && vertex.via.length > 0 ? nearest : nearest.slice(0, 1);
}
