import type { Merge } from './merge.js';

/** Both versions stay until a client merges them (Dynamo, Riak). */
export const siblings: Merge = { atHeal: () => 'both are kept as siblings, the next reader has to merge them' };
