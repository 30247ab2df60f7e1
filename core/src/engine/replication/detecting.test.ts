import { expect, test } from 'vitest';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';
import { HEALTHY } from '../../network/fault.js';
import { verdictsUnder } from '../explore.js';

/** What can happen until the break has been noticed, beside what can once it has settled: "operation client: settled | besides". */
function table(text: string): string[] {
  const { model, diagnostics } = resolve(parse(text));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const words = (outcomes: readonly { readonly verdict: string; readonly howLong?: string }[]): string =>
    outcomes.map(({ verdict, howLong }) => (howLong === 'lag' ? `~${verdict}` : verdict)).join('+');
  return verdictsUnder(model, { ...HEALTHY, partition: 0 }).map(
    ({ operation, client, verdict, whileDetecting }) =>
      `${model.operations[operation]?.name ?? '?'} ${model.vertices[client]?.name ?? '?'}: ${words(verdict.outcomes)} | ${words(whileDetecting)}`,
  );
}

const three = `
node a, b, c
mesh a, b, c
client atA at a
client atB at b
operation put: write s from atA, atB
operation get: read s from atA, atB
partition lone { a | b, c }`;

// etcd 3.4, the leader cut off: a write at it times out until it notices and steps down, a linearizable read too; the others wait for the election.
test('consensus, the leader alone', () => {
  expect(table(`${three}\nstore s on a, b, c { replicate consensus leader a }`)).toEqual([
    'put atA: error | unknown', 'put atB: ok | unknown', 'get atA: error | ', 'get atB: ok | error',
  ]);
});

// "A follower cut off: no gap elsewhere."
test('consensus, a follower alone', () => {
  expect(table(`${three}\nstore s on a, b, c { replicate consensus leader b }`)).toEqual([
    'put atA: error | unknown', 'put atB: ok | ', 'get atA: error | ', 'get atB: ok | ',
  ]);
});

// Cassandra at QUORUM: the minority times out first, and refuses once it knows.
test('quorum', () => {
  expect(table(`${three}\nstore s on a, b, c { replicate quorum R=2 W=2 }`)).toEqual([
    'put atA: error | unknown', 'put atB: ok | ', 'get atA: error | ', 'get atB: ok | ',
  ]);
});

// A replica that pauses when it is alone goes on until it has noticed; what it acknowledged just before the break is missed elsewhere in any case.
test('any, pausing in the minority', () => {
  expect(table(`${three}\nstore s on a, b, c { choose CP replicate any }`)).toEqual([
    'put atA: conflict+error | ', 'put atB: conflict | ', 'get atA: error | stale', 'get atB: stale | ',
  ]);
});

// MySQL semi-synchronous and PostgreSQL synchronous: the write hangs first.
test('primary that waits for one other', () => {
  expect(table(`${three}\nstore s on a, b, c { replicate primary a sync 1 failover manual }`)).toEqual([
    'put atA: error | unknown', 'put atB: error | ', 'get atA: ok | ', 'get atB: error | ',
  ]);
});
