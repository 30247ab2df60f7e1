import type { CheckDoc } from './check.js';

export const unknownUnit: CheckDoc = {
  code: 'unknown-unit',
  severity: 'error',
  title: 'A number has a unit that is none',
  what: 'A duration or probability is written with an unknown unit, or without one.',
  why: "A number without a unit can't be read: 80 what?",
  remedy: 'Durations are `us ms s min h`, probabilities `0.1%` or `0.001`.',
  example: 'node a, b\nlink a -- b 80mss',
};
