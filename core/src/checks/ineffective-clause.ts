import type { CheckDoc } from './check.js';

export const ineffectiveClause: CheckDoc = {
  code: 'ineffective-clause',
  severity: 'warning',
  title: 'A clause without effect',
  what: '`on partition` stands in a store that chooses AP, or `rejoin` in one that throws no history away.',
  why: 'Under AP the replica that was asked answers: it neither refuses nor waits. Only an automatic failover and `merge discard` leave somebody behind who has to rejoin.',
  remedy: 'Remove the clause, or choose CP, or `failover automatic`.',
  example:
    'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose AP on partition wait 5s }\noperation r: read s from c',
};
