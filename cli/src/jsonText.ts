/**
 * JSON leaves characters as they are that a terminal obeys, or that turn a line around: written as their numbers they
 * say the same to every reader.
 */
const OBEYED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as indented JSON, for programs, in which people see everything as well. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(OBEYED, (character) => (character === '\n' ? character : escaped(character)))}\n`;
}

/** In UTF-16, as JSON counts: some invisible characters take two. */
function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
}
