import type { Merge } from './merge.js';

/** Last write wins: the one with the later timestamp stays. Cassandra's and DynamoDB global tables' rule. */
export const lww: Merge = { atHeal: 'lww keeps the later of the two and drops the other, though both were acknowledged' };
