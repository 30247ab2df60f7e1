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
  const unmet = (statesOf: (store: number) => StoreState | undefined): Mask => requirements.unmet(here, statesOf);
  const at = (scenario: Scenario, mask: Mask, detecting?: true): StoreState => {
    const unmet = asNoticed(scenario, mask, healthyUnmet);
    const during = detecting === undefined ? {} : { detecting };
    return interned.states.of([here, scenario, unmet, detecting], () => ({ here, scenario, unmet, ...during }));
  };
  const settledMask = unmet((store) => required.get(store)?.settled);
  const metMask = unmet((store) => required.get(store)?.met);
  const settled = at(own.settled.scenario, settledMask);
  const met = at(own.met.scenario, metMask);
  const states = [...required].map(([store, situation]) =>
    [situation.settled, ...situation.unnoticed].map((state) => [store, state] as const),
  );
  const masks = new Set(
    oneOfEach(states).map((pairs) => {
      const met = new Map(pairs);
      return unmet((store) => met.get(store));
    }),
  );
  const unnoticed = new Set<StoreState>();
  for (const { scenario } of own.unnoticed) for (const mask of masks) unnoticed.add(at(scenario, mask));
  for (const mask of masks) if (mask !== settledMask) unnoticed.add(at(own.settled.scenario, mask, true));
  const early = [...unnoticed];
  return interned.situations.of([met, settled, ...early], () => ({ met, settled, unnoticed: early }));
}

function asNoticed({ unnoticed, spared }: Scenario, mask: Mask, healthy: Mask): Mask {
  if (unnoticed === true) return healthy;
  if (spared === undefined) return mask;
  const one = 1 << spared;
  return (mask & ~one) | (healthy & one);
}
