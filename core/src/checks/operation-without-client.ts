import type { CheckDoc } from './check.js';

export const operationWithoutClient: CheckDoc = {
  code: 'operation-without-client',
  severity: 'error',
  title: 'An operation that nobody issues',
  what: 'An operation names no client.',
  why: 'A verdict belongs to an operation and to where its client stands.',
  remedy: 'Name its clients behind `from`.',
  example: '',
};
