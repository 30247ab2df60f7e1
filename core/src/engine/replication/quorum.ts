import { majorityOf } from '../../model/majority.js';
import type { QuorumReplication, Step, Store, VertexId } from '../../model/model.js';
import { alone, canBeDisjoint, count, type Demand, LazyFamily, type Mask, withAny } from '../family.js';
import type { StoreWorld } from '../storeWorld.js';
import { type Healthy, isLeaderlessLinearizable, type Journey, leaderlessWrite, plus, type ReadPath } from './path.js';
import {
  type AnsweredRead,
  byOneCopy,
  discardedByASide,
  divergesByComponents,
  missedByComponents,
  noReplicaInReach,
  NO_CHOICE,
  NOBODY_NOTICED,
  type Scheme,
  type Served,
  shownByASide,
} from './scheme.js';
import { zoneMask, zoneMasks, zoneText } from './zones.js';

/**
 * Leaderless: the coordinator needs R or W of the replicas (DeCandia et al., Dynamo, SOSP '07; Cassandra's consistency
 * levels). With R + W > N every read meets every acknowledged write. `sloppy` loses this overlap: stand-ins take writes
 * for the replicas out of reach, and other coordinators do not see them before the heal.
 */
export const quorum: Scheme = {
  possible: {
    scenarios: () => [NO_CHOICE],
    unnoticed: () => [NOBODY_NOTICED],
    servesLongerUnnoticed: () => false,
  },
  requests: {
    routes: (_state, _step, nearest) => [nearest],
    serve: ({ here }, step, asked) => serve(here, step, asked),
    unreached: noReplicaInReach,
  },
  worth: {
    concerns: ({ here }, writing, answer) => canMeet(here, writing, answer),
    missed: missedByComponents,
    discarded: discardedByASide,
    diverges: divergesByComponents,
    shown: shownByASide,
    writesBack: (store) => settings(store).readRepair === true,
  },
  path: {
    read: readPath,
    write: ({ writers }) => leaderlessWrite(false, new Set(writers.map(({ client }) => client)).size),
    latencyMs(journey) {
      const { store, client, asked, between, slowestOf } = journey;
      const others = store.replicas.filter((r) => r !== asked);
      return plus(between(client, asked), slowestOf(asked, others, farthestNeeded(journey) - 1));
    },
    isLinearizable: isLeaderlessLinearizable,
  },
  words: {
    strength(store, step) {
      if (step.level === 'local' || step.level === 'hint' || isSloppy(store)) return 'one replica in reach is enough';
      if (step.level === 'local-quorum') return "a majority of one zone's replicas is enough";
      if (step.level === 'each-quorum') return "a majority of every zone's replicas is enough";
      return `${needed(store.store, step)} of ${store.d} replicas are enough`;
    },
    remedy: (guarantee) =>
      guarantee === 'session' ? 'read all copies, or replicate by consensus' : 'replicate by consensus',
  },
};

function settings({ name, replication }: Store): QuorumReplication {
  if (replication.scheme !== 'quorum') throw new Error(`${name} has no quorums`);
  return replication;
}

function serve(store: StoreWorld, step: Step, asked: number): Served {
  if (step.level === 'local') return byOneCopy(asked);
  const lazily = servedLazily(store, step, asked);
  if (lazily !== undefined) return lazily;
  const inReach = store.connectedMask(asked);
  if (step.level === 'hint' && count(inReach) < store.d)
    return { ...byOneCopy(asked), family: { ...alone(asked), hint: true } };
  const demands = demandsOf(store, step, asked, inReach);
  const unmet = demands.find(({ pool, need }) => count(pool) < need);
  if (unmet === undefined) {
    const [only] = demands;
    const family = demands.length === 1 && only !== undefined ? withAny(0, only.pool, only.need) : { core: 0, demands };
    return { ...byOneCopy(asked), family };
  }
  if (isSloppy(store)) return { ...byOneCopy(asked), family: { core: inReach, demands: [] } };
  // A coordinator that does not know of the break has sent the write to all that it reaches.
  return {
    kind: 'refused',
    keeps: { core: inReach, demands: [] },
    reason: () => unmetReason(store, step, asked, unmet),
  };
}

/** The same for a number of all replicas, without a look at which of them are in reach. */
function servedLazily(store: StoreWorld, step: Step, asked: number): Served | undefined {
  const { level } = step;
  if (!store.asksFacts || level === 'hint' || level === 'local-quorum' || level === 'each-quorum') return undefined;
  const need = needed(store.store, step);
  const inReach = (): Mask => store.connectedMask(asked);
  if (store.connectsAtLeast(asked, need))
    return { ...byOneCopy(asked), family: new LazyFamily(need, () => withAny(0, inReach(), need)) };
  const all = new LazyFamily(0, () => ({ core: inReach(), demands: [] }));
  if (isSloppy(store)) return { ...byOneCopy(asked), family: all };
  return {
    kind: 'refused',
    keeps: all,
    reason: () => unmetReason(store, step, asked, { pool: inReach(), need }),
  };
}

/** Can such a write and such an answer have no replica in common, with any coordinator? */
function canMeet(store: StoreWorld, writing: Step, answer: AnsweredRead): boolean {
  if (isSloppy(store) || writing.level === 'local' || writing.level === 'local-quorum' || writing.level === 'hint')
    return true;
  const everything = (1 << store.d) - 1;
  const demands =
    writing.level === 'each-quorum'
      ? zoneMasks(store).map((zone) => ({ pool: zone, need: majorityOf(count(zone)) }))
      : [{ pool: everything, need: needed(store.store, writing) }];
  const [only] = demands.length === 1 ? demands : [];
  if (only !== undefined && only.need + (answer.family.atLeast ?? 0) > store.d) return false;
  return canBeDisjoint({ core: 0, demands }, answer.family);
}

function readPath({ here, writers, firstAsked }: Healthy, step: Step, first: VertexId | undefined): ReadPath {
  if (step.level === 'local') {
    return first !== undefined &&
      writers.every(({ client, step: { level } }) => level === 'local' && firstAsked(client) === first)
      ? 'orderer'
      : 'follower copy';
  }
  // For the levels by zone, only some copies answer.
  const asked = step.level === 'local-quorum' || step.level === 'each-quorum' ? 0 : needed(here.store, step);
  if (asked === here.d) return 'all copies';
  return settings(here.store).readRepair === true && 2 * asked > here.d ? 'written-back copies' : 'some copies';
}

/** How many copies must answer before a request is done, if the nearest answer first. */
function farthestNeeded({ store, step, asked, zoneOf }: Journey): number {
  switch (step.level) {
    case 'local':
      return 1;
    case 'each-quorum':
      // A majority of the farthest zone is at most as far as its farthest replica.
      return store.replicas.length;
    case 'local-quorum':
      return majorityOf(store.replicas.filter((r) => zoneOf(r) === zoneOf(asked)).length);
    default:
      return needed(store, step);
  }
}

function isSloppy(store: StoreWorld): boolean {
  const { choice } = store.store;
  return choice === 'AP' || (choice !== 'CP' && settings(store.store).sloppy);
}

/** How many of all replicas are needed, for the levels without zones. */
function needed(store: Store, step: Step): number {
  const { read, write } = settings(store);
  switch (step.level) {
    case 'one':
    case 'hint':
      return 1;
    case 'two':
      return 2;
    case 'quorum':
      return majorityOf(store.replicas.length);
    case 'all':
      return store.replicas.length;
    default:
      return step.access === 'read' ? read : write;
  }
}

function demandsOf(store: StoreWorld, step: Step, asked: number, inReach: Mask): Demand[] {
  if (step.level === 'local-quorum') {
    const zone = zoneMask(store, asked);
    return [{ pool: zone & inReach, need: majorityOf(count(zone)) }];
  }
  if (step.level === 'each-quorum')
    return zoneMasks(store).map((zone) => ({ pool: zone & inReach, need: majorityOf(count(zone)) }));
  return [{ pool: inReach, need: needed(store.store, step) }];
}

function unmetReason(store: StoreWorld, step: Step, asked: number, unmet: Demand): string {
  const inReach = store.connectedMask(asked);
  const zoned = step.level === 'local-quorum' || step.level === 'each-quorum';
  // The first zone with too few replicas, which `unmet` is about.
  const zone =
    step.level === 'local-quorum'
      ? zoneMask(store, asked)
      : (zoneMasks(store).find((one) => count(one & inReach) < majorityOf(count(one))) ?? 0);
  const what = zoned
    ? `${count(zone)} ${count(zone) === 1 ? 'replica' : 'replicas'} ${zoneText(store, zone)}`
    : `${store.d} ${store.d === 1 ? 'replica' : 'replicas'}`;
  const letter = step.access === 'read' ? 'R' : 'W';
  const wanted =
    zoned || step.level !== undefined ? `${step.level ?? ''} needs ${unmet.need}` : `${letter} is ${unmet.need}`;
  return store.countReason(unmet.pool, what, asked, wanted);
}
