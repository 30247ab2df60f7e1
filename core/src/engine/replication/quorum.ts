import { majorityOf } from '../../model/majority.js';
import type { QuorumReplication, Step, Store, VertexId } from '../../model/model.js';
import { alone, canBeDisjoint, count, type Demand, LazyFamily, type Mask, withAny } from '../family.js';
import type { StoreWorld } from '../storeWorld.js';
import { AT_ONCE, after, plus, type Timed } from '../timed.js';
import {
  type Asked,
  type Healthy,
  isLeaderlessLinearizable,
  type Journey,
  leaderlessWrite,
  type ReadPath,
  type Waiting,
} from './path.js';
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
    // A coordinator that lacks answers reaches at most one replica beside itself, so its client asks that one next.
    apart(store, step, { isBeside }) {
      const { level } = step;
      if (!isBeside || level === 'local-quorum' || level === 'each-quorum') return undefined;
      const isServed = level === 'local' || level === 'hint' || isSloppy(store);
      return isServed || needed(store, step) <= MOST_FOR_ONE_OTHER ? [] : undefined;
    },
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
    waits: coordinated,
    time: (journey) => plus(journey.between(journey.client, journey.asked), waitsFor(journey)),
    isLinearizable: isLeaderlessLinearizable,
  },
  words: {
    strength(store, step) {
      if (step.level === 'local' || step.level === 'hint' || isSloppy(store.store))
        return 'one replica in reach is enough';
      if (step.level === 'local-quorum') return "a majority of one zone's replicas is enough";
      if (step.level === 'each-quorum') return "a majority of every zone's replicas is enough";
      return `${needed(store.store, step)} of ${store.d} replicas are enough`;
    },
    remedy: (guarantee) =>
      guarantee === 'session' ? 'read all copies, or replicate by consensus' : 'replicate by consensus',
  },
};

/** A replica that does not reach that many, itself included, reaches one other at most. */
const MOST_FOR_ONE_OTHER = 3;

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
  if (isSloppy(store.store)) return { ...byOneCopy(asked), family: { core: inReach, demands: [] } };
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
  if (isSloppy(store.store)) return { ...byOneCopy(asked), family: all };
  return {
    kind: 'refused',
    keeps: all,
    reason: () => unmetReason(store, step, asked, { pool: inReach(), need }),
  };
}

/** Can such a write and such an answer have no replica in common, with any coordinator? */
function canMeet(store: StoreWorld, writing: Step, answer: AnsweredRead): boolean {
  if (
    isSloppy(store.store) ||
    writing.level === 'local' ||
    writing.level === 'local-quorum' ||
    writing.level === 'hint'
  )
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

/** The round trips of the coordinator, which answers at once itself. */
function waitsFor({ store, step, asked, zoneOf, slowestOf, reached }: Journey): Timed | undefined {
  const of = (pool: readonly VertexId[], wanted: number): Timed | undefined => {
    const others = pool.filter((replica) => replica !== asked);
    const needed = wanted - (others.length < pool.length ? 1 : 0);
    return slowestOf(asked, others, isSloppy(store) ? Math.min(needed, reached(asked, others).length) : needed);
  };
  const inZone = (zone: VertexId | undefined): VertexId[] => store.replicas.filter((r) => zoneOf(r) === zone);
  if (step.level === 'local') return AT_ONCE;
  if (step.level === 'local-quorum') return of(inZone(zoneOf(asked)), majorityOf(inZone(zoneOf(asked)).length));
  if (step.level !== 'each-quorum') return of(store.replicas, needed(store, step));
  const zones = [...new Set(store.replicas.map(zoneOf))].map(inZone);
  return after(
    zones.map((pool) => of(pool, majorityOf(pool.length))),
    zones.length,
  );
}

/** The coordinator and its answers; undefined: a majority of each zone is more than one number of them. */
function coordinated({ store, step, asked, zoneOf }: Asked): Waiting | undefined {
  if (step.level === 'each-quorum') return undefined;
  if (step.level === 'local') return { homes: [asked], pool: [asked], needed: 1 };
  if (step.level !== 'local-quorum') return { homes: [asked], pool: store.replicas, needed: needed(store, step) };
  const pool = store.replicas.filter((replica) => zoneOf(replica) === zoneOf(asked));
  return { homes: [asked], pool, needed: majorityOf(pool.length) };
}

function isSloppy(store: Store): boolean {
  return store.choice === 'AP' || (store.choice !== 'CP' && settings(store).sloppy);
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
