import { isReserved, isWord } from '../syntax/tokens.js';

/**
 * A name as it stands in a file: in quotes where it is not an identifier, where an identifier would be written in
 * another form of Unicode, or where it is spelt like a keyword, in capitals or not.
 */
export function nameText(name: string): string {
  return name === name.normalize('NFC') && isWord(name) && !isReserved(name.toLowerCase()) ? name : quoted(name);
}

/** A name in quotes, as the lexer takes them away again: it knows no other escapes than these. */
export function quoted(name: string): string {
  return `"${name.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
}
