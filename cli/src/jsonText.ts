/**
 * JSON does not escape characters that control a terminal or reverse a line. Written as numbers, they mean the same to
 * every reader.
 */
const OBEYED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as indented JSON for programs; people see every character too. */
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
