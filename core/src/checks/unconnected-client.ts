import type { CheckDoc } from './check.js';

export const unconnectedClient: CheckDoc = {
  code: 'unconnected-client',
  severity: 'warning',
  title: 'A client without a connection',
  what: 'A client is in no zone, at no node and on no link.',
  why: 'All of its operations fail, always.',
  remedy: 'Say where it is with `in` or `at`, or write its link.',
  example: 'node a, b\nlink a -- b\nclient c\nstore s on a, b { choose CP }\noperation r: read s from c',
};
