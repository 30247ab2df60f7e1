import type { Span } from '../../base/span.js';
import { MOST_READ } from './scan.js';

/** A stretch of the text, and the statement that it is. */
interface Block extends Span {
  readonly parts: readonly string[];
}

/** `zone us do`, its lines, and `end`: a body in braces. */
export function blockWithin(text: string, start: number): Block | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', start);
  const head = next < 0 ? text.length : next;
  const first = text.slice(start, head).trimEnd();
  if (!/ (do|begin)$/i.test(first)) return undefined;
  const rest = text.slice(head, head + MOST_READ);
  const last = /\n([ \t]*)end[;.]?[ \t]*$/im.exec(rest);
  if (last === null || last[1]?.length !== start - line) return undefined;
  const whole = `${first.slice(0, first.lastIndexOf(' '))} {${rest.slice(0, last.index)}}`;
  return { start, end: head + last.index + last[0].trimEnd().length, parts: [whole] };
}

export function subgraph(text: string): string {
  const [head = '', ...lines] = text.split(/\r?\n/);
  return `${head.split(' [', 1).join('')} { node ${lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(', ')} }`;
}
