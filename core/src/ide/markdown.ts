/** Longer names are cut in hovers: a quoted name may be as long as its author likes. */
const LONGEST = 60;

/**
 * Characters that can't be seen or that turn the text around them: controls, line separators, bidirectional marks, zero-width
 * characters. They are shown by their number, since a name must not be able to make a hover say something else than it seems to.
 */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Cs}]/gu;

/** Everything that means something in Markdown, in HTML, in an autolink, or in an icon reference of VS Code. */
const MARKUP = /[\\`*_{}[\]<>()#+.!|~&$:@^=-]/g;

/** A text of the file as Markdown that shows that very text, whatever it is. */
export function escape(text: string): string {
  return plain(text).replace(MARKUP, '\\$&');
}

/** A name of the file in bold. Bold works around any escaped text that is not empty. */
export function bold(text: string): string {
  return `**${escape(text) || '""'}**`;
}

/** A sentence made by the analysis around names of the file: escaped, but not cut. */
export function sentence(text: string): string {
  return visible(text).replace(MARKUP, '\\$&');
}

function plain(text: string): string {
  const shown = visible(text);
  return [...shown].length > LONGEST ? `${[...shown].slice(0, LONGEST - 1).join('')}…` : shown;
}

function visible(text: string): string {
  return text.trim().replace(INVISIBLE, (character) => `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

/** A table with a header row; cells are Markdown already. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
