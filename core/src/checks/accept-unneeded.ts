import type { CheckDoc } from './check.js';

export const acceptUnneeded: CheckDoc = {
  code: 'accept-unneeded',
  severity: 'warning',
  title: 'An acceptance that is not needed',
  what: 'An `accept` names a verdict that the operation does not have under any explored fault.',
  why: 'A trade-off that is no longer made should not be documented as one.',
  remedy: 'Remove the statement.',
  example:
    'node a, b, c\nmesh a, b, c\nclient app at a\nstore s on a, b, c { choose CP }\noperation get: read s from app\naccept stale on get "the cache is a minute old"',
};
