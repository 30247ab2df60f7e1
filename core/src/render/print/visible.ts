/**
 * Characters that can't be seen or that turn the text around them: controls, line separators, bidirectional marks,
 * zero-width characters, lone surrogates. Terminals obey some of them, so that a name could make a line say something
 * else than the file does.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * What nearly all texts are made of. An editor shows thousands of messages at each keystroke: looking for properties of
 * Unicode in them takes twice as long.
 */
const PLAIN = /^[ -~\u00A1-\u00AC\u00AE-\u024F\u2010-\u2027\u2190-\u21FF]*$/;

/** One line in which everything can be seen: a tab becomes a blank, other invisible characters their number. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\t/g, ' ')
    .replace(
      INVISIBLE,
      (character) => `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
    );
}

/** East Asian wide characters and emoji take two columns; combining marks none. Near enough for aligning a table. */
const WIDE = new RegExp(
  [
    '[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff]',
    '[\\ufe30-\\ufe4f\\uff00-\\uff60\\uffe0-\\uffe6]',
    // Signs and arrows that are narrow unless a selector after them says otherwise.
    '\\p{Extended_Pictographic}(?<![\\u00a9\\u00ae\\u2194-\\u21aa\\u2600-\\u27bf])',
    '[\\u{20000}-\\u{3fffd}]',
  ].join('|'),
  'u',
);
const NO_WIDTH = /\p{M}/u;

/** How many columns of a terminal a text takes that `visible` has made. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) if (!NO_WIDTH.test(character)) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/** The text with blanks after it, up to that many columns of a terminal. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}
