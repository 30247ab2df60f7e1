import type { CheckDoc } from './check.js';

export const needsImpossible: CheckDoc = {
  code: 'needs-impossible',
  severity: 'error',
  title: 'A guarantee that can’t be had',
  what: 'The step can’t give what it `needs`, not even on the healthy network.',
  why: 'The scheme and the level decide it: a copy that answers by itself can be behind, a quorum that overlaps is regular and not linearizable, several coordinators agree on no order. The message names who has shown it.',
  remedy: 'Take the level or the scheme that the message names, or ask for less.',
  example:
    'node a, b, c\nmesh a, b, c\nclient x at a\nstore s on a, b, c { replicate quorum R=2 W=2 }\noperation r: read s from x needs linearizable',
};
