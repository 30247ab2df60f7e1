import type { CheckDoc } from './check.js';

export const viaNotReplica: CheckDoc = {
  code: 'via-not-replica',
  severity: 'warning',
  title: 'A client is pinned to nodes without the data',
  what: "A client's `via` names no replica of a store that its operation uses.",
  why: 'A pinned client turns to no others: the operation can never work.',
  remedy: 'Pin it to a replica, or let it choose.',
  example: 'node a, b, d\nmesh a, b, d\nclient c at a via d\nstore s on a, b { choose AP }\noperation r: read s from c',
};
