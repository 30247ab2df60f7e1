import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { run } from '../base/steps.js';
import { alikeClients } from '../model/alike.js';
import type { Model } from '../model/model.js';
import { exploreAll } from './explore.js';
import { exploreOperation, sweepOperation } from './operation.js';
import { maxRuns } from './sweep.js';
import { Verdicts } from './verdicts.js';

function modelOf(text: string): Model {
  const { model, diagnostics } = analyze(text).resolved;
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return model;
}

/** Each client, and the first that it is like. */
function likeness(text: string): Record<string, string> {
  const model = modelOf(text);
  const alike = alikeClients(model);
  const name = (vertex: number): string => model.vertices[vertex]?.name ?? '?';
  return Object.fromEntries(model.operations.flatMap(({ clients }) => clients.map((c) => [name(c), name(alike(c))])));
}

const NETWORK = `zone eu { node a, b }
node c
link eu -- c
`;
const STORE = 'store s on a, b, c { choose AP }\n';

test('clients are alike in the same place, the same operations and the same sides', () => {
  const clients = `client p, q, r at a
client t at b
client u in eu
client f
client g
link f -- c
link g -- c
`;
  const all = 'p, q, r, t, u, f, g';
  expect(likeness(`${NETWORK}${clients}${STORE}operation w: write s from ${all}`)).toEqual({
    p: 'p',
    q: 'p',
    r: 'p',
    t: 't',
    u: 'u',
    f: 'f',
    g: 'g',
  });
  const some = `operation w: write s from ${all}\noperation v: read s from q, r`;
  expect(likeness(`${NETWORK}${clients}${STORE}${some}`)).toMatchObject({ p: 'p', q: 'q', r: 'q' });
  const within = `client u, y in eu\n${STORE}operation w: write s from u, y\n`;
  expect(likeness(`${NETWORK}${within}`)).toEqual({ u: 'u', y: 'u' });
  expect(likeness(`${NETWORK}${within}partition away { u, a | y, b, c }`)).toEqual({ u: 'u', y: 'y' });
});

const DESIGN = `${NETWORK}client p, q at a
client t, u at c
client x, y, z at a
client v at c
${STORE}store l on a, c { replicate primary a async failover automatic }
partition p1 { cut eu -- c }
explore all links
explore 1 node
`;
const REQUESTS = ['write s', 'read s level local', 'write l', 'read l level local'];

function operations(clients: string, needs = ''): string {
  return REQUESTS.map((request, i) => `operation o${i}: ${request} from ${clients}${needs}\n`).join('');
}

test('each client has the verdicts that it has by itself', () => {
  const model = modelOf(`${DESIGN}${operations('p, q, t, u, x, y, z, v')}`);
  const verdicts = new Verdicts(model);
  const { clients } = exploreAll(model);
  expect(clients).toHaveLength(4 * 8);
  const limit = maxRuns(model.links.length, clients.length);
  for (const { operation, client, ...found } of clients) {
    const sweeps = run(sweepOperation(verdicts, operation, client, limit));
    expect(found).toEqual(run(exploreOperation(verdicts, operation, client, sweeps)));
  }
});

test('a third client in the same place changes nothing for two that were there', () => {
  const few = exploreAll(modelOf(`${DESIGN}${operations('p, q, t, u')}`));
  const many = exploreAll(modelOf(`${DESIGN}${operations('p, q, t, u, x, y, z, v')}`));
  const first = new Set(few.clients.map(({ client }) => client));
  expect(few.clients.flatMap(({ findings }) => findings).some(({ outcome }) => outcome.other !== undefined)).toBe(true);
  expect(many.clients.filter(({ client }) => first.has(client))).toEqual(few.clients);
});

test('what is told of a later client beside a rival names that client', () => {
  const model = modelOf(`${DESIGN}${operations('p, q, t, u, x, y, z, v')}`);
  const named = (vertex: number): string => model.vertices[vertex]?.name ?? '?';
  const { clients } = exploreAll(model);
  const others = clients.flatMap(({ client, findings }) =>
    findings.flatMap(({ outcome: { other, verdict } }) =>
      verdict === 'conflict' && other !== undefined ? [[named(client), named(other.client)]] : [],
    ),
  );
  expect(others).not.toEqual([]);
  for (const [client, other] of others) expect(other).not.toBe(client);
});
