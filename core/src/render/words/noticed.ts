import type { ExpectationResult, Outcome } from '../../engine/facts.js';
import { duration } from '../../engine/request.js';
import type { Expectation, Model } from '../../model/model.js';

/** "until it is noticed (10 s)": how long, if the store of the outcome's step says it. */
export function untilNoticed(model: Model, operation: number, { step }: Outcome): string {
  const store = model.stores[model.operations[operation]?.steps[step]?.store ?? -1];
  return `until it is noticed${store?.detectMs === undefined ? '' : ` (${duration(store.detectMs)})`}`;
}

/** What a counterexample says of its time, after its cause; empty where it is left once the break has settled. */
export function meanwhileText(
  model: Model,
  { operation, whileDetecting }: Expectation,
  counterexample: NonNullable<ExpectationResult['counterexample']>,
  outcome: Outcome,
): string {
  if (counterexample.whileDetecting !== true) return '';
  return whileDetecting ? ', while that is being detected' : `, ${untilNoticed(model, operation, outcome)}`;
}
