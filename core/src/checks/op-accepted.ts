import type { CheckDoc } from './check.js';

export const opAccepted: CheckDoc = {
  code: 'op-accepted',
  severity: 'hint',
  title: 'An accepted trade-off',
  what: 'Everything that can happen to the operation is accepted.',
  why: 'The reason stands in the file, for the design review.',
  remedy: 'Nothing is to be done.',
  example: '',
};
