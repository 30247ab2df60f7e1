import type { CheckDoc } from './check.js';

export const primaryNotReplica: CheckDoc = {
  code: 'primary-not-replica',
  severity: 'error',
  title: 'A primary without data',
  what: 'The primary of a store holds no replica of it, or is missing.',
  why: 'Writes go to the primary first.',
  remedy: "Name one of the store's replicas.",
  example: 'node a, b, d\nmesh a, b, d\nstore s on a, b { replicate primary d }',
};
