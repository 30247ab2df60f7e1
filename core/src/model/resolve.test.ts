import { applyEdits } from '../ide/applyEdits.js';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../syntax/parse.js';
import { expectDrawn } from '../testing/caret.js';
import { HOSTILE_NAMES } from '../testing/hostileDesign.js';
import { nameText } from './nameText.js';
import { resolve } from './resolve.js';
import { EMPTY_FAMILY } from './family.js';

const diagnose = (text: string) =>
  resolve(parse(text)).diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');
const modelOf = (text: string) => resolve(parse(text)).model;

test('every example of the language page is clean', () => {
  const page = readFileSync(new URL('../../../docs/language.md', import.meta.url), 'utf8');
  const examples = [...page.matchAll(/```cap\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
  expect(examples.length).toBeGreaterThan(3);
  for (const example of examples) expect(diagnose(example)).toEqual([]);
});

test('names resolve in any order, and a misspelt one is one diagnostic', () => {
  expectDrawn(
    `
expect balance ok
operation balance: read accounts from teler
                                      ^^^^^ unknown-name did you mean \`teller\`
store accounts on us1, us2, eu { choose CP }
                            ^^ unknown-name There is no
client teller in us
link us1 -- us2
zone us { node us1, us2 }`,
    diagnose,
  );
});

test('a misspelt choice is one mistake', () => {
  expectDrawn(
    `
node a, b
link a -- b
store s on a, b { chose CP }
                  ^^^^^ syntax-error did you mean \`choose\`
store t on a, b { }
      ^ missing-choice doesn't say what gives way`,
    diagnose,
  );
});

test("what is declared twice, and what is named where it can't be", () => {
  expectDrawn(
    `
node a, b
router a
       ^ duplicate-name declared already, as a node
link a -- b
client c at a
store s on a, c { choose CP }
              ^ wrong-kind is a client
store s on b { choose AP }
      ^ duplicate-name declared already, as a store
operation r: read s from b
                         ^ wrong-kind not a client
partition p { a | b, a }
                     ^ duplicate-in-partition on two sides`,
    diagnose,
  );
});

test('nodes that are declared twice are one mistake, whose fix leaves each of them once', () => {
  const mended = (text: string): readonly string[] => {
    const { diagnostics } = resolve(parse(text));
    const twice = diagnostics.filter(({ code }) => code === 'duplicate-name');
    return twice.map(({ message, fixes = [] }) => `${message} ${applyEdits(text, fixes[0]?.edits ?? [])}`);
  };
  expect(mended('node a, b, c\nzone us { node a, b }\nzone eu { node c }')).toEqual([
    '`a` and `b` are declared already, as nodes: a node of a zone is declared there only. ' +
      'node c\nzone us { node a, b }\nzone eu { node c }',
    '`c` is declared already, as a node: a node of a zone is declared there only. ' +
      'node a, b\nzone us { node a, b }\nzone eu { node c }',
  ]);
  expect(mended('zone us { node a, b, c }\nnode c, d, a, b')).toEqual([
    '`c`, `a` and 1 more are declared already, as nodes: remove them here. zone us { node a, b, c }\nnode d',
  ]);
  expect(mended('node a\nclient ann at a\nclient ann at a')).toEqual([
    '`ann` is declared already, as a client: give one of the two another name. node a\nclient ann at a\n',
  ]);
  // Which of the two zones is meant, and which of two shares, is not known.
  expect(mended('zone us { node a }\nzone eu { node a }')[0]).toMatch(/another name\. zone us \{ node a \}\nzone eu/);
});

test('impossible numbers', () => {
  expectDrawn(
    `
node a, b, c
link a -- b 1000000h fails 2
            ^^^^^^^^ number-out-of-range between 0 and 24 h
                           ^ number-out-of-range between 0 and 1
link b -- c -5ms
            ^^^^ number-out-of-range between 0 and 24 h
link a -- c 80ms ± 90ms
                   ^^^^ number-out-of-range more than the round trip
link a -- c 80ms p99 70ms
                     ^^^^ number-out-of-range swap the two
link a -- c 80ms p50 90ms
                 ^^^ number-out-of-range a percentile above it
link a -- c 8ms p99 90s
                    ^^^ number-out-of-range are the units right?
client x at a
store q on a, b, c { replicate quorum R=4 W=0 }
                                      ^^^ bad-quorum R=4 of 3 replicas can never be reached; a majority is 2
                                          ^^^ bad-quorum whole number
store p on a, b { replicate primary a sync 2 }
                                           ^ sync-too-large more replicas than the 1 that \`p\` has
operation r: read q from x
operation s: read p from x
expect r ok under any 1.5 links
                      ^^^^^^^^^ number-out-of-range whole number`,
    diagnose,
  );
});

test('limits of time that cannot be asked for', () => {
  expectDrawn(
    `
node a, b
link a -- b 8ms
client x at a
store s on a, b { choose CP }
operation r: read s from x
expect r within 25h
                ^^^ number-out-of-range between 0 and 24 h
expect r within 5ms p0
         ^^^^^^^^^^^^^ expectation-within between 0 and 100
expect r never within 5ms
               ^^^^^^^^^^ expectation-within leave out \`never\`
expect r within 5ms once settled
         ^^^^^^^^^^ expectation-within words for a time`,
    diagnose,
  );
});

test('CA is explained, and offers CP and AP', () => {
  const text = 'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose CA }\noperation r: read s from c';
  const [found] = diagnose(text);
  expect(found?.code).toBe('choose-ca');
  expect(found?.fixes?.flatMap(({ edits }) => edits.map((edit) => edit.text))).toEqual(['CP', 'AP']);
});

describe('defaults', () => {
  const design = (clauses: string): ReturnType<typeof modelOf>['stores'][number] | undefined =>
    modelOf(`node a, b, c\nmesh a, b, c\nstore s on a, b, c { ${clauses} }`).stores[0];

  test.each([
    ['choose CP', { choice: 'CP', replication: { scheme: 'consensus' }, onPartition: { kind: 'error' }, merge: 'lww' }],
    ['choose AP', { choice: 'AP', replication: { scheme: 'any' } }],
    ['replicate primary b', { replication: { scheme: 'primary', primary: 1, sync: 0, failover: 'manual' } }],
    [
      'replicate primary a sync b, c step-down writes failover safe',
      { replication: { sync: 2, syncWith: [1, 2], stepsDown: 'writes', failover: 'safe' } },
    ],
    ['replicate primary a sync 2 step-down', { replication: { sync: 2, stepsDown: 'everything' } }],
    ['replicate quorum', { replication: { scheme: 'quorum', read: 2, write: 2, sloppy: false } }],
    [
      'replicate consensus leader c on partition wait 5s',
      { replication: { scheme: 'consensus', leader: 2 }, onPartition: { kind: 'wait', ms: 5000 } },
    ],
  ])('%s', (clauses, wanted) => {
    expect(design(clauses)).toMatchObject(wanted);
  });

  test('uplinks are links, a file without links gets all, and `explore` replaces the families', () => {
    const model = modelOf('zone us { node a, b }\nzone eu { node c }\nclient phone\nexplore any 2 links, 1 node');
    expect(model.links.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      "uplink a's link to us",
      "uplink b's link to us",
      "uplink c's link to eu",
      'implicit us–eu',
      'implicit us–phone',
      'implicit eu–phone',
    ]);
    expect(model.families).toEqual([{ ...EMPTY_FAMILY, links: 2, nodes: 1 }]);
    expect(modelOf('node a\nexplore any 1 isolated node, 2 zones apart\nexplore pair').families).toEqual([
      { ...EMPTY_FAMILY, isolated: 1, apart: 2 },
      { ...EMPTY_FAMILY, pairs: 1 },
    ]);
  });
});

test('a comment or a blank line changes no model, though it moves everything', () => {
  const text = 'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose CP }\noperation r: read s from c';
  expect(modelOf(`// comment\n\n${text.replace(/\n/g, ' // x\n')}`)).toEqual(modelOf(text));
});

test('odd names are names', () => {
  const text =
    'node __proto__, constructor, "a b"\nmesh __proto__, constructor, "a b"\nclient toString at __proto__\nstore hasOwnProperty on __proto__, constructor { choose CP }\noperation valueOf: read hasOwnProperty from toString';
  expect(diagnose(text)).toEqual([]);
  expect(modelOf(text).operations[0]?.name).toBe('valueOf');
});

test('a name that is written into a file is that very name', () => {
  // A file of nothing but control characters is not text.
  const beside = `// ${'words '.repeat(100)}\n`;
  const spelt = (name: string): string | undefined =>
    modelOf(`${beside}node "first", ${nameText(name)}`).vertices[1]?.name;
  for (const name of [...Object.values(HOSTILE_NAMES), 'e\u0301', 'é', 'a-b', 'a--b', '\\', '"', 'a\u2028'])
    expect(spelt(name)).toBe(name);
  // No escape gives a carriage return; a file with zeros is not text; a name is more than blanks.
  const names = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('\\', '"', '\n', '\t', 'n', '\u0301'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    })
    .filter((name) => !/[\r\0]/.test(name) && name.trim() !== '' && name !== 'first');
  fc.assert(
    fc.property(names, (name) => void expect(spelt(name)).toBe(name)),
    { numRuns: 2000 },
  );
});

test('rejoin: what a person has to do is of a store that throws a history away, and elsewhere without effect', () => {
  const rejoining = (clauses: string): { readonly byHand: boolean | undefined; readonly said: string[] } => {
    const { model, diagnostics } = resolve(
      parse(
        `node a, b, c\nmesh a, b, c\nclient x at a\nstore s on a, b, c { ${clauses} }\noperation w: write s from x`,
      ),
    );
    return { byHand: model.stores[0]?.rejoinsByHand, said: diagnostics.map(({ code }) => code) };
  };
  expect(rejoining('replicate primary a async failover automatic rejoin manual')).toEqual({ byHand: true, said: [] });
  expect(rejoining('replicate primary a async failover automatic rejoin automatic')).toEqual({
    byHand: undefined,
    said: [],
  });
  expect(rejoining('replicate any merge discard rejoin manual')).toEqual({ byHand: true, said: [] });
  for (const clauses of ['replicate primary a async', 'choose CP', 'choose AP'])
    expect(rejoining(`${clauses} rejoin manual`)).toEqual({ byHand: undefined, said: ['ineffective-clause'] });
  // Nobody wrote it, so nobody has to take it away; and it comes to bear where a failover is written beside it.
  expect(rejoining('like postgresql-async')).toEqual({ byHand: undefined, said: [] });
  expect(rejoining('like postgresql-async replicate primary a async failover automatic')).toEqual({
    byHand: true,
    said: [],
  });
  expect(rejoining('replicate primary a async failover automatic rejoin manuel').said).toEqual(['unknown-value']);
});

test('membership agreed: of a store whose replicas serve by themselves, and a contradiction elsewhere', () => {
  const agreeing = (clauses: string): readonly unknown[] => {
    const { model, diagnostics } = resolve(
      parse(
        `node a, b, c\nmesh a, b, c\nclient x at a\nstore s on a, b, c { ${clauses} }\noperation w: write s from x`,
      ),
    );
    return [model.stores[0]?.replication, ...diagnostics.map(({ code, message }) => `${code}: ${message}`)];
  };
  const agreed = { scheme: 'any', membership: 'agreed' };
  expect(agreeing('replicate any membership agreed')).toEqual([agreed]);
  expect(agreeing('membership agreed choose AP')).toEqual([agreed]);
  expect(agreeing('like rabbitmq-ignore')).toEqual([agreed]);
  expect(agreeing('like couchdb membership agreed')).toEqual([agreed]);
  for (const [clauses, scheme] of [
    ['choose CP', 'consensus'],
    ['replicate consensus', 'consensus'],
    ['replicate primary a', 'primary'],
    ['replicate quorum', 'quorum'],
  ] as const) {
    expect(agreeing(`${clauses} membership agreed`)).toEqual([
      expect.objectContaining({ scheme }),
      `contradictory-clause: \`membership agreed\` needs \`replicate any\`: \`replicate ${scheme}\` follows no group view. Remove it.`,
    ]);
  }
  // The clause of a preset goes with the preset's own scheme.
  expect(agreeing('like rabbitmq-ignore replicate consensus')).toEqual([
    expect.objectContaining({ scheme: 'consensus' }),
  ]);
  expect(agreeing('replicate any membership agreeing')).toEqual([
    { scheme: 'any' },
    expect.stringMatching(/^unknown-value: .*agreed/),
  ]);
});

test('soup of names and statements never throws, and every span lies inside', () => {
  const words = [
    'node',
    'zone',
    'client',
    'link',
    'store',
    'operation',
    'partition',
    'expect',
    'accept',
    'explore',
    'a',
    'b',
    'c',
    '{',
    '}',
    ',',
    '--',
    '|',
    ':',
    'on',
    'read',
    'from',
    'choose',
    'CP',
    'CA',
    'replicate',
    'quorum',
    'R=9',
    'in',
    'at',
    'all',
    'links',
    'under',
    'any',
    '3',
    'ok',
    '\n',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 80 }), (list) => {
      const text = list.join(' ');
      for (const { span } of resolve(parse(text)).diagnostics)
        expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a message that names a few of many places says that there are more', () => {
  const message = (nodes: string): string | undefined =>
    diagnose(
      `node x, a, b, c, d\nclient k at a\nstore s on ${nodes} { replicate primary x }\noperation o: read s from k\n`,
    )
      .map((one) => one.message)
      .find((one) => one.includes('name one of'));
  expect(message('a, b, c')).toContain('name one of a, b, c.');
  expect(message('a, b, c, d')).toContain('name one of a, b, c, ….');
});
