/** One change of a text, as an editor tells of it. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Where a place in a text is after it was edited: what stood there before is still there. Changes come from the last in the text to the first. */
export function trackedOffset(offset: number, changes: readonly TextChange[]): number {
  return changes.reduce((at, { rangeOffset, rangeLength, text }) => (rangeOffset + rangeLength <= at ? at + text.length - rangeLength : at), offset);
}
