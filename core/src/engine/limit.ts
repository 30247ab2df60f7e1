import type { Store } from '../model/model.js';
import { MAX_VOTERS } from './family.js';
import { schemeOf } from './replication/index.js';

/** Why no question about a store is answered, without a full stop; undefined: it is small enough. */
export function limitOf(store: Store): string | undefined {
  const voters = store.replicas.length + store.witnesses.length;
  if (voters > MAX_VOTERS)
    return `${store.name} has ${voters} replicas and witnesses; stores of more than ${MAX_VOTERS} are not analysed`;
  return schemeOf(store).possible.limit?.(store);
}
