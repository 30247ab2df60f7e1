import type { CheckDoc } from './check.js';

export const opAccepted: CheckDoc = {
  code: 'op-accepted',
  severity: 'hint',
  title: 'An accepted trade-off',
  what: 'Everything that can happen to the operation is accepted.',
  why: 'The reason stands in the file, for the design review.',
  remedy: 'Nothing is to be done.',
  example:
    'node a, b, c\nmesh a, b, c\nclient app at a\nstore s on a, b, c { choose CP }\noperation get: read s from app\naccept error on get "no answer is better than a wrong one"',
};
