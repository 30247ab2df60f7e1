import type { CheckDoc } from './check.js';

export const opConflict: CheckDoc = {
  code: 'op-conflict',
  severity: 'warning',
  title: 'Writes are in conflict',
  what: 'Two writes are acknowledged by sets of replicas that share none.',
  why: 'The heal has to reconcile what neither side knew of: `merge` says what is lost, kept or left over.',
  remedy: 'Choose a merge rule that keeps what matters, write from one side only, or choose CP.',
  example:
    'node a, b\nlink a -- b\nclient app at a\nclient far at b\nstore s on a, b { choose AP }\noperation put: write s from app, far',
};
