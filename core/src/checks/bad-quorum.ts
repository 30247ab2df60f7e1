import type { CheckDoc } from './check.js';

export const badQuorum: CheckDoc = {
  code: 'bad-quorum',
  severity: 'error',
  title: "A quorum that can't be reached",
  what: 'R or W is larger than the number of replicas, or not a positive whole number.',
  why: 'Every request would be refused, on the healthy network too.',
  remedy: 'Take a number from 1 to the number of replicas; a majority overlaps with every other majority.',
  example:
    'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { replicate quorum R=1 W=3 }\noperation r: read s from c',
};
