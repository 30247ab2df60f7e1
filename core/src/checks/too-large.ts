import type { CheckDoc } from './check.js';

export const tooLarge: CheckDoc = {
  code: 'too-large',
  severity: 'error',
  title: 'The file is too large',
  what: 'The file has more characters than are read.',
  why: 'So that the editor never hangs over a file that is no design.',
  remedy: 'Split the design, or check that it is the file you meant.',
  example: '',
};
