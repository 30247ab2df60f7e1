import { majorityOf } from '../model/majority.js';
import { readsOneCopy } from '../model/levels.js';
import type { Model, Step, Store, VertexId } from '../model/model.js';
import { HEALTHY } from '../network/fault.js';
import { nearestFirst, type Topology } from '../network/topology.js';
import { World } from '../network/world.js';
import { StoreWorld } from './storeWorld.js';

/**
 * Who answers a read on the healthy network. `orderer`: one copy, the one that every write of the store goes through.
 * `follower copy`: one copy that others write to. `some copies`: of a leaderless store, as many as R; `written-back
 * copies`: more than half of them, which have what is answered when it is answered; `all copies`: every one.
 */
export type ReadPath =
  | 'only copy'
  | 'confirmed leader'
  | 'unconfirmed leader'
  | 'primary'
  | 'orderer'
  | 'follower copy'
  | 'some copies'
  | 'written-back copies'
  | 'all copies';

/**
 * Who orders the writes of a store. Leaderless: `one writer`, who orders them itself or whose copy does, or `several
 * writers`, whose clocks do.
 */
export type WritePath = 'only copy' | 'log' | 'primary' | 'one writer' | 'several writers';

/** How a step of a client is carried out on the healthy network. */
export interface StepPaths {
  readonly store: Store;
  readonly step: Step;
  readonly read: ReadPath;
  readonly write: WritePath;
}

export function stepPaths(model: Model, topology: Topology, step: Step, client: VertexId): StepPaths | undefined {
  const store = model.stores[step.store];
  if (store === undefined) return undefined;
  const here = new StoreWorld(new World(topology, HEALTHY, 0), store, step.store);
  const writers = writersOf(model, step.store);
  const firstAsked = (one: VertexId): VertexId | undefined =>
    nearestFirst(topology, one, store.replicas).find((replica) => here.world.reach(one, replica));
  return {
    store,
    step,
    read: readPath(here, step, firstAsked(client), writers, firstAsked),
    write: writePath(store, writers, firstAsked),
  };
}

interface WriteStep {
  readonly client: VertexId;
  readonly step: Step;
}

function writersOf(model: Model, store: number): WriteStep[] {
  return model.operations.flatMap(({ clients, steps }) =>
    steps
      .filter((step) => step.access === 'write' && step.store === store)
      .flatMap((step) => clients.map((client) => ({ client, step }))),
  );
}

function readPath(
  here: StoreWorld,
  step: Step,
  first: VertexId | undefined,
  writers: readonly WriteStep[],
  firstAsked: (client: VertexId) => VertexId | undefined,
): ReadPath {
  const { replication } = here.store;
  if (here.d === 1) return 'only copy';
  switch (replication.scheme) {
    case 'consensus': {
      if (!readsOneCopy(step)) return step.level === 'leader' ? 'unconfirmed leader' : 'confirmed leader';
      const { leader } = replication;
      return leader !== undefined && leader === first && here.canLead(here.store.replicas.indexOf(leader))
        ? 'orderer'
        : 'follower copy';
    }
    case 'primary':
      return !readsOneCopy(step) ? 'primary' : first === replication.primary ? 'orderer' : 'follower copy';
    case 'any':
      return first !== undefined && writers.every(({ client }) => firstAsked(client) === first)
        ? 'orderer'
        : 'follower copy';
    case 'quorum': {
      if (step.level === 'local') {
        return first !== undefined &&
          writers.every(({ client, step: { level } }) => level === 'local' && firstAsked(client) === first)
          ? 'orderer'
          : 'follower copy';
      }
      const asked = copiesAsked(step, replication.read, here.d);
      if (asked === here.d) return 'all copies';
      return replication.readRepair === true && 2 * asked > here.d ? 'written-back copies' : 'some copies';
    }
  }
}

/** How many copies answer a read of a leaderless store, whatever their zones; 0 where the zones decide. */
function copiesAsked({ level }: Step, byDefault: number, all: number): number {
  switch (level) {
    case undefined:
      return byDefault;
    case 'one':
      return 1;
    case 'two':
      return 2;
    case 'quorum':
      return majorityOf(all);
    case 'all':
      return all;
    default:
      return 0;
  }
}

function writePath(
  store: Store,
  writers: readonly WriteStep[],
  firstAsked: (client: VertexId) => VertexId | undefined,
): WritePath {
  const { scheme } = store.replication;
  if (store.replicas.length === 1) return 'only copy';
  if (scheme === 'consensus') return 'log';
  if (scheme === 'primary') return 'primary';
  const clients = new Set(writers.map(({ client }) => client));
  if (clients.size <= 1) return 'one writer';
  // One copy that takes them all puts them into one order.
  return scheme === 'any' && new Set([...clients].map(firstAsked)).size === 1 ? 'one writer' : 'several writers';
}
