import { describe, expect, test } from 'vitest';
import { exploreAll } from './explore.js';
import { latencyMs } from './latency.js';
import { verdictsUnder } from './under.js';
import { verdictsOf } from './verdicts.js';
import { resolve } from '../model/resolve.js';
import { HEALTHY } from '../network/fault.js';
import { compileTopology } from '../network/topology.js';
import { parse } from '../syntax/parse.js';
import { expectVerdicts } from '../testing/verdicts.js';

const regions = `
zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client phone in eu
client desk  in us
`;

test('a client that reaches the data but not the service gets nothing', () => {
  expectVerdicts(
    `${regions}
    service api on us1
    store db on eu1, us2 { choose AP }
    operation direct: read db from phone
    operation look: read db from phone, desk through api
    partition ocean { us | eu }`,
    `            | healthy | ocean
     direct phone | ok    | ok
     look phone | ok      | error
     look desk  | ok      | ok`,
  );
});

test('the instance issues the steps, from its own machine', () => {
  // The phone's own side has a copy; the instance in us asks the one in us.
  expectVerdicts(
    `${regions}
    service api on us1
    store db on eu1, us2 { choose AP }
    operation put: write db from desk through api
    operation near: read db from phone
    operation far: read db from phone through api
    partition ocean { us | eu }
    partition cable { cut eu1 -- eu }`,
    `            | healthy | ocean  | cable
     put desk   | ok      | ok     | ok
     near phone | ~stale  | stale  | ok
     far phone  | ok      | error  | ok`,
  );
});

test('a refused request goes to the next instance', () => {
  // Alone, eu1 is refused by the store; us1 has a majority.
  expectVerdicts(
    `node eu1, us1, us2
    link eu1 -- us1
    link us1 -- us2
    link eu1 -- us2
    client phone
    link phone -- eu1 1ms
    link phone -- us1 9ms
    service one  on eu1
    service both on eu1, us1
    store db on eu1, us1, us2 { choose CP }
    operation once:  write db from phone through one
    operation twice: write db from phone through both
    partition alone {
      cut eu1 -- us1
      cut eu1 -- us2
    }
    partition down { down eu1 }`,
    `            | healthy | alone | down
     once phone | ok      | error | error
     twice phone | ok     | ok    | ok`,
  );
});

test('a request that timed out is not sent to another instance', () => {
  expectVerdicts(
    `node eu1, us1, us2
    link eu1 -- us1
    link us1 -- us2
    link eu1 -- us2
    client phone
    link phone -- eu1 1ms
    link phone -- us1 9ms
    service both on eu1, us1
    store db on eu1, us1, us2 { choose CP on partition wait 5s }
    operation put:  write db from phone through both
    operation look: read  db from phone through both
    partition alone {
      cut eu1 -- us1
      cut eu1 -- us2
    }`,
    `            | healthy | alone
     put phone  | ok      | unknown
     look phone | ok      | error`,
  );
});

describe('an answer lost on its way back', () => {
  const lost = (operations: string, drawn: string): void =>
    expectVerdicts(
      `node g, n, d
      client phone
      link phone -- g
      link g -- n
      link n -- d
      service gateway on g
      service api on n
      store db on d { choose CP }
      ${operations}
      partition first { cut g -> phone }
      partition second { cut n -> g }
      partition third { cut d -> n }`,
      drawn,
    );

  test('is unknown if a write may have taken effect, and an error for reads', () => {
    lost(
      `operation put:  write db from phone through gateway, api
      operation look: read db from phone through gateway, api`,
      `            | healthy | first   | second  | third
       put phone  | ok      | unknown+error | unknown+error | unknown+error
       look phone | ok      | error   | error   | error`,
    );
  });

  test('is not acknowledged, so no read can miss it', () => {
    // Through the cut direction the client never learns that its write is done: nothing that was promised is missed.
    expectVerdicts(
      `node a, b
      link a -- b
      client phone
      client atB at b
      link phone -- a
      service api on a
      store db on a, b { choose AP }
      operation put:  write db from phone through api
      operation look: read db from atB
      explore any 1 one-way
      partition deaf { cut a -> phone; cut a -- b }`.replace(';', '\n'),
      `            | healthy | deaf
       put phone  | ok      | unknown+error
       look atB   | ~stale  | stale`,
    );
    // Stale there because of what was acknowledged just before the break. Without that, only the healthy network and the
    // two directions between the replicas have a write to miss.
    const { model } = resolve(
      parse(`node a, b
      link a -- b
      client phone
      client atB at b
      link phone -- a
      service api on a
      store db on a, b { choose AP }
      operation put:  write db from phone through api
      operation look: read db from atB
      explore any 1 one-way`),
    );
    const [, look] = exploreAll(model, { lastWrites: false }).clients;
    expect(
      look?.findings.map(({ outcome, faults }) => `${outcome.verdict} ${outcome.howLong ?? ''} ${faults}`),
    ).toEqual(['stale heal 2', 'stale lag 1']);
  });
});

test('a refusal after a write took effect is final: the next instance would write again', () => {
  expectVerdicts(
    `node a, b, c, d
    mesh a, b, c, d
    client phone
    link phone -- a 1ms
    link phone -- b 9ms
    service api on a, b
    store stock on d { choose CP }
    store bank on c { choose CP }
    operation buy from phone through api { write stock; write bank }
    operation pay from phone through api { read stock; write bank }
    partition split { cut a -- c }`,
    `            | healthy | split
     buy phone  | ok      | partial
     pay phone  | ok      | ok`,
  );
});

test('two instances write to two copies: their writes are in conflict, whoever sent them', () => {
  expectVerdicts(
    `node a, b
    link a -- b
    client phone
    link phone -- a
    link phone -- b
    service api on a, b
    store db on a, b { choose AP }
    operation put: write db from phone through api
    partition split { cut a -- b }
    partition other { cut phone -- a; cut a -- b }`.replace(';', '\n'),
    `            | healthy | split | other
     put phone  | ok      | ok    | conflict`,
  );
});

test('a client that is pinned asks only the instances there', () => {
  expectVerdicts(
    `node a, b
    link a -- b
    client phone via a
    link phone -- a
    link phone -- b
    service api on a, b
    store db on b { choose CP }
    operation look: read db from phone through api
    partition split { cut phone -- a }`,
    `            | healthy | split
     look phone | ok      | error`,
  );
});

test('reasons name the way of the request', () => {
  const { model } = resolve(
    parse(`${regions}
    service gateway on us1, eu1
    service api on us2
    store db on us1 { choose CP }
    operation put: write db from phone through gateway, api
    partition ocean { us | eu }
    partition uplink { cut us1 -- us }`),
  );
  const reasons = (partition: number): string[] =>
    verdictsUnder(model, { ...HEALTHY, partition }).flatMap(({ verdict }) =>
      verdict.outcomes.map(({ reason }) => reason),
    );
  expect(reasons(0)).toEqual(['no instance of api in reach of eu1']);
  expect(reasons(1)).toEqual(['through gateway at eu1 and api at us2: no replica of db in reach']);
});

test('a way of one instance is named alone', () => {
  const { model } = resolve(
    parse(`${regions}
    service api on us2
    store db on us1 { choose CP }
    operation put: write db from phone through api
    partition uplink { cut us1 -- us }`),
  );
  const reasons = verdictsUnder(model, { ...HEALTHY, partition: 0 }).flatMap(({ verdict }) => verdict.outcomes);
  expect(reasons.map(({ reason }) => reason)).toEqual(['through api at us2: no replica of db in reach']);
});

test('the latency adds the way from instance to instance', () => {
  const { model } = resolve(
    parse(`${regions}
    service gateway on eu1
    service api on us1
    store db on us2 { choose CP }
    operation put: write db from phone through gateway, api
    operation direct: write db from phone`),
  );
  const topology = compileTopology(model);
  const phone = model.vertices.findIndex(({ name }) => name === 'phone');
  expect([0, 1].map((operation) => latencyMs(topology, operation, phone))).toEqual([80, 80]);
});

test('an instance that lacks an answer of those that have noticed the break is not asked about while detecting', () => {
  const { model } = resolve(
    parse(`node a, b
    zone z { node c }
    client k in z
    link a -- c
    link z -- b 30ms
    store s on b, c, a { choose CP; replicate any }
    service api on b, c, a { requires s }
    operation put: write s from k through api
    partition p { isolate c }`),
  );
  const verdicts = verdictsOf(model);
  const { outcomes } = verdicts.under({ ...HEALTHY, partition: 0 }, 0, 4, verdicts.judgeOf('unaware'));
  expect(model.vertices[4]?.name).toBe('k');
  expect(outcomes.map(({ verdict }) => verdict)).not.toContain('error');
});
