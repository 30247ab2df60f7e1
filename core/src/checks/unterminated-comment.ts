import type { CheckDoc } from './check.js';

export const unterminatedComment: CheckDoc = {
  code: 'unterminated-comment',
  severity: 'error',
  title: 'A block comment is not closed',
  what: 'A `/*` has no `*/` behind it, so the rest of the file is a comment.',
  why: 'Everything behind it is left out of the design.',
  remedy: 'Close the comment with `*/`.',
  example: 'node a\n/* never closed',
};
