/** A half-open range of UTF-16 code units in one text: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The smallest span that covers both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** True if `offset` touches the span, its end included: a cursor right after a name is on that name. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
