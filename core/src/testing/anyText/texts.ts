import fc from 'fast-check';
import { WORDS } from '../../syntax/language/index.js';
import { models, toCap } from '../naive/randomModel.js';

/**
 * Names and pieces that often cause mistakes in programs: names that every object has, markup, invisible marks, halves
 * of characters, astral characters.
 */
const ODD = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '"toString"',
  '"<b>x</b>"',
  '"[x](command:y)"',
  '"\u202Eabc"',
  '"\u001B[31m"',
  '"\uD83E"',
  '\uDD80',
  '\u{1F980}',
  '"\u{1F980} \u{20000}"',
  'é',
  'e\u0301',
  '東京',
  '\uFEFF',
  '\0',
  '\u2028',
  '\u0085',
  '"\\"',
  '"\\\\"',
  '"a\\"b"',
  '""',
  '"',
  '999999999999999999999',
  '0',
  '1e9',
  '5.5.5s',
  '-1',
  '0.00001%',
  '200%',
  '30h',
  '@',
  '#',
  ';',
  '(',
  ')',
  '`',
  '/*',
  '*/',
  '//',
  '/* */',
] as const;
const NAMES = ['a', 'b', 'c', 's', 't', 'o', 'p', 'l', '"a b"', 'us', 'eu'] as const;
const NUMBERS = ['1', '2', '3', '5s', '80ms', '0.1%', '2min'] as const;
const PUNCTUATION = ['{', '}', ',', ':', '|', '--', '->', '='] as const;
const LINE_ENDS = ['\n', '\r\n', '\r'] as const;
const GAPS = ['', ' ', ' ', ' ', '\n', '\r\n', '\r', '\t', '\n\n'] as const;

const lineEnds = fc.constantFrom(...LINE_ENDS);
const odd = fc.constantFrom(...ODD);
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS.keys()) },
  { weight: 5, arbitrary: fc.constantFrom<string>(...NAMES, ...NUMBERS, ...PUNCTUATION) },
  { weight: 1, arbitrary: odd },
);

/** Random UTF-16: half of the surrogate pairs are broken. */
const units = fc
  .array(fc.oneof(fc.nat({ max: 0x7f }), fc.nat({ max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })), {
    maxLength: 120,
  })
  .map((list) => String.fromCharCode(...list));

/** A file of any bytes, read as UTF-8: nearly everything outside ASCII is replaced. */
const bytes = fc
  .array(fc.nat({ max: 0xff }), { maxLength: 200 })
  .map((list) => String.fromCharCode(...list.map((byte) => (byte < 0x80 ? byte : 0xfffd))));

const soup = fc
  .array(fc.tuple(word, fc.constantFrom(...GAPS)), { maxLength: 60 })
  .map((list) => list.map(([one, gap]) => one + gap).join(''));

interface Change {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

const changes = fc.array(
  fc.record<Change>({
    at: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.nat({ max: 4 }), fc.nat({ max: 200 })),
    insert: fc.oneof(
      fc.constant(''),
      word,
      word.map((one) => ` ${one} `),
      odd,
      lineEnds,
      soup,
    ),
  }),
  { maxLength: 6 },
);

function changed(text: string, list: readonly Change[]): string {
  return list.reduce((now, { at, length, insert }) => {
    const place = at % (now.length + 1);
    return now.slice(0, place) + insert + now.slice(place + length);
  }, text);
}

/** Lines with mixed line ends. */
function mixed(text: string, ends: readonly string[]): string {
  let line = 0;
  return ends.length === 0 ? text : text.replace(/\n/g, () => ends[line++ % ends.length] ?? '\n');
}

/**
 * Texts that a server might get, of several kinds: bytes, halves of characters, words of the language in any order,
 * designs and samples with changes in them, statements of several samples together. `samples` are whole designs.
 */
export function texts(
  samples: readonly string[],
): Readonly<Record<'bytes' | 'words' | 'statements' | 'designs' | 'samples', fc.Arbitrary<string>>> {
  const statements = samples.flatMap((text) => text.split(/\n(?=\w)/)).filter((one) => one.length < 400);
  const ends = fc.array(lineEnds, { maxLength: 3 });
  return {
    bytes: fc.oneof(bytes, units),
    words: soup,
    statements: fc
      .tuple(fc.array(fc.constantFrom(...statements), { maxLength: 15 }), changes, ends)
      .map(([list, edits, kinds]) => mixed(changed(list.join('\n'), edits), kinds)),
    designs: fc
      .tuple(models().map(toCap), changes, ends)
      .map(([text, edits, kinds]) => mixed(changed(text, edits), kinds)),
    samples: fc
      .tuple(fc.constantFrom(...samples), changes, ends)
      .map(([text, edits, kinds]) => mixed(changed(text, edits), kinds)),
  };
}
