import type { CheckDoc } from './check.js';

export const unterminatedString: CheckDoc = {
  code: 'unterminated-string',
  severity: 'error',
  title: 'A quoted text is not closed',
  what: 'A `"` has no partner on its line.',
  why: 'Quoted names and reasons end on the line on which they begin.',
  remedy: 'Write the closing `"`.',
  example: 'node "a',
};
