import type { Model } from '../model/model.js';

/**
 * Where the simulator and the engine are known to differ, each with the smallest design that shows it. Comparisons leave
 * these designs out until the difference is settled; `docs/semantics.md`, section 12, lists them.
 */

/**
 * `store s on a, b, c, d { replicate consensus leader a }`, a read at level `bounded`, and b down, a cut from c: where
 * the old leader has noticed and refuses, d, which has not, answers without a write of before. The engine takes all
 * replicas that a client asks to have noticed the break, or none.
 */
export function readsWithinABound({ operations }: Model): boolean {
  return operations.some(({ steps }) => steps.some(({ level }) => level === 'bounded'));
}
