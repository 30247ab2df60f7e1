import type { CheckDoc } from './check.js';

export const expectationFails: CheckDoc = {
  code: 'expectation-fails',
  severity: 'error',
  title: 'An expectation fails',
  what: 'Under some fault that the expectation names, something else happens.',
  why: 'The message carries the smallest counterexample.',
  remedy: 'Change the design, or expect what is intended.',
  example: '',
};
