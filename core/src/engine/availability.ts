import { isAnswered } from '../base/harm.js';
import { copiesOf, readsOneCopy } from '../model/levels.js';
import type { FaultFamily, Model, Store, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { FAULT_KINDS } from '../network/kinds.js';
import { nearestFirst, type Topology } from '../network/topology.js';
import { LinkWorld } from '../network/linkWorld.js';
import type { World } from '../network/world.js';
import type { ClientResult } from './facts.js';
import { StoreWorld } from './storeWorld.js';
import { MAX_CAUSES } from './causes.js';

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
  /** Between it and some replica, messages pass in one direction only: it may wait there on an old connection. */
  readonly halfOpen: boolean;
  /** Some replica; through services, an instance of the last one is that which reaches it. */
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
  const world = new LinkWorld(topology, cause, 0);
  const { steps, through = [] } = model.operations[operation] ?? { steps: [] };
  const stores = [...new Set(steps.map(({ store }) => store))];
  // Observers count if each step of the store may ask them.
  const copies = (store: Store, s: number): readonly VertexId[] =>
    steps.reduce<readonly VertexId[]>(
      (fewest, step) => (step.store === s && !readsOneCopy(step) ? store.replicas : fewest),
      copiesOf(store),
    );
  const everywhere = (
    issuers: readonly VertexId[],
    serves: (here: StoreWorld, replica: number, issuer: VertexId) => boolean,
  ): boolean =>
    issuers.some((issuer) =>
      stores.every((s) => {
        const store = model.stores[s];
        if (store === undefined) return false;
        const here = new StoreWorld(world, store, s);
        return copies(store, s).some(
          (_, replica) => world.connected(issuer, here.vertex(replica)) && serves(here, replica, issuer),
        );
      }),
    );
  const replicas = model.stores.flatMap((store, s) => (stores.includes(s) ? copies(store, s) : []));
  const services = through.map((index) => model.services[index]?.instances ?? []);
  const isHalfOpen = (from: VertexId, to: readonly VertexId[]): boolean =>
    to.some((one) => world.isHalfOpen(from, one));
  // The vertices that may send the request on: the client, then the instances of each service.
  const levels = issuersIn(world, services, client, (_, instances) => instances);
  const usual = issuersIn(world, services, client, (from, instances) => usualNodes(topology, from, instances));
  const issuers = levels.at(-1) ?? [];
  return {
    halfOpen: levels.some((senders, i) => senders.some((from) => isHalfOpen(from, services[i] ?? replicas))),
    any: everywhere(issuers, () => true),
    usual: everywhere(usual.at(-1) ?? [], (here, replica, issuer) =>
      usualNodes(topology, issuer, copies(here.store, here.index)).includes(here.vertex(replica)),
    ),
    majority: everywhere(issuers, (here, replica) => here.canLead(replica)),
  };
}

/** The client, and for each service the instances that a request reaches and an answer leaves. */
function issuersIn(
  world: World,
  services: readonly (readonly VertexId[])[],
  client: VertexId,
  asked: (from: VertexId, instances: readonly VertexId[]) => readonly VertexId[],
): (readonly VertexId[])[] {
  const levels: (readonly VertexId[])[] = [[client]];
  for (const instances of services) {
    const senders = levels.at(-1) ?? [];
    const reached = senders.flatMap((from) => asked(from, instances).filter((one) => world.connected(from, one)));
    levels.push([...new Set(reached)]);
  }
  return levels;
}

/** The best class that is possible if a client that reaches these replicas gets no answer. */
function classOf({ any, usual, majority }: InReach): Availability {
  return !any ? 'total' : !usual ? 'sticky' : majority ? 'none' : 'majority';
}

/** Can a one-way cut meet another fault? */
function mixesOneWays(family: FaultFamily): boolean {
  const { links, oneWays } = family;
  const others = FAULT_KINDS.some(({ count }) => count !== 'oneWays' && family[count] > 0);
  return oneWays > 1 || (oneWays === 1 && (links !== 0 || others));
}

/** The nodes that one asks first: the nearest, or those that a client is pinned to. */
function usualNodes(topology: Topology, from: VertexId, nodes: readonly VertexId[]): readonly VertexId[] {
  const vertex = topology.model.vertices[from];
  const nearest = nearestFirst(topology, from, nodes);
  return vertex?.kind === 'client' && vertex.via.length > 0 ? nearest : nearest.slice(0, 1);
}
