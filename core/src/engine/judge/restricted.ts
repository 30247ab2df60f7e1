import type { Mask } from '../family.js';
import type { Scenario, StoreState } from '../replication/scheme.js';
import type { StoreWorld } from '../storeWorld.js';
import type { ByIdentity } from './byIdentity.js';
import { oneOfEach } from './perStore.js';
import type { Requirements } from './requirements.js';
import type { Assignment, Situation } from './situations.js';

/** A store that requires others: the situation of its own, and those of the required stores. */
export interface Restricted {
  readonly here: StoreWorld;
  readonly own: Situation;
  readonly required: Assignment;
  /** The replicas that got no answer on the healthy network already. */
  readonly healthyUnmet: Mask;
}

/** Equal states and situations of a store that requires others, as one object each, of which things are found once. */
export interface Interned {
  readonly states: ByIdentity<StoreState>;
  readonly situations: ByIdentity<Situation>;
  /** The replicas of a store that get no answer, by the states of what it requires. */
  readonly unmet: ByIdentity<Mask>;
}

/**
 * The situation of a store whose replicas serve only while they get answers. A replica that has noticed the break asks
 * what it requires, in whatever state that is then; one that has not goes on as before it.
 */
export function restricted(
  requirements: Requirements,
  { here, own, required, healthyUnmet }: Restricted,
  interned: Interned,
): Situation {
  const unmet = (states: readonly (readonly [number, StoreState])[]): Mask =>
    interned.unmet.of([here, ...states.map(([, state]) => state)], () => {
      const of = new Map(states);
      return requirements.unmet(here, (store) => of.get(store));
    });
  const at = (scenario: Scenario, mask: Mask, detecting?: true): StoreState => {
    const unmet = asNoticed(scenario, mask, healthyUnmet);
    const during = detecting === undefined ? {} : { detecting };
    return interned.states.of([here, scenario, unmet, detecting], () => ({ here, scenario, unmet, ...during }));
  };
  const all = [...required];
  const settledMask = unmet(all.map(([store, situation]) => [store, situation.settled]));
  const metMask = unmet(all.map(([store, situation]) => [store, situation.met]));
  const settled = at(own.settled.scenario, settledMask);
  const met = at(own.met.scenario, metMask);
  const states = all.map(([store, situation]) =>
    [situation.settled, ...situation.unnoticed].map((state) => [store, state] as const),
  );
  const masks = new Set(oneOfEach(states).map(unmet));
  const unnoticed = new Set<StoreState>();
  for (const { scenario } of own.unnoticed) for (const mask of masks) unnoticed.add(at(scenario, mask));
  for (const mask of masks) if (mask !== settledMask) unnoticed.add(at(own.settled.scenario, mask, true));
  const early = [...unnoticed];
  const statesUntil = all.map(([store, situation]) =>
    [...new Set([situation.settled, ...situation.unnoticed, situation.met])]
      .filter(({ scenario }) => precedes(scenario, situation.met.scenario))
      .map((state) => [store, state] as const),
  );
  const until = [...new Set(oneOfEach(statesUntil).map(unmet))];
  const every = [...new Set([settled, ...early, met])];
  const possible = every.filter(({ scenario, unmet }) =>
    until.some((mask) => asNoticed(scenario, mask, healthyUnmet) === unmet),
  );
  const earlier = possible.length === every.length ? [] : possible;
  return interned.situations.of([met, settled, early.length, ...early, ...earlier], () => ({
    met,
    settled,
    unnoticed: early,
    ...(earlier.length === 0 ? {} : { earlier }),
  }));
}

/**
 * May a store be in the one state before it is in the other? Nobody that has noticed the break forgets it, and what
 * has been elected stays.
 */
function precedes(one: Scenario, other: Scenario): boolean {
  if (one === other || one.unnoticed === true) return true;
  if (other.unnoticed === true) return false;
  if (other.spared !== undefined) return one.spared === other.spared;
  return other.electing !== true || one.electing === true;
}

function asNoticed({ unnoticed, spared }: Scenario, mask: Mask, healthy: Mask): Mask {
  if (unnoticed === true) return healthy;
  if (spared === undefined) return mask;
  const one = 1 << spared;
  return (mask & ~one) | (healthy & one);
}
