import type { Store } from '../model/model.js';
import { countMembers, MAX_MEMBERS } from './family.js';
import { schemeOf } from './replication/index.js';

/**
 * What depends on stores that can be in more combinations of situations under one fault is not analysed: each is judged
 * by itself, in some microseconds.
 */
export const MOST_CASES = 10_000;

/** Why nothing is said of what depends on that many stores, without a full stop. */
export function tooManyCases(name: string, stores: number): string {
  return (
    `${name} depends on ${stores} stores, which can be in more than 10,000 combinations of situations under one ` +
    'fault; such an operation is not analysed'
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
