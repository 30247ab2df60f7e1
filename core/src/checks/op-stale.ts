import type { CheckDoc } from './check.js';

export const opStale: CheckDoc = {
  code: 'op-stale',
  severity: 'warning',
  title: 'A read goes stale',
  what: 'Under some explored fault the read can be answered without a write that was acknowledged before it began.',
  why: 'Until the heal: nothing can carry the write to the replica that answers. For the lag: it is on its way, with no fault at all (information).',
  remedy: 'Read at the leader or at a quorum, accept it with a reason, or add a link where the smallest cause points.',
  example:
    'node a, b, c\nmesh a, b, c\nclient app at a\nclient far at c\nstore s on a, c { choose AP }\noperation put: write s from app\noperation get: read s from far',
};
