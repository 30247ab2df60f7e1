import { majorityOf } from '../../model/majority.js';
import type { Step } from '../../model/model.js';
import { alone, canBeDisjoint, count, type Demand, type Mask, withAny } from '../family.js';
import type { StoreWorld } from '../storeWorld.js';
import {
  byOneCopy,
  discardedByASide,
  divergesByComponents,
  missedByComponents,
  noReplicaInReach,
  NO_CHOICE,
  NOBODY_NOTICED,
  type Scheme,
} from './scheme.js';

/**
 * Leaderless: the replica that was asked coordinates and needs R or W of the replicas (DeCandia et al., Dynamo, SOSP
 * '07; Cassandra's consistency levels). With R + W > N every read meets every acknowledged write. `sloppy` gives that
 * overlap up: stand-ins take what the replicas out of reach should have, and other coordinators don't see it before the
 * heal.
 */
export const quorum: Scheme = {
  scenarios: () => [NO_CHOICE],
  unnoticed: () => [NOBODY_NOTICED],

  routes: (_store, _scenario, _step, nearest) => [nearest],

  serve(store, _scenario, step, asked) {
    if (step.level === 'local') return byOneCopy(asked);
    const inReach = store.connectedMask(asked);
    if (step.level === 'hint' && count(inReach) < store.d)
      return { ...byOneCopy(asked), family: { ...alone(asked), hint: true } };
    const demands = demandsOf(store, step, asked, inReach);
    const unmet = demands.find(({ pool, need }) => count(pool) < need);
    if (unmet === undefined) {
      const [only] = demands;
      const family =
        demands.length === 1 && only !== undefined ? withAny(0, only.pool, only.need) : { core: 0, demands };
      return { ...byOneCopy(asked), family };
    }
    if (isSloppy(store)) return { ...byOneCopy(asked), family: { core: inReach, demands: [] } };
    return { kind: 'refused', reason: () => unmetReason(store, step, asked, inReach, unmet) };
  },

  servesLongerUnnoticed: () => false,

  concerns(store, _scenario, writing, answer) {
    if (isSloppy(store) || writing.level === 'local' || writing.level === 'local-quorum' || writing.level === 'hint')
      return true;
    const everything = (1 << store.d) - 1;
    const demands =
      writing.level === 'each-quorum'
        ? store.zoneMasks().map((zone) => ({ pool: zone, need: majorityOf(count(zone)) }))
        : [{ pool: everything, need: needed(store, writing) }];
    return canBeDisjoint({ core: 0, demands }, answer.family);
  },

  missed: (store, _scenario, write, read) => missedByComponents(store, write, read),
  discarded: (store, _scenario, write) => discardedByASide(store, write),
  diverges: (store, _scenario, a, b) => divergesByComponents(store, a, b),
  unreached: noReplicaInReach,

  strength(store, step) {
    if (step.level === 'local' || step.level === 'hint' || isSloppy(store)) return 'one replica in reach is enough';
    if (step.level === 'local-quorum') return "a majority of one zone's replicas is enough";
    if (step.level === 'each-quorum') return "a majority of every zone's replicas is enough";
    return `${needed(store, step)} of ${store.d} replicas are enough`;
  },
};

function isSloppy(store: StoreWorld): boolean {
  const { replication, choice } = store.store;
  return choice === 'AP' || (choice !== 'CP' && replication.scheme === 'quorum' && replication.sloppy);
}

/** How many of all replicas, for the levels that don't look at zones. */
function needed(store: StoreWorld, step: Step): number {
  const { replication } = store.store;
  switch (step.level) {
    case 'one':
    case 'hint':
      return 1;
    case 'two':
      return 2;
    case 'quorum':
      return majorityOf(store.d);
    case 'all':
      return store.d;
    default:
      if (replication.scheme !== 'quorum') return 1;
      return step.access === 'read' ? replication.read : replication.write;
  }
}

function demandsOf(store: StoreWorld, step: Step, asked: number, inReach: Mask): Demand[] {
  if (step.level === 'local-quorum') {
    const zone = store.zoneMask(asked);
    return [{ pool: zone & inReach, need: majorityOf(count(zone)) }];
  }
  if (step.level === 'each-quorum')
    return store.zoneMasks().map((zone) => ({ pool: zone & inReach, need: majorityOf(count(zone)) }));
  return [{ pool: inReach, need: needed(store, step) }];
}

function unmetReason(store: StoreWorld, step: Step, asked: number, inReach: Mask, unmet: Demand): string {
  const zoned = step.level === 'local-quorum' || step.level === 'each-quorum';
  // The first that has too few: the one that `unmet` is of.
  const zone =
    step.level === 'local-quorum'
      ? store.zoneMask(asked)
      : (store.zoneMasks().find((one) => count(one & inReach) < majorityOf(count(one))) ?? 0);
  const what = zoned
    ? `${count(zone)} ${count(zone) === 1 ? 'replica' : 'replicas'} ${store.zoneText(zone)}`
    : `${store.d} ${store.d === 1 ? 'replica' : 'replicas'}`;
  const letter = step.access === 'read' ? 'R' : 'W';
  const wanted =
    zoned || step.level !== undefined ? `${step.level ?? ''} needs ${unmet.need}` : `${letter} is ${unmet.need}`;
  return store.countReason(unmet.pool, what, asked, wanted);
}
