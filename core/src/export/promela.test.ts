import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import type { Level, MergeRule, Model } from '../model/model.js';
import { EXPORT_FORMATS } from './index.js';
import { promela } from './promela.js';

const DESIGN = `zone us { node us1, us2 }
node eu1
link us -- eu1 80ms
client ann in us
client bob at eu1
store account on us1, us2, eu1 { choose CP }
operation pay: write account from ann, bob
operation view: read account from bob
partition ocean { us | eu1 }
`;

const modelOf = (text: string): Model => {
  const { resolved } = analyze(text);
  expect(resolved.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return resolved.model;
};

const textOf = (design: string): string => {
  const exported = promela(modelOf(design));
  return exported.kind === 'text' ? exported.text : exported.reasons.join('\n');
};

const reasonsOf = (model: Model): readonly string[] => {
  const exported = promela(model);
  return exported.kind === 'refused' ? exported.reasons : [];
};

/** What a name of the design is called in the model, by the comment after its number. */
const identifier = (text: string, what: string): string | undefined =>
  new RegExp(`^#define (\\S+) \\d+ +/\\* ${what.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} \\*/$`, 'm').exec(text)?.[1];

describe('the text', () => {
  const text = textOf(DESIGN);

  test('begins with what it is, how to run it and how many faults there are', () => {
    // 2^3 cuts, 6 one-way cuts, 3 stopped nodes, 1 partition.
    expect(text).toMatch(/^\/\*\n \* A Netsplit design for the model checker SPIN/);
    expect(text).toContain('spin -a design.pml && gcc -O2 -DSAFETY -o pan pan.c && ./pan -n');
    expect(text).toContain(
      'SPIN tries 24 faults (all 8 cuts of 3 links; 6 one-way cuts; 3 stopped nodes; 3 isolated nodes; 1 zone apart; 1 lost zone; 1 pair; 1 named)',
    );
    expect(text).toMatch(/^#define FAULTS 24$/m);
  });

  test('has the names of the design', () => {
    expect(
      ['zone us', 'node us1', 'client bob', 'store account', 'operation pay', 'pay from ann'].map((what) =>
        identifier(text, what),
      ),
    ).toEqual(['us', 'us1', 'bob', 'account', 'pay', 'pay_from_ann']);
  });

  test('a way to go for each link, and none for the machine of a client', () => {
    expect(text).toContain('hop[us1] = (has(running, us1) -> forth(link_us1_s_link_to_us, us) : 0);');
    expect(text).toContain(
      'hop[us] = (has(running, us) -> back(link_us1_s_link_to_us, us1) | back(link_us2_s_link_to_us, us2) | forth(link_us_eu1, eu1) | bit(ann) : 0);',
    );
    expect(text).toContain('hop[bob] = 0;');
    expect(text).toContain('message(bob, eu1);');
  });

  test('a named partition keeps its groups apart, with the clients that belong to them', () => {
    expect(text).toContain('to[bob] = to[bob] & ~(bit(us1) | bit(us2) | bit(ann))');
  });

  test('a client asks the nearest replica first', () => {
    expect(text).toContain(
      ':: client == bob && store == account -> replica = (turn == 2 -> eu1 : (turn == 3 -> us1 : (turn == 4 -> us2 : NOBODY)))',
    );
  });

  test('is laid out: what is opened is closed, and nothing is left of the holes and of the marks that stood for names', () => {
    const code = text.slice(0, text.indexOf('c_decl')).replace(/\/\*[\s\S]*?\*\//g, '');
    const count = (word: RegExp): number => code.match(word)?.length ?? 0;
    expect([count(/\bif\b/g), count(/\bdo\b/g), count(/\{/g)]).toEqual([
      count(/\bfi\b/g),
      count(/\bod\b/g),
      count(/\}/g),
    ]);
    expect(code).toMatch(/\n {4}settle_all\(\);\n/);
    expect(text).not.toMatch(/[\uE000\uE001«»]|undefined/);
  });

  test('is the same each time', () => {
    expect(textOf(DESIGN)).toBe(text);
  });
});

describe('names', () => {
  const names = ['front end', 'front-end', 'do', 'fault', 'NODES', '東京', 'Zürich', '2nd', 'a */ b', '__', 'double'];
  const quoted = names.map((name) => `"${name}"`);
  const text = textOf(`node ${quoted.join(', ')}
router r
link ${quoted[0]} -- r
client c at ${quoted[0]}
store account on ${quoted.slice(0, 3).join(', ')} { choose CP }
operation "run": read account from c
`);

  test('are made identifiers that are no words of Promela, of C or of the model, and no two of them are equal', () => {
    expect(names.map((name) => identifier(text, `node ${name.replace('*/', '* /')}`))).toEqual([
      'front_end',
      'front_end_2',
      'do_2',
      'fault_2',
      'NODES_2',
      'node',
      'Zurich',
      'node_2nd',
      'a_b',
      'node_2',
      'double_2',
    ]);
    expect(identifier(text, 'operation run')).toBe('run_2');
  });

  test('stand in comments as they are written, and end none', () => {
    expect(text).toContain('/* node 東京 */');
    expect(text).toContain('/* node a * / b */');
  });
});

describe('what is refused, with its reason', () => {
  const model = modelOf(DESIGN);
  const [store] = model.stores;
  const [pay, view] = model.operations;
  if (store === undefined || pay === undefined || view === undefined)
    throw new Error('the design has a store and two operations');

  test('nothing of the design above', () => {
    expect(reasonsOf(model)).toEqual([]);
  });

  test.each<[string, string]>([
    ['node a\nclient c at a\nstore s on a { choose CP }', 'it has no operation, so there is nothing to ask SPIN'],
    [
      'node a, b, c, d, e, f, g\nclient k at a\nstore s on a, b { choose CP }\noperation o: read s from k',
      'it has 21 links, and the export takes 16: SPIN looks at them one by one',
    ],
    [
      `node ${Array.from({ length: 30 }, (_, i) => `n${i}`).join(', ')}\nlink n0 -- n1\nclient k at n0\nstore s on n0, n1 { choose CP }\noperation o: read s from k`,
      'it has 31 nodes, zones, routers and clients, and the export takes 30: SPIN looks at them one by one',
    ],
    [
      'node a, b, c, d, e, f\nclient k at a\nstore s on a, b { choose CP }\noperation o: read s from k\nexplore all links, 2 nodes',
      'it has 720,896 faults, and the export takes 100,000: SPIN looks at them one by one',
    ],
    [
      'node a, b\nclient k at a\nlink a -- b\nlink k -- b\nstore s on a, b { choose CP }\noperation o: read s from k',
      'link `k–b` ends at a client that is at a node',
    ],
    [
      'node a, b\nclient k at a\nlink a -> b\nstore s on a, b { replicate primary a failover automatic }\noperation o: read s from k',
      'the primary of store `s` has no majority on the healthy network already, where the rules say nothing',
    ],
    [
      'node a, b\nclient k at a\nlink a -> b\nstore s on a, b { choose CP; replicate any }\noperation o: read s from k',
      'a replica of store `s` has no majority on the healthy network already, where the rules say nothing',
    ],
  ])('%j', (design, reason) => {
    expect(reasonsOf(modelOf(design))).toEqual([reason]);
  });

  // A newer language has what the types of today do not know.
  test('a clause that it does not know', () => {
    expect(reasonsOf({ ...model, stores: [{ ...store, ...{ quarantine: 3 } }] })).toEqual([
      '`quarantine` of store `account` is not exported',
    ]);
    expect(
      reasonsOf({ ...model, stores: [{ ...store, replication: { ...store.replication, ...{ learners: 2 } } }] }),
    ).toEqual(['`learners` of store `account` is not exported']);
    expect(reasonsOf({ ...model, stores: [store, { ...store, from: { store: 0, ...{ delayed: 3 } } }] })).toEqual([
      '`delayed` of `from` of store `account` is not exported',
    ]);
    const service = { name: 'api', instances: [0], ...{ retries: 3 } };
    expect(reasonsOf({ ...model, services: [service] })).toEqual(['`retries` of service `api` is not exported']);
    expect(reasonsOf({ ...model, stores: [{ ...store, merge: 'newest' as MergeRule }] })).toEqual([
      '`merge newest` of store `account` is not exported',
    ]);
  });

  test('a level that it does not know', () => {
    const steps = view.steps.map((step) => ({ ...step, level: 'psychic' as Level }));
    expect(reasonsOf({ ...model, operations: [pay, { ...view, steps }] })).toEqual([
      '`level psychic` of operation `view` is not exported',
    ]);
  });
});

test('the table of formats has it', () => {
  expect(EXPORT_FORMATS.map(({ name }) => name)).toContain('promela');
});
