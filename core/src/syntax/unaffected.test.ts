import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { budgetOf, seedsOf } from '../testing/budget.js';
import { readerOf } from '../testing/files.js';
import { parseFile } from './parse.js';
import { parseDesign } from './parseDesign.js';

const folder = new URL('../../../samples/', import.meta.url);
const samples = readdirSync(folder).flatMap((name) =>
  name.endsWith('.cap') ? [readFileSync(new URL(name, folder), 'utf8')] : [],
);
const { unaffected: RUNS } = budgetOf(process.env);

const PIECES = [
  '',
  '\n',
  ' ',
  '{',
  '}',
  '"',
  '/*',
  '*/',
  '//',
  ',',
  'node ',
  'link',
  'x',
  '2 links',
  'any',
  '\nnode n\n',
  '\nstore s on a, b { choose CP\n',
  ' 5s',
  'é',
  '@',
  'include "other.cap"\n',
  '\noperation o: read s from c level\n',
  '\r',
  '\r\n',
  ' on',
  'on\n',
  'zone z {\n',
  '\nzone z { node a\n',
  '}\n}',
  '\\',
  '"\n',
  '/',
  '*',
  '-',
  '\npartition p {',
  '\nraed x\n',
  '\nlink',
  'store',
  '\u2028',
  '\0',
  '\uD83E',
  '{'.repeat(300),
  ' // ',
  '\n/*\n',
];

interface Edit {
  /** Position in the text, in millionths of its length. */
  readonly at: number;
  readonly length: number;
  readonly piece: string;
  /** If set, a piece of the text itself is inserted, as when a user copies lines. */
  readonly copied: number | undefined;
}

const edits = fc.array(
  fc.record<Edit>({
    at: fc.nat({ max: 1_000_000 }),
    length: fc.nat({ max: 12 }),
    piece: fc.constantFrom(...PIECES),
    copied: fc.option(fc.nat({ max: 1_000_000 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 8 },
);

function edited(text: string, { at, length, piece, copied }: Edit): string {
  const start = Math.floor((at / 1_000_000) * text.length);
  const from = Math.floor(((copied ?? 0) / 1_000_000) * text.length);
  const put = copied === undefined ? piece : text.slice(from, from + 200);
  return text.slice(0, start) + put + text.slice(start + length);
}

test('the design before an edit changes nothing but the time', () => {
  for (const seed of seedsOf(20121003, process.env)) {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.constantFrom(...samples), edits, (sample, other, all) => {
        const read = readerOf({ 'other.cap': other, 'shared/three-regions.cap': other });
        let text = sample;
        let before = resolve(parseDesign('design.cap', text, read));
        for (const edit of all) {
          text = edited(text, edit);
          const parsed = parseDesign('design.cap', text, read, before);
          const fresh = parseDesign('design.cap', text, read);
          // Quicker than `toEqual`, which says where they differ.
          if (!isDeepStrictEqual(parsed, fresh)) expect(parsed).toStrictEqual(fresh);
          before = resolve(parsed);
        }
      }),
      { seed, numRuns: RUNS },
    );
  }
});

const TEXT = `// Two nodes.
node a, b
link a -- b 10ms
link a -- b 10ms
store s on a, b { choose XP }
operation o: raed s from c
store t on a { choose CP }
client c in z
`;

/** The lines of the statements whose objects are reused after an edit of this piece of the text. */
function kept(piece: string, by: string): readonly number[] {
  const before = parseFile(TEXT);
  const { text, own } = parseFile(TEXT.replace(piece, by), before);
  return own.statements
    .filter((one) => before.own.statements.includes(one))
    .map(({ span }) => text.slice(0, span.start).split('\n').length);
}

test('statements are reused before an edit, except the last on an earlier line, and after it from the next that stands by itself', () => {
  expect(kept('XP', 'CA')).toEqual([2, 3, 6, 7, 8]);
  expect(kept('raed', 'read')).toEqual([2, 3, 4, 7, 8]);
  expect(kept('Two', 'Some')).toEqual([]);
  expect(kept('Two', 'Six')).toEqual([3, 4, 5, 6, 7, 8]);
  expect(kept('c in', '/*n')).toEqual([2, 3, 4, 5, 6]);
});

test('the same text is the same tree', () => {
  const before = parseFile(TEXT);
  expect(parseFile(TEXT, before)).toBe(before);
});

test('after more mistakes than are told, the file is parsed as a whole', () => {
  const text = `node a\n${'}\n'.repeat(1200)}`;
  const before = parseFile(text);
  expect(before.diagnostics).toHaveLength(1000);
  const after = parseFile(`${text}node b\n`, before);
  expect(after).toEqual(parseFile(after.text));
  expect(after.own.statements[0]).not.toBe(before.own.statements[0]);
});

test('of more mistakes than are told, the last that is says how many more there are', () => {
  const { diagnostics } = parseFile('node\n'.repeat(1200));
  expect(diagnostics).toHaveLength(1000);
  expect(diagnostics.at(-1)?.message).toMatch(/ \(200 more mistakes are not told\.\)$/);
  expect(diagnostics.at(-2)?.message).not.toContain('not told');
});
