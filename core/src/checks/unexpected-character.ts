import type { CheckDoc } from './check.js';

export const unexpectedCharacter: CheckDoc = {
  code: 'unexpected-character',
  severity: 'error',
  title: 'A character that no design is written with',
  what: 'The text has characters that are no part of the language.',
  why: 'They are mostly left over from copying.',
  remedy: 'Remove them, or put a name that contains them in double quotes.',
  example: 'node a @',
};
