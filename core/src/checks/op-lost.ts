import type { CheckDoc } from './check.js';

export const opLost: CheckDoc = {
  code: 'op-lost',
  severity: 'warning',
  title: 'An acknowledged write is lost',
  what: 'A write is acknowledged and then discarded by a failover or by the heal.',
  why: 'Whoever was promoted did not have it, and the new history wins.',
  remedy: 'Wait for another replica (`sync 1`), take `consensus`, or fail over by hand.',
  example:
    'node a, b, c\nmesh a, b, c\nclient app at a\nstore s on a, b, c { replicate primary a async failover automatic }\noperation put: write s from app',
};
