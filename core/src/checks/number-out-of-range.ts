import type { CheckDoc } from './check.js';

export const numberOutOfRange: CheckDoc = {
  code: 'number-out-of-range',
  severity: 'error',
  title: "A number that can't be",
  what: 'A probability, duration or count lies outside its range.',
  why: 'Nothing can be computed from it.',
  remedy: 'Take a number within the range that the message names.',
  example: 'node a, b\nlink a -- b fails 250%',
};
