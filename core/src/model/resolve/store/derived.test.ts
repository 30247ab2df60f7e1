import { expect, test } from 'vitest';
import { analyze } from '../../../analyze.js';
import { expectDrawn } from '../../../testing/caret.js';
import { resolve } from '../../resolve.js';
import { parse } from '../../../syntax/parse.js';

const NODES = 'node a, b, c\nmesh a, b, c 1ms\nclient web at a\nstore db on a { choose CP }\n';
const told = (text: string): void =>
  expectDrawn(`${NODES}${text}`, (source) =>
    analyze(source).diagnostics.filter(({ severity, code }) => severity === 'error' && !code.startsWith('op-')),
  );

test('derived data has its source, a bound and what to do without a copy', () => {
  const { model, diagnostics } = resolve(
    parse(
      `${NODES}store index on b, c { from db }\nstore page on b { from index bounded 60s }\n` +
        'store cache on c { from db else db; requires page }\n' +
        'operation o from web { read index; read page level one; read cache }\n',
    ),
  );
  expect(diagnostics).toEqual([]);
  expect(model.stores.slice(1)).toMatchObject([
    { name: 'index', replication: { scheme: 'any' }, from: { store: 0 } },
    { name: 'page', from: { store: 1, boundMs: 60_000 }, requires: [{ kind: 'store', index: 1 }] },
    { name: 'cache', from: { store: 0, orSource: true }, requires: [{ kind: 'store', index: 2 }] },
  ]);
  expect(model.stores[1]).not.toHaveProperty('requires');
});

test('nobody writes derived data', () => {
  told(`store cache on b { from db }
operation put: write cache from web
                     ^^^^^ write-to-derived write that one only
operation both from web { write db; write cache }
                                          ^^^^^ write-to-derived its feed does the rest
operation look: read cache from web`);
});

test('clauses that make no sense beside `from`, and `else` without it', () => {
  told(`store index on b { from db choose CP }
                           ^^^^^^^^^ contradictory-clause \`choose\` means nothing here
store cache on b { from db else index }
                                ^^^^^ contradictory-clause after \`else\`, name \`db\`
store plain on b { choose CP else db }
                             ^^^^^^^ contradictory-clause this store is not derived
store other on b, witness c { from db }
                          ^ witness-without-votes A witness votes
store feed on b { from nowhere }
                       ^^^^^^^ unknown-name There is no store \`nowhere\`
operation look from web { read index; read cache; read plain; read other; read feed }`);
});

test('a preset of derived data: the clauses of the store replace its own', () => {
  const { model, diagnostics } = resolve(
    parse(
      `${NODES}store cache on b { from db like memcached }\nstore page on b { from db bounded 60s like cdn }\n` +
        'operation o from web { read cache level get; read page level GET }\n',
    ),
  );
  expect(diagnostics).toEqual([]);
  expect(model.stores.slice(1)).toMatchObject([
    { name: 'cache', from: { store: 0, orSource: true }, preset: 'memcached' },
    { name: 'page', from: { store: 0, boundMs: 60_000 }, preset: 'cdn' },
  ]);
  expect(model.stores[2]?.from).not.toHaveProperty('orSource');
});

test('a preset that keeps data of its own, and one of derived data without a source', () => {
  told(`store cache on b { from db like etcd }
                           ^^^^^^^^^ contradictory-clause \`etcd\` keeps data of its own
store page on b { like cdn }
                  ^^^^^^^^ contradictory-clause write \`from STORE\` beside it
operation look from web { read cache; read page }`);
});

test('a circle of feeds, also over `requires`', () => {
  told(`store one on a { from two }
                      ^^^ requires-cycle
store two on b { from one }
                      ^^^ requires-cycle
store three on b { from four }
                        ^^^^ requires-cycle
store four on a { choose CP requires three }
                                     ^^^^^ requires-cycle
operation look from web { read one; read two; read three; read four }`);
});

test('a read of derived data is not judged where a write to its source is not', () => {
  const { unjudged } = analyze(
    `${NODES}store index on b { from db }\noperation put: write db from web level nowhere\noperation look: read index from web\n`,
  ).resolved;
  expect(unjudged.map(({ name }) => name)).toEqual(['put', 'look']);
});
