import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { expectDrawn } from '../../testing/caret.js';
import { resolve } from '../resolve.js';
import { parse } from '../../syntax/parse.js';

const NODES = 'node a, b, c\nmesh a, b, c 1ms\nclient web at a\nstore db on a, b { choose CP }\n';
const told = (text: string): void =>
  expectDrawn(`${NODES}${text}`, (source) =>
    analyze(source).diagnostics.filter(
      ({ severity, code }) => (severity === 'error' || severity === 'warning') && !code.startsWith('op-'),
    ),
  );

test('a service is its name and its instances, a zone stands for its nodes', () => {
  const { model, origins } = resolve(
    parse('zone z { node x, y }\nnode w\nservice api on w, z\nstore s on w { choose CP }\nclient web at w\n'),
  );
  const ids = ['w', 'x', 'y'].map((node) => model.vertices.findIndex(({ name }) => name === node));
  expect(model.services).toEqual([{ name: 'api', instances: ids }]);
  expect(origins.services).toHaveLength(1);
});

test('an operation goes through services in the order as written', () => {
  const { model, diagnostics } = resolve(
    parse(
      `${NODES}service api on b\nservice gate on c, a\n` +
        'operation put: write db from web through gate, api level quorum needs eventual\n' +
        'operation both from web through api { read db; write db }\noperation direct: read db from web\n',
    ),
  );
  expect(diagnostics).toEqual([]);
  expect(model.operations.map(({ through }) => through)).toEqual([[1, 0], [0], undefined]);
});

test('`through` takes services only', () => {
  told(`service api on b
operation a: read db from web through db
                                      ^^ unknown-name There is no service \`db\`; \`db\` is a store.
operation b: read db from web through c
                                      ^ unknown-name There is no service \`c\`; \`c\` is a node.
operation d: read db from web through apo
                                      ^^^ unknown-name did you mean \`api\`
operation e: read api from web
                  ^^^ unknown-name There is no store \`api\`; \`api\` is a service.
operation f: read db from web through api`);
});

test('the instances of a service run on nodes, each on one of its own', () => {
  told(`service api on web, b
               ^^^ wrong-kind the instances of a service run on nodes
service gate on b, c, b
                      ^ duplicate-name a node runs one instance of a service
service db on b
        ^^ duplicate-name is declared already, as a store`);
});

test('a pinned client has to be pinned to an instance', () => {
  told(`client fixed at a via a
service api on b, c
operation look: read db from fixed through api
          ^^^^ via-not-replica without an instance of \`api\`: name one of b, c`);
});

test('`requires` names stores and services, and no circle of them', () => {
  const { model } = resolve(
    parse(
      `${NODES}store pd on c { choose CP requires db }\nservice api on b { requires pd, db }\n` +
        'service edge on a { requires api }\noperation look: read pd from web through edge\n',
    ),
  );
  expect(model.stores[1]?.requires).toEqual([{ kind: 'store', index: 0 }]);
  expect(model.services.map(({ requires }) => requires)).toEqual([
    [
      { kind: 'store', index: 1 },
      { kind: 'store', index: 0 },
    ],
    [{ kind: 'service', index: 0 }],
  ]);
  told(`store one on a { choose CP requires api }
                                    ^^^ requires-cycle
service api on b { requires two }
                            ^^^ requires-cycle
store two on b { choose CP requires one, web }
                                    ^^^ requires-cycle neither ever begins to serve
                                         ^^^ unknown-name There is no store \`web\`; \`web\` is a client.
operation look: read db from web
operation other: read one from web through api`);
});

test('an operation on a store that requires one with a mistake is not judged', () => {
  const { unjudged } = analyze(
    `${NODES}store pd on nowhere { choose CP }\nstore kv on a { choose CP requires pd }\noperation look: read kv from web\n`,
  ).resolved;
  expect(unjudged.map(({ name, mistake }) => `${name}: ${mistake.what}`)).toEqual(['look: store `pd`']);
});

test('an operation through a service with a mistake is not judged', () => {
  const { unjudged } = analyze(
    `${NODES}service api on nowhere\noperation look: read db from web through api\n`,
  ).resolved;
  expect(unjudged.map(({ name, mistake }) => `${name}: ${mistake.what}`)).toEqual(['look: service `api`']);
});
