import type { CheckDoc } from './check.js';

export const missingChoice: CheckDoc = {
  code: 'missing-choice',
  severity: 'error',
  title: 'A store without a choice',
  what: 'A store has neither `choose` nor `replicate`.',
  why: 'When the network breaks, consistency or availability gives way; which one is the decision that this file is about.',
  remedy: 'Write `choose CP`, `choose AP` or `replicate …`.',
  example: 'node a, b\nlink a -- b\nstore s on a, b { merge lww }',
};
