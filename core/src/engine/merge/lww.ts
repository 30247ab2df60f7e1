import type { Merge } from './merge.js';

/** Last write wins: the one with the later timestamp stays. Cassandra's and DynamoDB global tables' rule. */
export const lww: Merge = {
  atHeal: (one, other) =>
    `lww keeps the later of ${one === other ? 'the two' : `${one} and ${other}`} and drops the other, though ` +
    'both were acknowledged',
};
