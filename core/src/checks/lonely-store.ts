import type { CheckDoc } from './check.js';

export const lonelyStore: CheckDoc = {
  code: 'lonely-store',
  severity: 'hint',
  title: 'A store that nobody uses',
  what: 'No operation reads or writes the store.',
  why: 'Verdicts belong to operations: without one there is nothing to judge.',
  remedy: 'Write an `operation`, or remove the store.',
  example: 'node a, b\nlink a -- b\nstore s on a, b { choose CP }',
};
