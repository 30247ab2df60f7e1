/** A message is one clause: the reason and the rest stand in related places, in the hover and on the code's page. */
export const MOST_WORDS = 20;

/** Pieces of a text with white space between them. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

/** The first of some texts that is short enough; the last where none is. */
export function firstShort(texts: readonly [string, ...string[]]): string {
  return texts.find((text) => wordsIn(text) <= MOST_WORDS) ?? texts.at(-1) ?? texts[0];
}
