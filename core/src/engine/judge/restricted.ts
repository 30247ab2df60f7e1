import type { Mask } from '../family.js';
import type { Scenario, StoreState } from '../replication/scheme.js';
import type { StoreWorld } from '../storeWorld.js';
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

/**
 * The situation of a store whose replicas serve only while they get answers. A replica that has noticed the break asks
 * what it requires, in whatever state that is then; one that has not goes on as before it.
 */
export function restricted(requirements: Requirements, { here, own, required, healthyUnmet }: Restricted): Situation {
  const unmet = (statesOf: (store: number) => StoreState | undefined): Mask => requirements.unmet(here, statesOf);
  const at = (scenario: Scenario, mask: Mask): StoreState => ({
    here,
    scenario,
    unmet: asNoticed(scenario, mask, healthyUnmet),
  });
  const settledMask = unmet((store) => required.get(store)?.settled);
  const metMask = unmet((store) => required.get(store)?.met);
  const settled = at(own.settled.scenario, settledMask);
  const met = own.met === own.settled && metMask === settledMask ? settled : at(own.met.scenario, metMask);
  const states = [...required].map(([store, situation]) =>
    [situation.settled, ...situation.unnoticed].map((state) => [store, state] as const),
  );
  const masks = new Set(
    oneOfEach(states).map((pairs) => {
      const met = new Map(pairs);
      return unmet((store) => met.get(store));
    }),
  );
  const unnoticed = new Map<string, StoreState>();
  for (const [i, { scenario }] of own.unnoticed.entries())
    for (const mask of masks) {
      const state = at(scenario, mask);
      unnoticed.set(`${i} ${state.unmet}`, state);
    }
  for (const mask of masks)
    if (mask !== settledMask) unnoticed.set(`settled ${mask}`, { ...at(own.settled.scenario, mask), detecting: true });
  return { met, settled, unnoticed: [...unnoticed.values()] };
}

function asNoticed({ unnoticed, spared }: Scenario, mask: Mask, healthy: Mask): Mask {
  if (unnoticed === true) return healthy;
  if (spared === undefined) return mask;
  const one = 1 << spared;
  return (mask & ~one) | (healthy & one);
}
