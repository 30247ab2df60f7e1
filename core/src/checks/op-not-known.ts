import type { CheckDoc } from './check.js';

export const opNotKnown: CheckDoc = {
  code: 'op-not-known',
  severity: 'warning',
  title: 'An operation is not analysed',
  what: 'A limit was hit, so nothing is known of the operation.',
  why: 'Not known is not safe: nothing is claimed.',
  remedy: 'Make the store smaller, or split it.',
  example: '',
};
