import type { FaultFamily, Model, Store, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { nearestFirst, type Topology } from '../network/topology.js';
import { World } from '../network/world.js';
import type { ClientResult } from './facts.js';
import { StoreWorld } from './storeWorld.js';
import { MAX_CAUSES } from './sweep.js';

/**
 * How far requests are answered, in the terms of Bailis et al., VLDB 2014, section 3. `total`: whoever reaches any
 * replica is answered. `sticky`: whoever reaches the replica that serves them on the healthy network, or one that they
 * are pinned to. `majority`: whoever reaches a replica with a majority of the voters.
 * `none`: not even they. Who reaches no replica at all can't be answered by any design, and does not count; nor does
 * who waits for an answer that is lost on its way back.
 */
export type Availability = 'total' | 'sticky' | 'majority' | 'none';

const ORDER: readonly Availability[] = ['total', 'sticky', 'majority', 'none'];

/**
 * The class of an operation over these results of its clients, as far as was looked; undefined where a limit leaves it
 * open. It is read off the smallest causes of no answer: reaching a replica, or a majority, only gets rarer as more
 * breaks, so if some fault is a counterexample, a smallest one is.
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
    const unanswered = result.findings.filter(
      ({ outcome }) => outcome.verdict === 'error' || outcome.verdict === 'unknown',
    );
    for (const cause of unanswered.flatMap(({ causes }) => causes)) {
      const reach = inReach(topology, result, cause);
      const one = reach.halfOpen ? 'total' : classOf(reach);
      if (ORDER.indexOf(one) > ORDER.indexOf(worst)) worst = one;
      // More cuts may close what is half open: where it is so by declaration, or where one-way cuts come together with
      // others.
      const byDeclaration = cause.directions.length === 0 && cause.partition === undefined;
      open ||= reach.halfOpen && (byDeclaration || model.families.some(mixesOneWays));
    }
    open ||=
      result.explored.some(({ complete }) => !complete) || unanswered.some(({ causes }) => causes.length >= MAX_CAUSES);
  }
  return open && worst !== 'none' ? undefined : worst;
}

/** Whom a client gets to and back from under a fault, of every store that the operation asks. */
export interface InReach {
  /** A request gets to some replica, and no answer back. */
  readonly halfOpen: boolean;
  /** Some replica. */
  readonly any: boolean;
  /** One that it is pinned to, or its nearest. */
  readonly usual: boolean;
  /** One that is connected to a majority of the voters. */
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

/** The best class that no answer leaves to somebody who reaches so many. */
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
