import { describe, expect, test } from 'vitest';
import { parse } from '../../syntax/parse.js';
import { expectDrawn } from '../../testing/caret.js';
import { levelsOf } from '../levels.js';
import type { Resolved } from '../model.js';
import { resolve } from '../resolve.js';
import { clausesOf, isOfDerivedData, PRESETS } from './index.js';

const NAMES = PRESETS.map(({ name }) => name);

function like(clauses: string, rest = ''): Resolved {
  const derived = PRESETS.some((preset) => isOfDerivedData(preset) && clauses.endsWith(`like ${preset.name}`));
  const from = derived && !clauses.includes('from ') ? 'from source ' : '';
  const stores = `store s on a, b, c { ${from}${clauses} }\nstore source on a { choose CP }`;
  return resolve(parse(`node a, b, c\nmesh a, b, c\nclient web at a\n${stores}\n${rest}\n`));
}

function problems({ diagnostics }: Resolved): readonly string[] {
  return diagnostics.filter(({ code }) => code !== 'lonely-store').map(({ code, message }) => `${code}: ${message}`);
}

test('every preset has a name of its own, which needs no quotes', () => {
  expect(new Set(NAMES).size).toBe(NAMES.length);
  expect(NAMES.filter((name) => !/^[a-z][a-z0-9]*(-[a-z]+)*$/.test(name))).toEqual([]);
});

describe.each(PRESETS.map((preset) => [preset.name, preset] as const))('%s', (name, preset) => {
  test('its clauses are read without complaint, as three replicas have them', () => {
    expect(parse(`store s on a {\n${preset.clauses}\n}`).diagnostics).toEqual([]);
    expect(clausesOf(preset)).toHaveLength(preset.clauses.split('\n').length);
    const resolved = like(`like ${name}`);
    expect(problems(resolved)).toEqual([]);
    expect(resolved.model.stores[0]?.preset).toBe(name);
  });

  test('it is what its clauses are where somebody writes them into the file', () => {
    const { model } = like(preset.clauses.replace('replicate primary', 'replicate primary a').replaceAll('\n', ' '));
    expect({ ...model.stores[0], preset: name }).toEqual(like(`like ${name}`).model.stores[0]);
  });

  test('every level is one that its scheme has, by its own name in any case', () => {
    const [store] = like(`like ${name}`).model.stores;
    for (const { name: level, access, level: means, boundMs } of preset.levels) {
      for (const written of [level, level.toUpperCase(), level.toLowerCase()]) {
        const resolved = like(`like ${name}`, `operation o: ${access} s from web level ${JSON.stringify(written)}`);
        expect(problems(resolved)).toEqual([]);
        expect(resolved.model.operations[0]?.steps).toEqual([
          {
            access,
            store: 0,
            ...(means === undefined ? {} : { level: means }),
            ...(boundMs === undefined ? {} : { boundMs }),
            needs: [],
          },
        ]);
      }
      if (means !== undefined) expect(levelsOf(store?.replication.scheme ?? 'any', access)).toContain(means);
      expect(boundMs === undefined, level).toBe(means !== 'bounded');
    }
    const keys = preset.levels.map(({ name: level, access }) => `${access} ${level.toLowerCase()}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("an operation without a level means the product's default", () => {
    for (const access of isOfDerivedData(preset) ? (['read'] as const) : (['read', 'write'] as const)) {
      const level = preset.levels.find((one) => one.access === access && one.name === preset.plain[access]);
      expect(level, access).toBeDefined();
      expect(
        preset.levels.some(
          (one) => one.access === access && one.name === (preset.plainWithFewCopies ?? preset.plain)[access],
        ),
      ).toBe(true);
      expect(like(`like ${name}`, `operation o: ${access} s from web`).model.operations[0]?.steps[0]?.level).toBe(
        level?.level,
      );
    }
  });

  test('every clause and every level has a page that says so', () => {
    const backed = new Set(
      preset.rules.filter(({ source }) => source.startsWith('https://')).flatMap(({ clauses }) => clauses),
    );
    expect(
      clausesOf(preset)
        .map(({ kind }) => kind)
        .filter((kind) => !backed.has(kind)),
    ).toEqual([]);
    for (const { name: level, source } of preset.levels) expect(source, level).toMatch(/^https:\/\/\S+$/);
    for (const { source } of preset.rules) expect(source).toMatch(/^(https:\/\/\S+|observed: .+)$/);
  });

  test('it says what it stands for', () => {
    for (const text of [preset.product, preset.version, preset.configuration]) expect(text.trim()).not.toBe('');
    for (const text of [...preset.rules.map(({ rule }) => rule), ...preset.levels.map(({ what }) => what)])
      expect(text).not.toMatch(/[|\n]|^\s|\s$/);
  });
});

describe('clauses of the store', () => {
  test('replace those of the preset of the same kind, and the others stay', () => {
    const store = like('like etcd on partition error').model.stores[0];
    expect(store).toMatchObject({
      replication: { scheme: 'consensus' },
      onPartition: { kind: 'error' },
      detectMs: 3000,
      preset: 'etcd',
    });
    expect(like('like etcd replicate consensus leader b').model.stores[0]).toMatchObject({
      replication: { scheme: 'consensus', leader: 1 },
      onPartition: { kind: 'wait', ms: 5000 },
    });
  });

  test("a `replicate` of another scheme leaves the product's default level behind", () => {
    expect(
      like('like etcd replicate any', 'operation o: read s from web').model.operations[0]?.steps[0]?.level,
    ).toBeUndefined();
    expect(
      like('like etcd replicate consensus leader a', 'operation o: read s from web').model.operations[0]?.steps[0]
        ?.level,
    ).toBe('quorum');
  });

  test('may leave a level without meaning, which is said in both words', () => {
    expect(problems(like('like etcd replicate any', 'operation o: read s from web level linearizable'))).toEqual([
      'level-not-allowed: `any` has no level `quorum`, which `linearizable` stands for, for a read: write one of local, one.',
    ]);
  });

  test('a primary without a name stays a mistake in the file', () => {
    expect(problems(like('replicate primary'))).toEqual([expect.stringMatching(/^primary-not-replica: Which replica/)]);
  });
});

describe('a preset that does not fit the store', () => {
  const drawn = (text: string): void =>
    expectDrawn(text, (source) => resolve(parse(source)).diagnostics.filter(({ code }) => code !== 'lonely-store'));

  test('is wrong at its name', () => {
    drawn(`
node a, b
link a -- b
store one on a { like kafka }
//                    ^^^^^ sync-too-large From \`like kafka\`: \`in-sync 2\` is more than the 1 replica
store two on a, b { like riak choose CP }
//                       ^^^^ contradictory-clause \`sloppy\` lets stand-ins take what \`choose CP\` refuses
store three on a, witness b { like cassandra }
//                        ^ witness-without-votes A witness votes, and \`quorum\` takes no votes
`);
  });

  test('is not what its product does with another choice, or with a choice that changes nothing', () => {
    drawn(`
node a, b, c
mesh a, b, c
store one on a, b, c { like etcd choose AP }
//                               ^^^^^^^^^ misleading-choice With \`choose AP\` members without a leader take conflicting writes
store two on a, b, c { like postgresql-async choose AP }
//                                           ^^^^^^^^^ misleading-choice With \`choose AP\` replicas without a primary
store three on a, b, c { like cassandra choose CP }
//                                      ^^^^^^^^^ misleading-choice \`choose CP\` changes nothing of \`cassandra\`
store four on a, b, c { like cassandra }
store five on a, b, c { like etcd choose CP }
store six on a, b, c { replicate quorum choose CP }
store seven on a, b, c { like cassandra choose AP }
//                                      ^^^^^^^^^ misleading-choice fewer replicas answer than the level asks
store eight on a, b, c { like couchdb choose CP }
//                                    ^^^^^^^^^ misleading-choice replicas without a majority pause
store nine on a, b, c { like redis-sentinel choose CP }
//                                          ^^^^^^^^^ misleading-choice a failover discards what the promoted replica lacks
store ten on a, b, c { like kafka choose CP }
store eleven on a, b, c { like hazelcast choose CP }
store twelve on a, b, c { like riak choose AP }
`);
  });

  test('a choice that changes nothing of what the store itself says', () => {
    drawn(`
node a, b, c
mesh a, b, c
store one on a, b, c { choose CP replicate quorum R=1 W=2 }
//                     ^^^^^^^^^ misleading-choice R=1 W=2, where a read may miss a write
store two on a, b, c { choose CP replicate quorum R=3 W=1 }
//                     ^^^^^^^^^ misleading-choice R=3 W=1, where two writes may share no replica
store three on a, b, c { choose CP replicate primary a sync 1 weakens failover automatic }
//                       ^^^^^^^^^ misleading-choice Wait for one
store four on a, b, c { choose CP replicate primary a sync 1 failover automatic }
store five on a, b, c { choose CP replicate primary a failover manual }
`);
  });

  test('clauses of one store that have no effect together', () => {
    drawn(`
node a, b, c
mesh a, b, c
store one on a, b, c { replicate primary a failover safe }
//                                                  ^^^^ ineffective-clause promotes nobody
store two on a, b, c { replicate primary a sync 1 weakens failover safe }
//                                                                 ^^^^ ineffective-clause write \`sync 1\`
store three on a, b, c { replicate primary a step-down failover safe }
store four on a, b, c { replicate primary a sync 1 failover safe merge crdt }
//                                                               ^^^^^^^^^^ ineffective-clause keeps one history
store five on a, b, c { choose CP merge siblings }
//                                ^^^^^^^^^^^^^^ ineffective-clause \`replicate consensus\` keeps one history
store six on a, b, c { choose AP replicate consensus merge siblings }
`);
  });

  test('has a wait that nobody wrote: `choose AP` has no quarrel with it', () => {
    const misleads = expect.stringMatching(/^misleading-choice/) as unknown;
    expect(problems(like('like etcd choose AP'))).toEqual([misleads]);
    expect(problems(like('like etcd choose AP on partition error'))).toEqual([
      misleads,
      expect.stringMatching(/^ineffective-clause/),
    ]);
  });
});

describe('what is not there', () => {
  test('a preset: what was meant, and all that there are', () => {
    const [problem] = problems(like('like etdc'));
    expect(problem).toMatch(/^unknown-preset: There is no preset `etdc`: use `etcd`\.$/);
    const [unknown] = problems(like('like qwertyuiop'));
    expect(unknown).toMatch(/^unknown-preset: There is no preset `qwertyuiop`; use one of /);
    for (const name of NAMES) expect(unknown).toContain(name);
    expect(problems(like('like postgres'))).toEqual([
      'unknown-preset: There is no preset `postgres`: use one of `postgresql-async`, `postgresql-patroni`, `postgresql-patroni-sync`, `postgresql-sync`.',
    ]);
  });

  test("a level: the product's names for that access", () => {
    expect(problems(like('like etcd', 'operation o: read s from web level serialisable'))).toEqual([
      'unknown-value: `serialisable` is not a read level of `etcd`: did you mean `serializable`? Its read levels are `linearizable`, `serializable`.',
    ]);
    expect(problems(like('like etcd', 'operation o: write s from web level serializable'))).toEqual([
      'unknown-value: `serializable` is not a write level of `etcd`, only a read level; use `default`.',
    ]);
  });

  test("the language's own levels go on working", () => {
    expect(like('like etcd', 'operation o: read s from web level local').model.operations[0]?.steps[0]?.level).toBe(
      'local',
    );
  });
});
