import { describe, expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { HEALTHY } from '../../network/fault.js';
import { phaseTable } from '../../testing/phases.js';
import { expectVerdicts } from '../../testing/verdicts.js';
import { verdictsUnder } from '../under.js';

const outside = `
node a, b, c, e1, e2, e3
mesh a, b, c, e1, e2, e3
client near at a
client far at e3
operation save: write db from near, far
`;
const store = (clauses: string): string =>
  `${outside}store db on a, b, c { replicate primary a ${clauses} by e1, e2, e3 }\n`;

describe('failover safe', () => {
  // b may have what c lacks. With `automatic`, c is promoted and what a and b acknowledged is lost.
  test('nobody is promoted who may lack an acknowledged write', () => {
    const fault = 'partition p { a, b | c, e1, e2, e3 }';
    expectVerdicts(
      `${store('sync 1 step-down failover safe')}${fault}`,
      `           | healthy | p
       save near | ok      | error
       save far  | ok      | error`,
    );
    expectVerdicts(
      `${store('sync 1 step-down failover automatic')}${fault}`,
      `           | healthy | p
       save near | ok      | lost+error
       save far  | ok      | lost+error`,
    );
  });

  test('a replica is promoted that has every acknowledged write, or reaches one that has', () => {
    expectVerdicts(
      `${store('sync 1 failover safe')}
       partition alone { a | b, c, e1, e2, e3 }
       partition stopped { down a }
       partition one_left { down a, c }`,
      `           | healthy | alone | stopped | one_left
       save near | ok      | error | silent  | silent
       save far  | ok      | ok    | ok      | error`,
    );
  });

  // a reaches b and c, and no elector; c reaches a and the electors, so it has all that a has so far.
  test('an old primary counts only if it has stepped down: otherwise it may acknowledge more', () => {
    const cuts = ['a -- e1', 'a -- e2', 'a -- e3', 'b -- c', 'b -- e1', 'b -- e2', 'b -- e3'];
    const fault = `partition p {\n${cuts.map((cut) => `cut ${cut}`).join('\n')}\n}`;
    expect(phaseTable(`${store('sync 1 failover automatic')}${fault}`)).toEqual([
      'save near: lost | ',
      'save far: error | unknown',
    ]);
    expect(phaseTable(`${store('sync 1 failover safe')}${fault}`)).toEqual([
      'save near: ok | ',
      'save far: error | unknown',
    ]);
    // It steps down when it notices the break, and c is not promoted before that.
    expect(phaseTable(`${store('sync 1 step-down failover safe')}${fault}`)).toEqual([
      'save near: ok | error',
      'save far: ok | unknown+error',
    ]);
  });

  test('asynchronous, or weakened by a timeout: only the old primary itself surely has what it acknowledged', () => {
    const faults = `partition alone { a | b, c, e1, e2, e3 }
      partition seen { a | e1, e2, e3 }`;
    for (const sync of ['async', 'sync 1 weakens'])
      expectVerdicts(
        `${store(`${sync} step-down failover safe`)}${faults}`,
        `           | healthy | alone | seen
         save near | ok      | error | ok
         save far  | ok      | error | ok`,
      );
  });

  test('of an in-sync set every member has all of it', () => {
    expectVerdicts(
      `${store('in-sync 1 failover safe')}partition p { a, b | c, e1, e2, e3 }`,
      `           | healthy | p
       save near | ok      | error
       save far  | ok      | ok`,
    );
  });

  test('a write at a lower level than the default can still be lost', () => {
    const text = store('sync 1 failover safe').replace('write db', 'write db level one');
    expect(phaseTable(`${text}partition alone { a | b, c, e1, e2, e3 }`)).toEqual([
      'save near: lost | ',
      'save far: lost+conflict | unknown+error',
    ]);
  });

  test('the reason says who has a majority and why it is not promoted', () => {
    const reason = (clauses: string, sides = 'a, b | c, e1, e2, e3'): readonly string[] => {
      const { model } = analyze(`${store(clauses)}partition p { ${sides} }`).resolved;
      const cause = { ...HEALTHY, partition: 0 };
      return verdictsUnder(model, cause).flatMap(({ verdict }) => verdict.outcomes.map(({ reason }) => reason));
    };
    expect(reason('sync 1 step-down failover safe')).toEqual([
      'the primary a has stepped down: 0 of 3 electors in reach of a, a majority is 2; nobody is promoted, because c ' +
        'may lack an acknowledged write',
      'the primary a is out of reach; nobody is promoted, because c may lack an acknowledged write',
    ]);
    // A primary that keeps its majority serves its side: nobody is to be promoted.
    expect(reason('sync 1 step-down failover safe', 'a, b, c, e1, e2 | e3').at(-1)).toBe(
      'the primary a is out of reach',
    );
    expect(reason('sync 1 step-down failover manual').at(-1)).toBe('the primary a is out of reach');
  });
});

describe('acknowledgements by name', () => {
  const faults = `partition without_b { isolate b }
    partition without_c { isolate c }`;

  test('each of the named replicas, and no other', () => {
    expectVerdicts(
      `${store('sync b step-down failover manual')}${faults}`,
      `           | healthy | without_b | without_c
       save near | ok      | error     | ok
       save far  | ok      | error     | ok`,
    );
    expectVerdicts(
      `${store('sync b, c step-down failover manual')}${faults}`,
      `           | healthy | without_b | without_c
       save near | ok      | error     | error
       save far  | ok      | error     | error`,
    );
  });

  test('a level of the operation counts, whoever it is', () => {
    const text = store('sync b step-down failover manual').replace('write db', 'write db level two');
    expectVerdicts(
      `${text}${faults}`,
      `           | healthy | without_b | without_c
       save near | ok      | ok        | ok
       save far  | ok      | ok        | ok`,
    );
  });

  test('weakened by a timeout, the primary goes on without those out of reach', () => {
    expect(phaseTable(`${store('sync b weakens step-down failover manual')}partition p { isolate b }`)).toEqual([
      'save near: ok | ',
      'save far: ok | ',
    ]);
  });

  test('whoever has every acknowledged write is promoted: a named one, or one that reaches it', () => {
    expectVerdicts(
      `${store('sync b failover safe')}
       partition with_b { a, c | b, e1, e2, e3 }
       partition with_c { a, b | c, e1, e2, e3 }
       partition both { a | b, c, e1, e2, e3 }`,
      `           | healthy | with_b | with_c | both
       save near | ok      | error  | ok     | error
       save far  | ok      | ok     | error  | ok`,
    );
  });
});

// A demoted PostgreSQL or MySQL server is read-only.
test('a primary that refuses writes goes on answering reads', () => {
  const design = (clauses: string): string =>
    `node a, b, c
     mesh a, b, c
     client atA at a
     client atB at b
     store db on a, b, c { replicate primary a ${clauses} failover automatic }
     operation put: write db from atA, atB
     operation get: read db from atA, atB
     operation close: read db level bounded 5s from atA
     partition lone { a | b, c }`;
  expect(phaseTable(design('sync 1 step-down writes'))).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
    'get atA: dirty+stale | ',
    'get atB: ok | error',
    'close atA: error | dirty+stale',
  ]);
  expect(phaseTable(design('sync 1 step-down'))).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
    'get atA: error | dirty+stale',
    'get atB: ok | error',
    'close atA: error | dirty+stale',
  ]);
});

test('in a vote by logs, voters may be ahead of every candidate, and nobody is promoted', () => {
  // c alone reaches a majority: with b, which heard from the primary, and e; and with a, if that is up.
  const design = (clauses: string): string => `
    node a, b, c, d, e
    mesh a, b, c, d, e
    client atA at a
    client atC at c
    store s on a, b, c, d, e { replicate primary a step-down failover automatic ${clauses} }
    operation w: write s level quorum from atA, atC
    partition star { cut a -- c cut a -- d cut a -- e cut b -- d cut b -- e cut d -- e cut a -- b }`;
  expect(phaseTable(design('')).map((line) => line.split(' | ')[0])).toEqual(['w atA: error', 'w atC: ok']);
  expect(phaseTable(design('raft')).map((line) => line.split(' | ')[0])).toEqual(['w atA: error', 'w atC: error+ok']);
});
