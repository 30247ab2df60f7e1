import type { CheckDoc } from './check.js';

export const levelNotAllowed: CheckDoc = {
  code: 'level-not-allowed',
  severity: 'error',
  title: 'A level that the scheme does not have',
  what: "An operation asks for a level that its store's scheme can't give.",
  why: 'A level says who takes part; a leaderless store has no leader to ask.',
  remedy: 'Take one of the levels that the message lists.',
  example:
    'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose AP }\noperation r: read s from c level leader',
};
