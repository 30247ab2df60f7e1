import type { Span } from '../../base/span.js';

/** The index of the first span that begins at an offset or after it. `count` spans are in order of position. */
function firstFrom(count: number, spanAt: (i: number) => Span, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanAt(middle).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Spans in order of position, of which only those near to a place are looked at. */
export class Spans {
  constructor(
    private readonly count: number,
    private readonly spanAt: (i: number) => Span,
  ) {}

  static of(spans: readonly Span[]): Spans {
    return new Spans(spans.length, (i) => spans[i] ?? { start: 0, end: 0 });
  }

  /** Those that begin in a stretch. */
  between(from: number, to: number): Span[] {
    const [first, end] = this.range(from, to);
    return Array.from({ length: end - first }, (_, i) => this.spanAt(first + i));
  }

  /** The index of the first that begins in a stretch, and that of the first after it. */
  range(from: number, to: number): readonly [number, number] {
    const first = firstFrom(this.count, this.spanAt, from);
    return [first, Math.max(first, firstFrom(this.count, this.spanAt, to))];
  }

  /** The last that begins before an offset, and the first that does not. */
  around(offset: number): readonly Span[] {
    const next = firstFrom(this.count, this.spanAt, offset);
    return [next - 1, next].flatMap((i) => (i >= 0 && i < this.count ? [this.spanAt(i)] : []));
  }

  /** Does an offset lie in one of them? They don't overlap. */
  has(offset: number): boolean {
    const next = firstFrom(this.count, this.spanAt, offset + 1);
    const { start, end } = next === 0 ? { start: offset + 1, end: 0 } : this.spanAt(next - 1);
    return start <= offset && offset < Math.max(end, start + 1);
  }
}
