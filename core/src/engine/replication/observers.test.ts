import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { phaseTable } from '../../testing/phases.js';
import { expectVerdicts } from '../../testing/verdicts.js';
import { HEALTHY } from '../../network/fault.js';
import { verdictsUnder } from '../under.js';

const nodes = `
node a, b, c, o, p
mesh a, b, c, o, p 10ms
client atA at a
client atO at o
`;

test('an observer answers reads of one copy, and nothing else', () => {
  for (const scheme of ['consensus leader a', 'primary a'])
    expectVerdicts(
      `${nodes}
       store s on a, b, c, observer o { replicate ${scheme} }
       operation put: write s from atA, atO
       operation get: read s from atO
       operation look: read s level local from atO
       operation any: read s level one from atO
       operation close: read s level bounded 5s from atO
       partition alone { isolate o }`,
      `           | healthy | alone
       put atA   | ok      | ok
       put atO   | ok      | error
       get atO   | ok      | error
       look atO  | ~stale  | stale
       any atO   | ~stale  | stale
       close atO | ~stale  | error`,
    );
});

// Without o, two of three would be a majority; with its copy, a would have an acknowledgement; and it would be promoted.
test('no vote, no acknowledgement, no promotion', () => {
  const design = (replicas: string, replicate: string): string =>
    `${nodes}
     store s on ${replicas}, observer o { replicate ${replicate} }
     operation put: write s from atA, atO
     partition split { a, o | b, c, p }
     partition lone { o | a, b, c, p }`;
  expectVerdicts(
    design('a, b, c', 'consensus leader a'),
    `         | healthy | split | lone
     put atA | ok      | error | ok
     put atO | ok      | error | error`,
  );
  expectVerdicts(
    design('a, b, c', 'primary a sync 1'),
    `         | healthy | split | lone
     put atA | ok      | error | ok
     put atO | ok      | error | error`,
  );
  expectVerdicts(
    design('a', 'primary a failover automatic by o, p, c'),
    `         | healthy | split | lone
     put atA | ok      | ok    | ok
     put atO | ok      | ok    | error`,
  );
});

test('an observer that one copy feeds has what that copy has', () => {
  for (const scheme of ['consensus leader a', 'primary a'])
    expectVerdicts(
      `${nodes.replace('atO at o', 'atO at o via o')}
       store s on a, b, c, observer p of b, observer o of p { replicate ${scheme} }
       operation put: write s from atA
       operation look: read s level local from atO
       operation close: read s level bounded 5s from atO
       partition direct { cut a -- o; cut b -- o; cut c -- o; cut a -- p; cut c -- p }
       partition unfed { cut p -- o }
       partition unfed_above { cut b -- p }
       partition feeder { isolate b }`.replaceAll(';', '\n'),
      `           | healthy | direct | unfed | unfed_above | feeder
       put atA   | ok      | ok     | ok    | ok          | ok
       look atO  | ~stale  | ~stale | stale | stale       | stale
       close atO | ~stale  | ~stale | error | error       | error`,
    );
});

test('an observer of the old primary misses what the promoted one takes, one of the promoted what is discarded', () => {
  const design = (fault: string): string =>
    `${nodes}
     client far at c
     store s on a, b, c, observer o { replicate primary a failover automatic }
     operation put: write s from atA
     operation add: write s from far
     operation look: read s level local from atO
     partition p { ${fault} }`;
  expect(phaseTable(design('a, o | b, c, p')).at(-1)).toBe('look atO: dirty+stale | ');
  expect(phaseTable(design('a | b, c, o, p')).at(-1)).toBe('look atO: stale | dirty');
});

test('until it is noticed, an observer that followed the primary answers bounded reads', () => {
  const design = `${nodes.replace('atO at o', 'atO at o via o')}
    store s on a, b, c, observer o of b { replicate primary a step-down failover automatic }
    operation put: write s from atA
    operation close: read s level bounded 5s from atO`;
  const under = (fault: string): string | undefined => phaseTable(`${design}\npartition f { ${fault} }`).at(-1);
  expect(under('a | b, c, o, p')).toBe('close atO: stale | error');
  expect(under('o | a, b, c, p')).toBe('close atO: error | stale');
});

test('under choose AP an observer takes no write, and answers no bounded read when it is cut off', () => {
  expectVerdicts(
    `${nodes}
     client pinned via o
     link pinned -- o
     store s on a, b, c, observer o { choose AP replicate consensus }
     operation put: write s from atO
     operation look: read s level bounded 5s from pinned
     partition alone { isolate o }`.replace('link pinned -- o', 'link pinned -- o\n'),
    `            | healthy | alone
     put atO    | ok      | error
     look pinned | ~stale  | error`,
  );
});

test('an observer that is cut off takes no vote of a witness with it', () => {
  for (const election of ['', ' zab'])
    expectVerdicts(
      `${nodes}
       store s on a, b, witness c, observer o { replicate consensus${election} leader a }
       operation put: write s from atA
       partition alone { isolate o, b }`.replace('isolate o, b', 'isolate o\nisolate b'),
      `      | healthy | alone
       put atA | ok | ok`,
    );
});

test('a group that relays does not agree anew where an observer is cut off', () => {
  const under = (cutOff: string): string | undefined =>
    phaseTable(
      `${nodes}store s on a, b, c, observer o { replicate consensus leader a relay }
       operation put: write s from atA
       partition f { isolate ${cutOff} }`,
    ).at(-1);
  expect(under('o')).toBe('put atA: ok | ');
  expect(under('c')).toBe('put atA: ok | unknown');
});

test('what an observer can’t be is refused', () => {
  const said = (store: string): readonly string[] =>
    analyze(`${nodes}\nstore s on ${store}`)
      .resolved.diagnostics.filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
  expect(said('a, b, observer o { replicate primary o }')).toEqual(['primary-not-replica']);
  expect(said('a, b, observer o { replicate consensus leader o }')).toEqual(['leader-not-replica']);
  expect(said('a, b, observer o { replicate primary a sync o }')).toEqual(['sync-not-replica']);
  expect(said('a, b, observer o { replicate primary a sync a }')).toEqual(['sync-not-replica']);
  expect(said('a, b, observer o { replicate quorum }')).toEqual(['observer-without-leader']);
  expect(said('a, b, observer o of p, observer p { replicate primary a }')).toEqual(['observer-unfed']);
  expect(said('observer o { replicate primary a }')).toEqual(['no-replicas']);
});

test('the reason of a stale read names the observer that answers', () => {
  const { resolved } = analyze(
    `${nodes}\nstore s on a, b, observer o of b { replicate primary a }\noperation put: write s from atA\n` +
      'operation look: read s level local from atO\npartition p { isolate o }',
  );
  expect(resolved.model.stores[0]?.observers).toEqual([{ node: 3, from: 1 }]);
  const cause = { ...HEALTHY, partition: 0 };
  const [, look] = verdictsUnder(resolved.model, cause);
  expect(look?.verdict.outcomes[0]?.reason).toContain('o');
});
