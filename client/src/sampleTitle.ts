/** A sample's own words for what it shows: the first line of the comment that it begins with. */
export function sampleTitle(text: string): string | undefined {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  const title = /^\s*(?:\/\/|\/\*+)\s*(.*?)\s*(?:\*\/)?\s*$/.exec(first)?.[1];
  return title === undefined || title === '' ? undefined : title;
}
