import type { CheckDoc } from './check.js';

export const contradictoryClause: CheckDoc = {
  code: 'contradictory-clause',
  severity: 'error',
  title: 'Clauses that contradict each other',
  what: 'A store says the same thing twice, or two things that exclude each other.',
  why: 'Only one of them can be meant.',
  remedy: 'Keep one.',
  example: 'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose AP choose CP }\noperation r: read s from c',
};
