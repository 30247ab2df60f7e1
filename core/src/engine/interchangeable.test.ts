import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { kindsOf } from './interchangeable.js';
import type { Phase } from './judge/situations.js';

/** The names of those that can change places, by the first of them; undefined: the order may matter. */
function alike(
  store: string,
  {
    read = '',
    clients = 'client w, r',
    more = '',
    phase = 'settled' as Phase,
    isOkAsked = false,
    inSession = false,
  } = {},
): string[] | undefined {
  const text = [
    'node a, b, c, d',
    'mesh a, b, c, d',
    clients,
    ...['w', 'r']
      .filter((client) => !clients.includes(`${client} at`))
      .flatMap((client) => ['a', 'b', 'c', 'd'].map((node) => `link ${client} -- ${node}`)),
    `store s on ${store}`,
    'operation put: write s from w',
    `operation get: read s ${read} from r`,
    more,
    '',
  ].join('\n');
  const { model, diagnostics } = resolve(parse(text));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const get = model.operations[1];
  const client = get?.clients[0] ?? -1;
  const kinds = get && kindsOf(model, { operation: get, client, phase, isOkAsked, inSession });
  const names = model.vertices.map(({ name }) => name);
  return kinds?.flatMap((_, first) => {
    const members = names.filter((__, vertex) => kinds[vertex] === first);
    return members.length > 1 ? [members.join(' ')] : [];
  });
}

test('replicas that the store says the same of, with the same links', () => {
  expect(alike('a, b, c, d { choose CP }')).toEqual(['a b c d']);
  expect(alike('a, b, c, witness d { choose CP }')).toEqual(['a b c']);
  expect(alike('a, b, c, d { choose CP }', { more: 'link a -- b' })).toEqual(['a b', 'c d']);
});

test('a leader, a primary and those that it names are apart', () => {
  expect(alike('a, b, c, d { replicate consensus leader b }')).toEqual(['a c d']);
  expect(alike('a, b, c, d { replicate primary a async failover automatic }')).toEqual(['b c d']);
  expect(alike('a, b, c, d { replicate primary a sync b failover automatic }')).toEqual(['c d']);
  expect(alike('a, b, c, d { replicate primary a async failover automatic by b, c, d }')).toEqual(['b c d']);
});

const PRIMARY = 'a, b, c, d { replicate primary d async failover automatic }';

test('machines of the client, and those to which it is pinned', () => {
  for (const store of ['a, b, c, d { choose CP }', PRIMARY]) {
    const others = store === PRIMARY ? ['b c'] : ['b c d'];
    expect(alike(store, { clients: 'client w\nclient r at a' })).toEqual(others);
    expect(alike(store, { clients: 'client w\nclient r at a via b, c' })).toEqual(['b c']);
  }
});

test('the same of another client that writes, if it matters what it writes', () => {
  expect(alike(PRIMARY, { clients: 'client w at a\nclient r' })).toEqual(['b c']);
  expect(alike(PRIMARY, { clients: 'client w, r\nclient x at a' })).toEqual(['a b c']);
  expect(alike('a, b, c, d { choose CP }', { clients: 'client w at a\nclient r' })).toEqual(['a b c d']);
});

test.each([
  'replicate quorum',
  'choose AP',
  'replicate any',
  'replicate consensus zab',
  'choose CP on partition wait 5s',
])('replicas that may be asked in an order: %s', (clauses) =>
  expect(alike(`a, b, c, d { ${clauses} }`)).toBeUndefined(),
);

test('reads of one copy ask the nearest one', () => {
  expect(alike('a, b, c, d { choose CP }', { read: 'level local' })).toBeUndefined();
  expect(alike('a, b, c, d { replicate primary a }', { read: 'level local' })).toBeUndefined();
});

const BESIDE = 'client w at d\nclient r at a';

test.each(['choose CP', 'replicate primary d'])('clients on replicas read the copy that is there: %s', (clauses) => {
  expect(alike(`a, b, c, d { ${clauses} }`, { clients: BESIDE, read: 'level local' })).toEqual(['b c']);
});

test('each member that follows the leader answers a bounded read with the same', () => {
  const asked = (clauses: string): string[] | undefined =>
    alike(`a, b, c, d { ${clauses} }`, { clients: BESIDE, read: 'level bounded 5s' });
  expect(asked('choose CP')).toEqual(['b c']);
  expect(asked('replicate primary d')).toBeUndefined();
});

test('a bounded read may be ok where the first that is asked has led before', () => {
  const asked = (read: string): string[] | undefined =>
    alike('a, b, c, d { choose CP }', { clients: BESIDE, read, isOkAsked: true });
  expect(asked('level bounded 5s')).toBeUndefined();
  expect(asked('level local')).toEqual(['b c']);
});

test('at level all each follower leaves the request to the leader', () => {
  // It is answered or not, whatever is written meanwhile: the other client's machine is like the rest.
  expect(alike('a, b, c, d { choose CP }', { clients: BESIDE, read: 'level all' })).toEqual(['b c d']);
});

test('coordinators that lack answers reach one other replica at most', () => {
  const quorums = (clauses: string, clients = 'client w at d\nclient r at a'): string[] | undefined =>
    alike(`a, b, c, d { replicate quorum ${clauses} }`, { clients });
  expect(quorums('R=2 W=3')).toEqual(['b c']);
  expect(quorums('R=4 W=1')).toBeUndefined();
  expect(quorums('R=4 W=4 sloppy')).toEqual(['b c']);
  expect(quorums('R=2 W=3', 'client w at d\nclient r')).toBeUndefined();
});

test('while a break is being detected only a primary is asked in no order', () => {
  expect(alike(PRIMARY, { phase: 'detecting' })).toEqual(['a b c']);
  expect(alike('a, b, c, d { choose CP }', { phase: 'detecting' })).toBeUndefined();
});

test('what the client did before counts where an answer is compared with it', () => {
  const clients = 'client w at d\nclient r';
  const more = 'operation look: read s level local from r';
  expect(alike(PRIMARY, { clients, more })).toEqual(['a b c']);
  expect(alike(PRIMARY, { clients, more, inSession: true })).toBeUndefined();
});
