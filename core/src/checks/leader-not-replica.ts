import type { CheckDoc } from './check.js';

export const leaderNotReplica: CheckDoc = {
  code: 'leader-not-replica',
  severity: 'error',
  title: 'A leader without data',
  what: 'The leader of a store holds no replica of it.',
  why: 'A leader has the log.',
  remedy: "Name one of the store's replicas.",
  example:
    'node a, b, d\nmesh a, b, d\nclient c at a\nstore s on a, b { replicate consensus leader d }\noperation r: read s from c',
};
