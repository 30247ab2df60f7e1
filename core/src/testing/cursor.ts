import type { Resolved } from '../model/model.js';
import type { Span } from '../base/span.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';

/** A text with the place of the cursor in it, written `$0`. */
export interface Cursor {
  readonly text: string;
  readonly offset: number;
  readonly resolved: Resolved;
}

export function cursor(marked: string): Cursor {
  const offset = marked.indexOf('$0');
  if (offset < 0 || marked.includes('$0', offset + 1)) throw new Error('the text needs exactly one $0');
  const text = marked.slice(0, offset) + marked.slice(offset + 2);
  return { text, offset, resolved: resolve(parse(text)) };
}

/** The text with the spans marked: `«us1»`. */
export function drawn(text: string, spans: readonly Span[]): string {
  let result = text;
  for (const { start, end } of [...spans].sort((a, b) => b.start - a.start))
    result = `${result.slice(0, start)}«${result.slice(start, end)}»${result.slice(end)}`;
  return result;
}
