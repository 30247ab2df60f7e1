import type { CheckDoc } from './check.js';

export const opError: CheckDoc = {
  code: 'op-error',
  severity: 'warning',
  title: 'An operation fails',
  what: 'Under some explored fault the operation is refused, times out as a read, or reaches no replica.',
  why: 'That is what choosing consistency means, and what any design does where nothing is in reach; the reason says which of the two.',
  remedy: 'Accept it with a reason, choose AP, or add a replica or a link where the smallest cause points.',
  example:
    'node a, b, c\nmesh a, b, c\nclient app at a\nstore s on a, b, c { choose CP }\noperation get: read s from app',
};
