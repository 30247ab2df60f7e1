import type { Store } from '../model/model.js';
import { countMembers, MAX_MEMBERS } from './family.js';
import { schemeOf } from './replication/index.js';

/** Why no question about a store is answered, without a full stop; undefined: it is small enough. */
export function limitOf(store: Store): string | undefined {
  const members = countMembers(store);
  const counted = store.observers === undefined ? 'replicas and witnesses' : 'replicas, witnesses and observers';
  if (members > MAX_MEMBERS)
    return `${store.name} has ${members} ${counted}; stores of more than ${MAX_MEMBERS} are not analysed`;
  return schemeOf(store).possible.limit?.(store);
}
