import { part } from './word.js';

// Parts that several forms share.

export const LEVEL = part('[level LEVEL]', 'How many replicas, or which, take part.', ['level']);
export const NEEDS = part('[needs GUARANTEE]', 'What the caller relies on; more than one with commas between.', [
  'needs',
]);
export const ROUND_TRIP = part(
  '[80ms ± 10ms]',
  'The round trip, and perhaps how it varies. Without it, latencies are not known.',
);
export const FAILS = part('[fails 0.1%]', 'The share of time in which it is down.', ['fails']);
