import type { CheckDoc } from './check.js';

export const opUnknown: CheckDoc = {
  code: 'op-unknown',
  severity: 'warning',
  title: 'The outcome of a write is unknown',
  what: 'A replica took the write in and its client gets no answer.',
  why: 'A timeout is not an error: the write may take effect later. Retrying needs idempotence.',
  remedy: 'Refuse at once (`on partition error`), or make the write idempotent and accept it with a reason.',
  example:
    'node a, b, c\nmesh a, b, c\nclient app at a\nstore s on a, b, c { choose CP on partition wait 5s }\noperation put: write s from app',
};
