import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { piecesOf } from '../syntax/pieces.js';
import { cursor } from '../testing/cursor.js';
import { models, toCap } from '../testing/naive/randomModel.js';
import { applyEdits } from './applyEdits.js';
import { format, formatRange, formatTyped } from './format.js';

const SAMPLES = join(import.meta.dirname, '../../../samples');
const samples = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.cap'))
  .map((name) => ({ name, text: readFileSync(join(SAMPLES, name), 'utf8') }));

function formatted(text: string): string {
  return applyEdits(text, format(text));
}

describe('format', () => {
  test('one blank between tokens, none in front of commas and colons', () => {
    expect(formatted('node  a ,b\nlink cable :a--b   80ms fails  0.1%\npartition p{a|b}\nlink a->b\n')).toBe(
      'node a, b\nlink cable: a -- b 80ms fails 0.1%\npartition p { a | b }\nlink a -> b\n',
    );
    expect(formatted('link a--b 80ms±10ms\nlink a -- c 80ms  p99   1s\nexpect o   within 5ms  p99.9')).toBe(
      'link a -- b 80ms ± 10ms\nlink a -- c 80ms p99 1s\nexpect o within 5ms p99.9\n',
    );
    expect(formatted('store s on a,b{replicate quorum R = 2 W=2 ;merge lww}')).toBe(
      'store s on a, b { replicate quorum R=2 W=2; merge lww }\n',
    );
  });

  test('what is counted stays on its line, however many words it has', () => {
    expect(formatted('expect o ok under any 1  isolated node , 1 zone  apart,1 pair\n')).toBe(
      'expect o ok under any 1 isolated node, 1 zone apart, 1 pair\n',
    );
  });

  test('each statement begins a line, and a body with a line break is indented', () => {
    expect(formatted('partition p {\n cut a--b ,\nb -- c\n isolate a }\n')).toBe(
      'partition p {\n  cut a -- b,\n    b -- c\n  isolate a\n}\n',
    );
    expect(formatted('  node a node b\nstore s on a\n{ choose CP\n      on partition wait 5s }\n')).toBe(
      'node a\nnode b\nstore s on a {\n  choose CP\n  on partition wait 5s\n}\n',
    );
    expect(formatted('zone us {\nnode a,\nb\n\n\n\n  node c }')).toBe('zone us {\n  node a,\n    b\n\n  node c\n}\n');
    expect(formatted('store s on a,\nb { choose CP }')).toBe('store s on a,\n  b { choose CP }\n');
  });

  test('one blank line at most, none at the edges of a body or the file', () => {
    expect(formatted('\n\nnode a\n\n\n\nnode b\nstore s on a {\n\n  choose CP\n\n}\n\n\n')).toBe(
      'node a\n\nnode b\nstore s on a {\n  choose CP\n}\n',
    );
    expect(formatted('')).toBe('');
    expect(formatted(' \n\n')).toBe('');
  });

  test('comments stay where they are, as they are', () => {
    const text =
      '// one  two   \n\nnode a   // behind\n   // above b\nnode /* why */ b\nstore s on a { // body\n// clause\nchoose CP\n/* a\n  b */ merge lww\n  // last\n}\n// end';
    expect(formatted(text)).toBe(
      '// one  two   \n\nnode a // behind\n// above b\nnode /* why */ b\nstore s on a { // body\n  // clause\n  choose CP\n  /* a\n  b */ merge lww\n  // last\n}\n// end\n',
    );
    expect(formatted('  // only a comment')).toBe('// only a comment\n');
  });

  test('statements of one kind below each other line up', () => {
    expect(formatted('operation balance: read accounts from web\noperation put: write cart from web\n')).toBe(
      'operation balance: read  accounts from web\noperation put:     write cart from web\n',
    );
    expect(formatted('zone us { node a }\nzone europe { node b }\n\nzone x { node c }\n')).toBe(
      'zone us     { node a }\nzone europe { node b }\n\nzone x { node c }\n',
    );
    expect(formatted('client web in us\nclient phone\nclient traveller in eu\nclient b at c')).toBe(
      'client web in us\nclient phone\nclient traveller in eu\nclient b         at c\n',
    );
    expect(formatted('link a -- b\nlink long:   a -- b\nlink x: a -- b // why\nlink yy: a -- b')).toBe(
      'link a -- b\nlink long: a -- b\nlink x:    a -- b // why\nlink yy:   a -- b\n',
    );
    expect(formatted('store a on x { choose CP }\nstore bb on x {\n choose AP\n}\nstore ccc on x { choose AP }')).toBe(
      'store a on x { choose CP }\nstore bb on x {\n  choose AP\n}\nstore ccc on x { choose AP }\n',
    );
    expect(formatted('expect a    ok\nexpect balance ok')).toBe('expect a ok\nexpect balance ok\n');
  });

  test('names take the columns that they take on the screen', () => {
    expect(formatted('zone 東京 { node a }\nzone us { node b }')).toBe('zone 東京 { node a }\nzone us   { node b }\n');
  });

  test('what was read by its meaning stays as it is, also where its mistake is told at the character before it', () => {
    expect(formatted('@expec "\n}t pay from b ok\n')).toBe('@expec "\n}t pay from b ok\n');
  });

  test('statements with a mistake stay as they are, byte for byte', () => {
    expect(formatted('node   a\n  store   s  on { choose   CP\n  // of the mistake\nnode   b\n')).toBe(
      'node a\n  store   s  on { choose   CP\n  // of the mistake\nnode b\n',
    );
    expect(formatted('node   a , @  b\n node  c')).toBe('node   a , @  b\n node c\n');
    expect(formatted('node  a\n/* open  \n\n\n')).toBe('node a\n/* open  \n\n\n');
    for (const text of ['/*  open', '\0\0\0', '  }  \n\n\n', '"  x']) expect(formatted(text)).toBe(text);
  });

  test('the line ends of a file stay, and so does its byte order mark', () => {
    expect(formatted('\ufeff  node a  \r\n\r\n\r\n node b\r\n')).toBe('\ufeffnode a\r\n\r\nnode b\r\n');
    expect(formatted('node  a\rnode b')).toBe('node a\rnode b\r');
    // The first one that stays: the one before it is removed.
    expect(formatted('\rnode  a\nnode b')).toBe('node a\nnode b\n');
  });

  test.each(samples)('$name has the style', ({ text }) => {
    expect(formatted(text)).toBe(text);
  });
});

describe('what formatting never does', () => {
  const blanks = fc.constantFrom(
    '',
    ' ',
    '   ',
    '\n',
    '\n\n\n',
    '\r\n',
    '\t',
    ' // c\n',
    '/* c */',
    '\n  /* c\n c */\n',
  );
  const broken = fc.constantFrom(
    '',
    '',
    '',
    '{',
    '}',
    ',',
    ':',
    '"',
    'node',
    'store',
    '--',
    '@',
    '=',
    '/*',
    '//',
    '5s',
  );
  const mutated = fc
    .tuple(
      fc.constantFrom(...samples),
      fc.array(fc.record({ at: fc.nat(), drop: fc.nat({ max: 3 }), blanks, broken }), { maxLength: 12 }),
    )
    .map(([{ text }, changes]) => {
      const from = text.search(/^(zone|node)/m);
      return changes.reduce((now, { at, drop, blanks: added, broken: wrong }) => {
        const place = from + (at % (now.length - from + 1));
        return now.slice(0, place) + added + wrong + now.slice(place + drop);
      }, text);
    });
  /** Other blanks between all words; a statement begins a line. */
  const spread = (text: string, gaps: readonly string[]): string =>
    piecesOf(text).reduce(
      (now, { kind, text: piece }, i) =>
        `${now}${kind === 'statement' || i === 0 ? '\n' : ' '}${gaps[i % gaps.length] ?? ''}${piece}${kind === 'line comment' ? '\n' : ''}`,
      '',
    );
  const spaced = fc
    .tuple(fc.constantFrom(...samples), fc.array(blanks, { minLength: 30, maxLength: 30 }))
    .map(([{ text }, gaps]) => spread(text, gaps));

  test('it changes no token and no comment', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, spaced), (text) => {
        const pieces = (one: string): readonly string[] => piecesOf(one).map((piece) => piece.text);
        expect(pieces(formatted(text))).toEqual(pieces(text));
      }),
    );
  });

  test('it changes no meaning', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, spaced), (text) => {
        expect(resolve(parse(formatted(text))).model).toEqual(resolve(parse(text)).model);
      }),
    );
  });

  test('it changes no verdict', () => {
    fc.assert(
      fc.property(models({ mostLinks: 5 }), fc.array(blanks, { minLength: 30, maxLength: 30 }), (model, gaps) => {
        const text = spread(toCap(model), gaps);
        expect(analyze(formatted(text)).results).toEqual(analyze(text).results);
      }),
      { numRuns: 50 },
    );
  });

  test('a second time it changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, spaced), (text) => {
        const once = formatted(text);
        expect(formatted(once)).toBe(once);
      }),
    );
  });
});

describe('a part of a text', () => {
  test('a range takes in the lines that it touches', () => {
    const text = 'node  a\nnode  b\nnode  c\n';
    const range = (start: number, end: number): string => applyEdits(text, formatRange(text, { start, end }));
    expect(range(9, 10)).toBe('node  a\nnode b\nnode  c\n');
    expect(range(8, 16)).toBe('node  a\nnode b\nnode  c\n');
    expect(range(0, text.length)).toBe('node a\nnode b\nnode c\n');
    expect(range(8, 8)).toBe('node  a\nnode b\nnode  c\n');
  });

  function typed(marked: string, character: string): string {
    const { text, offset } = cursor(marked);
    return applyEdits(text, formatTyped(text, offset, character));
  }

  test('a closing brace puts its statement right', () => {
    expect(typed('node  x\nstore  s on a {\nchoose  CP\n  }$0\nnode  b', '}')).toBe(
      'node  x\nstore s on a {\n  choose CP\n}\nnode  b',
    );
    expect(typed('node  x }$0', '}')).toBe('node  x }');
  });

  test('a line break puts the lines above right, and leaves the new line and blank lines alone', () => {
    expect(typed('node  x\n\noperation  a: read s from c\noperation bb:write  s from c\n  $0', '\n')).toBe(
      'node  x\n\noperation a:  read  s from c\noperation bb: write s from c\n  ',
    );
    expect(typed('node  x\n\n\n$0', '\n')).toBe('node  x\n\n\n');
    expect(typed('$0node  x', '\n')).toBe('node  x');
  });
});
