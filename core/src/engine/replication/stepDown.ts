import type { Store } from '../../model/model.js';
import type { StoreWorld } from '../storeWorld.js';
import { settings } from './election.js';
import type { Scenario } from './scheme.js';

/** Does the old leader act in another way than those that followed it? */
export function refusesAtOnce(store: Store): boolean {
  return settings(store).stepsDown === true && store.onPartition.kind === 'wait';
}

/**
 * Does the asked replica know that the leader from before the break leads no more? One that lost its majority says so
 * to those that it reaches. One that is stopped closes its connections: those that followed it need no other sign.
 */
export function knowsOfStepDown(
  store: StoreWorld,
  { leader, former, unnoticed }: Scenario,
  asked: number,
): 'noticed' | 'closed' | undefined {
  if (settings(store.store).stepsDown !== true || former < 0) return undefined;
  if (!store.isUp(former)) {
    const followed = unnoticed !== true || leader === former;
    return followed && (store.before ?? store).connected(asked, former) ? 'closed' : undefined;
  }
  return unnoticed !== true && (asked === former || store.connected(asked, former)) ? 'noticed' : undefined;
}
