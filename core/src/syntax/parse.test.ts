import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectDrawn } from '../testing/caret.js';
import { expectedAt } from './expected.js';
import { MAX_DEPTH } from './chunks.js';
import { parse } from './parse.js';
import { SOFT, STATEMENTS } from './tokens.js';

const diagnose = (text: string) => parse(text).diagnostics;
const kinds = (text: string): string[] => parse(text).file.statements.map(({ kind }) => kind);
const samples = new URL('../../../samples/', import.meta.url);
const sampleTexts = readdirSync(samples)
  .filter((name) => name.endsWith('.cap'))
  .map((name) => readFileSync(new URL(name, samples), 'utf8'));

describe('every statement of the language', () => {
  const texts = [
    'node a, b',
    'zone us { node us1, us2 }',
    'zone us {\n  node us1\n  node us2\n}',
    'router r1',
    'client web in us',
    'client web at us1',
    'client phone',
    'client web in us via us1, us2',
    'link a -- b 80ms fails 0.1%',
    'link a -- b 80ms ± 10ms fails 0.1%',
    'link a -- b 80ms +- 10ms',
    'link a -- b 80ms p99.9 1s fails 0.1%',
    'link p99 -- p50 80 ms',
    'link a -> b',
    'link cable: us -- eu',
    'mesh a, b, c 1ms',
    'mesh a, b, c 1ms ± 0.2ms',
    'store s on a, b, c, witness w { choose CP }',
    'store s on a, b, observer c of b, observer of, observer observer of of { choose CP }',
    'store observer on observer, of, witness { replicate primary of sync observer, of step-down writes failover safe }',
    'store s on a { choose CP on partition wait 5s merge crdt }',
    'store s on a { replicate consensus leader a }',
    'store s on a { replicate primary a sync 1 failover automatic choose AP }',
    'store s on a { replicate primary a async failover manual }',
    'store s on a {\n replicate quorum R=2 W=2 sloppy\n on partition error\n}',
    'store s on a { like etcd }',
    'operation o: read s from web',
    'operation o: write s from web level quorum needs linearizable, bounded 5s',
    'operation o: read s level one from web',
    'operation checkout from web { read stock; write orders }',
    'operation checkout from web {\n  read stock level local\n  write orders\n}',
    'partition p { us | eu | ap }',
    'partition p { us, x | eu\n cut a -- b\n cut a -> b\n cut cable\n cut a -- b, cable\n isolate eu1\n down eu1 }',
    'expect withdraw from teller, traveller ok under atlantic',
    'expect balance error under atlantic',
    'expect viewCart available under any 1 link',
    'expect withdraw never lost',
    'expect pay within 200ms',
    'expect pay from bob within 200 ms p99.9 under any 1 link',
    'expect within from within within 2s under within',
    'expect balance never stale under any 2 links, 1 node',
    'expect viewCart stale under no fault',
    'expect viewCart never stale beyond lag under any 1 link',
    'expect withdraw from traveller unknown under atlantic while detecting',
    'expect browse ok under any zone',
    'expect browse ok under any zone while detecting',
    'expect browse never lost under any zone once settled',
    'expect browse ok under any 1 isolated node, 2 zones apart, 1 pair',
    'expect browse ok under any isolated node while detecting',
    'partition p { destroy us1, us2; down eu1 destroyed }',
    'partition p { destroy, destroyed | down }',
    'expect browse ok under any 1 destroyed node, destroyed zone',
    'expect browse ok under any zone apart',
    'explore 1 pair',
    'explore any 2 isolated nodes',
    'accept stale on viewCart "shown as \'may be out of date\'"',
    'explore all links',
    'explore any 2 links, 1 node',
    'explore 1 one-way',
    'node "name with blanks", ünïcödé, _x, __proto__, in, at, any, cut, level',
    '// nothing\n/* and\nnothing */',
  ];
  for (const text of texts) {
    test(text, () => {
      expect(diagnose(text)).toEqual([]);
      expect(kinds(text)).toHaveLength(text.startsWith('//') ? 0 : 1);
    });
  }

  test('the samples', () => {
    for (const text of sampleTexts) expect(diagnose(text)).toEqual([]);
  });
});

describe('one mistake, one diagnostic, and the rest is still read', () => {
  test('a misspelt keyword', () => {
    expectDrawn(
      `
nod a, b
^^^ syntax-error did you mean \`node\`
stroe s on a { choose CP }
^^^^^ syntax-error did you mean \`store\`
node c`,
      diagnose,
    );
    expect(kinds('nod a, b\nstroe s on a { choose CP }\nnode c')).toEqual(['node', 'store', 'node']);
  });

  test('a misspelt clause', () => {
    expectDrawn(
      `
store s on a {
  chose CP
  ^^^^^ syntax-error did you mean \`choose\`
  merge lww
}
operation o: red s from c
             ^^^ syntax-error did you mean \`read\`
expect o ok undr p
            ^^^^ syntax-error did you mean \`under\``,
      diagnose,
    );
  });

  test('a brace that is missing, and one too many', () => {
    expectDrawn(
      `
store s on a { choose CP
                      ^^ syntax-error is not closed: add \`}\`
node b
partition p { a | b } }
                      ^ syntax-error closes nothing
link a -- b`,
      diagnose,
    );
    expect(kinds('store s on a { choose CP\nnode b\npartition p { a | b } }\nlink a -- b')).toEqual([
      'store',
      'node',
      'partition',
      'link',
    ]);
  });

  test('a keyword as a name', () => {
    expectDrawn(
      `
node link, b
     ^^^^ syntax-error double quotes`,
      diagnose,
    );
  });

  test('a wrong unit', () => {
    expectDrawn(
      `
link a -- b 80mss
            ^^^^^ unknown-unit \`mss\` is not a unit
link a -- b 80
            ^^ unknown-unit has no unit`,
      diagnose,
    );
  });

  test('what the lexer does not know', () => {
    expectDrawn(
      `
node a @ b
       ^ unexpected-character
link a - b
       ^ foreign-syntax link a -- b
node "open
     ^^^^^ unterminated-string`,
      diagnose,
    );
  });
});

test('a binary file that is called .cap gets one sentence', () => {
  const pcap = '\u00d4\u00c3\u00b2\u00a1\u0002\0\u0004\0\0\0\0\0\0\0\0\0';
  expect(diagnose(pcap).map(({ code }) => code)).toEqual(['not-text']);
  expect(diagnose('\ufffd\u0000MZ\u0090').map(({ code }) => code)).toEqual(['not-text']);
});

test('a comment that is not closed is one diagnostic', () => {
  expect(diagnose('node a\n/* x\nnode b').map(({ code }) => code)).toEqual(['unterminated-comment']);
});

test('nesting has a limit, and no stack overflows', () => {
  expect(diagnose(`store s on a ${'{ '.repeat(20_000)}`).filter(({ code }) => code === 'too-deep')).toHaveLength(1);
  expect(diagnose(`node a\n${'{'.repeat(MAX_DEPTH + 5)}\nnode b`).some(({ code }) => code === 'too-deep')).toBe(true);
});

describe('whatever the text, nothing is thrown and every span lies inside', () => {
  const soup = fc
    .array(
      fc.constantFrom(
        ...Object.keys(STATEMENTS),
        ...Object.keys(SOFT),
        'a',
        'b',
        '"q',
        '"q"',
        '{',
        '}',
        ',',
        '|',
        '--',
        '->',
        ':',
        '=',
        '80ms',
        '0.1%',
        '5',
        '\n',
        '/*',
        '*/',
        '//',
        '🙂',
        '__proto__',
      ),
      { maxLength: 60 },
    )
    .map((words) => words.join(' '));
  const mutated = fc
    .tuple(fc.constantFrom(...sampleTexts), fc.nat(), fc.nat(40), fc.string({ maxLength: 8 }))
    .map(
      ([text, at, length, insert]) =>
        text.slice(0, at % text.length) + insert + text.slice((at % text.length) + length),
    );
  for (const [name, texts] of [
    ['any text', fc.string({ unit: 'binary', maxLength: 200 })],
    ['token soup', soup],
    ['mutated samples', mutated],
  ] as const) {
    test(name, () => {
      fc.assert(
        fc.property(texts, fc.nat(), (text, at) => {
          for (const { span, message } of diagnose(text)) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect(message).not.toBe('');
          }
          expectedAt(text, at % (text.length + 1));
        }),
        { numRuns: 500 },
      );
    });
  }
});

describe('what may stand at a place', () => {
  const cases: readonly (readonly [string, Partial<ReturnType<typeof expectedAt>>])[] = [
    ['|', { keywords: Object.keys(STATEMENTS) }],
    ['store s on a { choose |', { values: ['choice'] }],
    ['store s on a { choose C|', { values: ['choice'] }],
    [
      'store s on a {\n  |',
      {
        keywords: [
          'choose',
          'replicate',
          'on partition',
          'merge',
          'like',
          'detect',
          'membership',
          'rejoin',
          'requires',
          'from',
          'else',
        ],
      },
    ],
    ['store s on |', { names: ['node', 'zone'], keywords: ['witness', 'observer'] }],
    ['store s on a, observer |', { names: ['node'], keywords: [] }],
    ['store s on a, observer b |', { names: [], keywords: ['of'] }],
    ['store s on a, observer b of |', { names: ['node'], keywords: [] }],
    ['store s on a { replicate primary a sync |', { names: ['node'] }],
    ['store s on a { replicate primary a failover |', { keywords: ['automatic', 'safe', 'manual'] }],
    ['operation o: |', { keywords: ['read', 'write'] }],
    ['operation o: read |', { names: ['store'] }],
    ['operation o: read s from |', { names: ['client'] }],
    ['operation o: read s from c level |', { values: ['level'] }],
    ['client c in |', { names: ['zone'] }],
    ['expect |', { names: ['operation'] }],
    ['expect o never |', { values: ['verdict'] }],
    ['expect o ok under |', { names: ['partition'], keywords: ['any', 'no fault'] }],
    ['expect o ok under any 2 |', { values: ['unit'] }],
    ['expect o ok under any 2 isolated |', { keywords: ['node', 'nodes', 'while detecting', 'once settled'] }],
    ['expect o ok under any zone |', { keywords: ['apart', 'while detecting', 'once settled'] }],
    ['explore any 1 isolated |', { keywords: ['node', 'nodes'] }],
    ['partition p { down a |', { keywords: ['cut', 'isolate', 'down', 'destroy', 'destroyed'] }],
    ['partition p { cut a -- b, |', { names: ['node', 'zone', 'router', 'client', 'link'] }],
    ['partition p { destroy |', { names: ['node', 'zone', 'router', 'client'] }],
    ['broken { ( @\nlink a -- |', { names: ['node', 'zone', 'router', 'client'] }],
    ['// |', { keywords: [], names: [], values: [] }],
  ];
  for (const [text, wanted] of cases) {
    test(text, () => {
      expect(expectedAt(text.replace('|', ''), text.indexOf('|'))).toMatchObject(wanted);
    });
  }
});
