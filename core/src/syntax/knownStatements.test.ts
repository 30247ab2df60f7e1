import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { readerOf } from '../testing/files.js';
import type { Statement } from './ast.js';
import { knownStatements } from './knownStatements.js';
import { parse } from './parse.js';
import { parseDesign } from './parseDesign.js';

const folder = new URL('../../../samples/', import.meta.url);
const samples = readdirSync(folder).flatMap((name) => (name.endsWith('.cap') ? [readFileSync(new URL(name, folder), 'utf8')] : []));
const { NETSPLIT_SEED: fresh = Date.now() % 2 ** 31 } = process.env;

const PIECES = [
  '', '\n', ' ', '{', '}', '"', '/*', '*/', '//', ',', 'node ', 'link', 'x', '2 links', 'any', '\nnode n\n', '\nstore s on a, b { choose CP\n', ' 5s', 'é', '@', 'include "other.cap"\n', '\noperation o: read s from c level\n',
];

interface Edit {
  /** In parts of a million of the text. */
  readonly at: number;
  readonly length: number;
  readonly piece: string;
  /** Where a piece of the text itself is put in, as one who copies lines does. */
  readonly copied: number | undefined;
}

const edits = fc.array(
  fc.record<Edit>({ at: fc.nat({ max: 1_000_000 }), length: fc.nat({ max: 12 }), piece: fc.constantFrom(...PIECES), copied: fc.option(fc.nat({ max: 1_000_000 }), { nil: undefined }) }),
  { minLength: 1, maxLength: 8 },
);

function edited(text: string, { at, length, piece, copied }: Edit): string {
  const start = Math.floor((at / 1_000_000) * text.length);
  const from = Math.floor(((copied ?? 0) / 1_000_000) * text.length);
  const put = copied === undefined ? piece : text.slice(from, from + 200);
  return text.slice(0, start) + put + text.slice(start + length);
}

test('what is known of the text before an edit changes nothing but the time', () => {
  for (const seed of [20121003, Number(fresh)]) {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.constantFrom(...samples), edits, (sample, other, all) => {
        const read = readerOf({ 'other.cap': other, 'shared/three-regions.cap': other });
        let text = sample;
        let before = resolve(parseDesign('design.cap', text, read));
        for (const edit of all) {
          text = edited(text, edit);
          const parsed = parseDesign('design.cap', text, read, before);
          expect(parsed).toEqual(parseDesign('design.cap', text, read));
          before = resolve(parsed);
        }
      }),
      { seed, numRuns: 250 },
    );
  }
});

const TEXT = `node a, b
link a -- b 10ms
link a -- b 10ms
store s on a, b { choose XP }
operation o: raed s from c
`;

/** By the line that they begin on. */
function lines(text: string, statements: Iterable<Statement>): number[] {
  return [...statements].map(({ span }) => text.slice(0, span.start).split('\n').length);
}

test('known are statements about which there is nothing to say; of two that are written alike, one', () => {
  const parsed = parse(TEXT);
  expect(lines(TEXT, knownStatements(parsed).values())).toEqual([1, 3, 4]);
  expect(lines(TEXT, knownStatements(resolve(parsed)).values())).toEqual([1, 3]);
});

test('a statement that stands where it stood is the very same, one that has moved is another, two that are written alike are two', () => {
  const known = knownStatements(parse(TEXT));
  const [nodes, first, second] = parse(TEXT, known).file.statements;
  expect(nodes).toBe(known.get('node a, b'));
  expect(second).toBe(known.get('link a -- b 10ms'));
  expect(first).not.toBe(second);
  expect(first).toEqual(parse(TEXT).file.statements[1]);
});

test('after more mistakes than are told, nothing is known', () => {
  const text = `node a\n${'}\n'.repeat(1200)}`;
  expect(parse(text).diagnostics).toHaveLength(1000);
  expect(knownStatements(parse(text)).size).toBe(0);
});
