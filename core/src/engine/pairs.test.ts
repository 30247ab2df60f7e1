import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';

const THREE = `zone dc1 { node a }
zone dc2 { node b }
zone dc3 { node c }
mesh dc1, dc2, dc3 5ms
client w2 in dc2
`;

/** The status of each expectation, and when it does not hold. */
function told(text: string): string[] {
  const { results, diagnostics } = analyze(text);
  const failed = diagnostics.filter(({ code }) => code === 'expectation-fails').map(({ message }) => message);
  return results.expectations.map(({ status }) =>
    status === 'fails' ? `fails ${/ when ([^:]*)/.exec(failed.shift() ?? '')?.[1] ?? ''}` : status,
  );
}

test('both reach a third, which passes nothing on: patroni issue 2523, RabbitMQ issue 1667', () => {
  expect(
    told(`${THREE}store db on a, b, c { replicate primary a sync 1 step-down failover automatic }
operation save: write db from w2
expect save ok under any 1 link
expect save ok under any 1 pair
expect save never error`),
  ).toEqual(['holds', 'fails dc1 and dc2 are apart', 'fails zone dc2 is apart']);
});

test('a node outside of zones is a place, with the clients at it; a free client and a router are in none', () => {
  expect(
    told(`node x
zone z { node y }
router r
client atX at x
client free
link x -- r
link z -- r
link free -- r
store s on y { choose CP }
operation get: read s from atX
operation see: read s from free
expect get ok under any 1 pair
expect see ok under any 1 pair`),
  ).toEqual(['fails x and z are apart', 'holds']);
});

test('a node that is isolated runs, one that is stopped does not: its client is answered by nobody, or silent', () => {
  expect(
    told(`node x, y
link x -- y
client atX at x
store s on x, y { choose CP }
operation get: read s from atX
expect get ok under any 1 isolated node
expect get ok under any node
expect get error under any isolated node`),
  ).toEqual(['fails x is isolated', 'fails y is stopped', 'holds']);
});

test('a zone that is apart works inside', () => {
  expect(
    told(`zone a { node a1 }
zone b { node b1 }
zone c { node c1 }
link a -- b
link b -- c
client k in a
client inB in b
store s on c1 { choose CP }
store t on b1 { choose CP }
operation far: read s from k
operation near: read t from inB
expect far ok under any 1 zone apart
expect near ok under any 2 zones apart
explore any 1 zone apart`),
  ).toEqual(['fails zone a is apart', 'holds']);
});
