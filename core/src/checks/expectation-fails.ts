import type { CheckDoc } from './check.js';

export const expectationFails: CheckDoc = {
  code: 'expectation-fails',
  severity: 'error',
  title: 'An expectation fails',
  what: 'Under some fault that the expectation names, something else happens.',
  why: 'The message carries the smallest counterexample.',
  remedy: 'Change the design, or expect what is intended.',
  example:
    'node a, b, c\nmesh a, b, c\nclient app at a\nstore s on a, b, c { choose CP }\noperation get: read s from app\nexpect get never error',
};
