/** One change of a text, as an editor tells of it. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * Where a place in a text is after edits: what stood there still does. Changes come from the last in the text to the
 * first.
 */
export function trackedOffset(offset: number, changes: readonly TextChange[]): number {
  let at = offset;
  for (const { rangeOffset, rangeLength, text } of changes) {
    if (rangeOffset + rangeLength <= at) at += text.length - rangeLength;
  }
  return at;
}
