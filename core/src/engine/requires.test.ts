import { expect, test } from 'vitest';
import { exploreAll } from './explore.js';
import { verdictsUnder } from './under.js';
import { resolve } from '../model/resolve.js';
import { HEALTHY } from '../network/fault.js';
import { parse } from '../syntax/parse.js';
import { expectVerdicts } from '../testing/verdicts.js';

const three = `
node a, b, c
mesh a, b, c 1ms
client atA at a
client atB at b
`;

test('a replica serves only while it gets an answer from the store that it requires', () => {
  // Every replica of an AP store answers by itself, but for those that lack their timestamps.
  expectVerdicts(
    `${three}
    store pd on c { choose CP }
    store kv on a, b { choose AP; requires pd }
    operation put:  write kv from atA
    operation look: read kv from atA, atB
    partition alone { a | b, c }
    partition apart { a, b | c }`,
    `         | healthy | alone | apart
     put atA | ok      | error | error
     look atA | ok     | error | error
     look atB | ~stale | stale | error`,
  );
});

test('a leader that lacks it serves nobody, and followers cannot serve for it', () => {
  expectVerdicts(
    `${three}
    node d
    link d -- a
    link d -- b
    link d -- c
    store pd on d { choose CP }
    store kv on a, b, c { replicate consensus leader a requires pd }
    operation put:  write kv from atB
    operation near: read kv from atB level local
    partition split { cut a -- d }`,
    `         | healthy | split
     put atB | ok      | error
     near atB | ~stale | ~stale`,
  );
});

test('what is required may require something itself', () => {
  expectVerdicts(
    `${three}
    store one on c { choose CP }
    store two on b { choose CP; requires one }
    store three on a { choose CP; requires two }
    operation look: read three from atA
    partition first { cut b -- c }
    partition second { cut a -- b }
    partition other { cut a -- c }`,
    `         | healthy | first | second | other
     look atA | ok     | error | error  | ok`,
  );
});

test('an instance that lacks an answer refuses, and the next one is asked', () => {
  expectVerdicts(
    `${three}
    client phone
    link phone -- a 1ms
    link phone -- b 9ms
    store pd on c { choose CP }
    store kv on a, b { choose AP }
    service api on a, b { requires pd }
    service one on a { requires pd }
    operation look: read kv from phone through api
    operation only: read kv from phone through one
    partition split { cut a -- c }`,
    `           | healthy | split
     look phone | ok     | ok
     only phone | ok     | error`,
  );
});

test('a store may require a service', () => {
  expectVerdicts(
    `${three}
    service auth on c
    store kv on a, b { choose AP; requires auth }
    operation look: read kv from atA
    partition split { cut a -- c }
    partition stopped { down c }`,
    `         | healthy | split | stopped
     look atA | ok     | ok    | error`,
  );
});

test('the reason says which replica lacks what', () => {
  const { model } = resolve(
    parse(`${three}
    store pd on c { choose CP }
    store kv on a { choose CP; requires pd }
    operation put: write kv from atA
    partition split { cut a -- c }`),
  );
  const [one] = verdictsUnder(model, { ...HEALTHY, partition: 0 });
  expect(one?.verdict.outcomes.map(({ reason }) => reason)).toEqual(['a gets no answer from all that kv requires']);
  expect(one?.whileDetecting).toEqual([]);
});

test('a change of what is required changes the answers that were kept', () => {
  const cache = new Map<string, unknown>();
  const look = (choice: string): string[] => {
    const { model } = resolve(
      parse(
        `node a, b, c
      link a -- b
      link b -- c
      client atA at a
      store pd on b, c { replicate primary b }
      store kv on a { choose CP; requires pd }
      operation look: read kv from atA
      explore any 1 node`.replace('primary b', choice),
      ),
    );
    return exploreAll(model, { cache }).clients.flatMap(({ findings }) => findings.map(({ faults }) => faults));
  };
  expect(look('primary b')).toEqual(['1']);
  expect(look('quorum R=2 W=1')).toEqual(['2']);
  expect(look('primary b')).toEqual(['1']);
});

/** As many stores as `length`, of which each requires the one before it, and an operation that writes to all. */
function chain(length: number): string {
  const stores = Array.from({ length }, (_, i) => {
    const requires = i === 0 ? '' : `; requires s${i - 1}`;
    return `store s${i} on a, b, c { choose CP${requires} }`;
  });
  const writes = stores.map((_, i) => `write s${i}`).join('; ');
  return `${three}
    ${stores.join('\n')}
    operation put from atA { ${writes} }
    operation look: read s${length - 1} from atA needs monotonic-reads
    expect put never lost under any 1 link`;
}

test('what depends on stores that can be in too many combinations together is not known, at once', () => {
  const { clients, expectations, needs } = exploreAll(resolve(parse(chain(12))).model);
  const why =
    'depends on 12 stores, which can be in more than 10,000 combinations of situations under one fault; such an ' +
    'operation is not analysed';
  expect(clients.map(({ notKnown }) => notKnown)).toEqual([`put ${why}`, `look ${why}`]);
  expect(expectations.map((one) => [one.status, one.why])).toEqual([['not known', `put ${why}`]]);
  expect(needs.map((one) => [one.status, one.why])).toEqual([['not known', `look ${why}`]]);
});

test('fewer combinations are all looked at', () => {
  const { clients } = exploreAll(resolve(parse(chain(3))).model);
  expect(clients.map(({ notKnown, explored }) => [notKnown, explored.every(({ complete }) => complete)])).toEqual([
    [undefined, true],
    [undefined, true],
  ]);
});
