import type { Model, Store } from '../model/model.js';
import { storesBehind } from '../model/uses.js';
import { countMembers, MAX_MEMBERS } from './family.js';
import type { Judge } from './judge/judge.js';
import type { Phase } from './judge/situations.js';
import { schemeOf } from './replication/index.js';

/**
 * What depends on stores that can be in more combinations of situations under one fault is not analysed: each is judged
 * by itself, in some microseconds.
 */
const MOST_CASES = 10_000;

/**
 * Why an operation, or one step of it, is not judged for the stores that it depends on together, without a full stop;
 * undefined: they are in few combinations, whatever the phase.
 */
export function limitOfCases(
  model: Model,
  judgeOf: (phase: Phase) => Pick<Judge, 'cases'>,
  { operation, step }: { readonly operation: number; readonly step?: number },
): string | undefined {
  const asked = model.operations[operation];
  if (asked === undefined) return undefined;
  const steps = step === undefined ? asked.steps : asked.steps.slice(step, step + 1);
  const stores = storesBehind(model, { ...asked, steps });
  // One store has few situations; several are judged in every combination of theirs.
  if (stores.length < 2) return undefined;
  const isWithin = (phase: Phase): boolean => judgeOf(phase).cases.of(operation, MOST_CASES + 1, step) <= MOST_CASES;
  if (isWithin('settled') && isWithin('detecting')) return undefined;
  return (
    `${asked.name} depends on ${stores.length} stores, which can be in more than 10,000 combinations of situations ` +
    'under one fault; such an operation is not analysed'
  );
}

/** Why no question about a store is answered, without a full stop; undefined: it is small enough. */
export function limitOf(store: Store): string | undefined {
  const members = countMembers(store);
  const counted = store.observers === undefined ? 'replicas and witnesses' : 'replicas, witnesses and observers';
  if (members > MAX_MEMBERS)
    return `${store.name} has ${members} ${counted}; stores of more than ${MAX_MEMBERS} are not analysed`;
  return schemeOf(store).possible.limit?.(store);
}
