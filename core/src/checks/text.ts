import { error } from './check.js';

/** What the parser reports: the text is not written as the language wants it. */
export const TEXT = {
  syntaxError: error('syntax-error'),
  unterminatedComment: error('unterminated-comment'),
  unterminatedString: error('unterminated-string'),
  unexpectedCharacter: error('unexpected-character'),
  foreignSyntax: error('foreign-syntax'),
  foreignComment: error('foreign-comment'),
  notText: error('not-text'),
  tooLarge: error('too-large'),
  tooDeep: error('too-deep'),
  unknownUnit: error('unknown-unit'),
};
