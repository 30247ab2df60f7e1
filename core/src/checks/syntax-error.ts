import type { CheckDoc } from './check.js';

export const syntaxError: CheckDoc = {
  code: 'syntax-error',
  severity: 'error',
  title: 'Something is not written as the language wants it',
  what: "The parser met something that can't stand at this place.",
  why: 'Each mistake is reported once, where it is; the rest of the file is still analysed.',
  remedy: 'Write what the message expects; where a word was probably meant, a quick fix changes it.',
  example: 'nod a',
};
