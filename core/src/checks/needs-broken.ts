import type { CheckDoc } from './check.js';

export const needsBroken: CheckDoc = {
  code: 'needs-broken',
  severity: 'warning',
  title: 'A guarantee that a fault takes away',
  what: 'What the step `needs` holds on the healthy network, and not under some explored fault. The smallest is named.',
  why: 'A failover loses writes, a client that changes replicas meets one that is behind, or a copy is cut off and goes on answering.',
  remedy:
    'The message says what would give it: another level, another scheme, or a client that is pinned to one replica.',
  example:
    'node a, b, c\nmesh a, b, c\nclient app at b\nstore s on a, b, c { replicate primary a failover automatic }\noperation put: write s from app\noperation get: read s from app needs read-your-writes',
};
