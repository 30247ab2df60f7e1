import type { CheckDoc } from './check.js';

export const witnessWithoutVotes: CheckDoc = {
  code: 'witness-without-votes',
  severity: 'error',
  title: 'A witness where nobody votes',
  what: 'A store that takes no votes has a witness.',
  why: 'A witness helps to make a majority of voters; `quorum` and `any` count copies.',
  remedy: 'Make it a replica, or leave it out.',
  example:
    'node a, b, w\nmesh a, b, w\nclient c at a\nstore s on a, b, witness w { choose AP }\noperation r: read s from c',
};
