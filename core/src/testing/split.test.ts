import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '../analyze.js';
import type { Span } from '../base/span.js';
import { parse } from '../syntax/parse.js';
import { budgetOf } from './budget.js';
import { readerOf } from './files.js';

// Splitting a design into files does not change it: the same verdicts, and the same diagnostics in the same places.

const folder = new URL('../../../samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.cap'));

const SEEDS = Array.from({ length: budgetOf(process.env).splits }, (_, i) => i + 1);

/** The files that the samples include. */
const shared = Object.fromEntries(
  readdirSync(new URL('shared/', folder)).map((name) => [
    `shared/${name}`,
    readFileSync(new URL(`shared/${name}`, folder), 'utf8'),
  ]),
);

/** A generator without chance, so that every run cuts at the same places. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

/** Moves some consecutive statements into a file of their own, and inserts mistakes, so that there are diagnostics. */
function cut(
  text: string,
  seed: number,
): {
  readonly whole: string;
  readonly design: string;
  readonly part: string;
  readonly from: number;
  readonly to: number;
} {
  const random = numbers(seed);
  const whole = `${text}\nexpect nothing ok\nclient "mistake ${seed}", "mistake ${seed}"\n`;
  const { statements } = parse(whole).file;
  const first = random.next().value % statements.length;
  const last = first + (random.next().value % (statements.length - first));
  const from = statements[first]?.span.start ?? 0;
  const to = statements[last]?.span.end ?? 0;
  return {
    whole,
    design: `${whole.slice(0, from)}include "part.cap"${whole.slice(to)}`,
    part: whole.slice(from, to),
    from,
    to,
  };
}

describe.each(samples)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');

  test.each(SEEDS)('cut at random, %i', (seed) => {
    const { whole, design, part, from, to } = cut(text, seed);
    const one = analyze(whole, {}, { path: 'design.cap', read: readerOf(shared) });
    const two = analyze(design, {}, { path: 'design.cap', read: readerOf({ ...shared, 'part.cap': part }) });
    expect(two.resolved.model).toEqual(one.resolved.model);
    expect(two.results).toEqual(one.results);
    const include = 'include "part.cap"'.length;
    /** A place in the two files as the place in the one file. */
    const placeIn = ({ resolved: { sources } }: Analysis, span: Span): Span => {
      const { file, span: local } = sources.local(span);
      if (Object.hasOwn(shared, file.path)) return { start: whole.length + local.start, end: whole.length + local.end };
      const move = (offset: number): number =>
        file.path === 'part.cap' ? offset + from : offset <= from ? offset : offset - from - include + to;
      return { start: move(local.start), end: move(local.end) };
    };
    const said = ({ diagnostics }: Analysis, place: (span: Span) => Span): unknown[] =>
      diagnostics
        .filter(({ code }) => code !== 'include-has-errors')
        .map(({ code, severity, message, span, related = [] }) => ({
          code,
          severity,
          message,
          span: place(span),
          related: related.map((other) => ({ ...other, span: place(other.span) })),
        }))
        .sort(
          (a, b) =>
            a.span.start - b.span.start || a.span.end - b.span.end || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1),
        );
    const expected = said(one, (span) => ({
      start: span.start - (span.start > whole.length ? 1 : 0),
      end: span.end - (span.start > whole.length ? 1 : 0),
    }));
    expect(expected.length).toBeGreaterThan(1);
    expect(said(two, (span) => placeIn(two, span))).toEqual(expected);
  });
});
