import { expect, test } from 'vitest';
import { exploreAll } from './explore.js';
import { verdictsUnder } from './under.js';
import { resolve } from '../model/resolve.js';
import { HEALTHY } from '../network/fault.js';
import { parse } from '../syntax/parse.js';
import { expectVerdicts } from '../testing/verdicts.js';

const shop = `
node db1, e1, e2
mesh db1, e1, e2 1ms
client app at db1
client web at e1
store db on db1 { choose CP }
operation order: write db from app
`;

test('derived data lags behind its source, and misses it until the heal where the feed is cut', () => {
  expectVerdicts(
    `${shop}
    store index on e1, e2 { from db }
    operation search: read index from web
    partition feed { cut e1 -- db1 }
    partition stopped { down db1 }`,
    `           | healthy | feed  | stopped
     order app | ok      | ok    | silent
     search web | ~stale | stale | stale`,
  );
});

test('bounded: a copy that is not fed refuses, and another is asked', () => {
  expectVerdicts(
    `${shop}
    store index on e1, e2 { from db bounded 60s }
    store one on e1 { from db bounded 60s }
    operation search: read index from web
    operation only: read one from web
    partition feed { cut e1 -- db1 }`,
    `           | healthy | feed
     order app | ok      | ok
     search web | ~stale | ~stale
     only web  | ~stale  | error`,
  );
});

test('else: where no copy answers, the client reads the source', () => {
  expectVerdicts(
    `${shop}
    store cache on e2 { from db else db }
    operation look: read cache from web
    partition cut { cut e1 -- e2 }
    partition both { e1 | db1, e2 }`,
    `           | healthy | cut | both
     order app | ok      | ok  | ok
     look web  | ~stale  | ok  | error`,
  );
});

test('data that is derived from derived data is as old as both feeds leave it', () => {
  expectVerdicts(
    `${shop}
    store index on e1 { from db }
    store page on e2 { from index }
    client reader at e2
    operation view: read page from reader
    partition first { cut e1 -- db1 }
    partition second { cut e2 -- e1 }
    partition beside { cut e2 -- db1 }`,
    `           | healthy | first | second | beside
     order app | ok      | ok    | ok     | ok
     view reader | ~stale | stale | stale | ~stale`,
  );
});

test('a feed from an old copy of the source brings what that copy has', () => {
  // Under choose AP each side answers by itself: the copy is fed, and misses the writes of the other side.
  expectVerdicts(
    `node a, b, e
    mesh a, b, e 1ms
    client atA at a
    client web at e
    store db on b, a { choose AP }
    store index on e { from db }
    operation put: write db from atA
    operation search: read index from web
    partition split { a | b, e }`,
    `           | healthy | split
     put atA   | ok      | ok
     search web | ~stale | stale`,
  );
});

test('nothing is missed where nobody writes the source', () => {
  expectVerdicts(
    `node a, e
    link a -- e
    client web at e
    store db on a { choose CP }
    store index on e { from db }
    operation search: read index from web
    partition split { a | e }`,
    `           | healthy | split
     search web | ok     | ok`,
  );
});

test('another writer of the source changes the answers that were kept', () => {
  const cache = new Map<string, unknown>();
  const search = (writes: string): string[] => {
    const { model } = resolve(
      parse(`node a, e
      link a -- e
      client app at a
      client web at e
      store db on a { choose CP }
      store index on e { from db }
      ${writes}
      operation search: read index from web
      operation look: read db from app`),
    );
    return exploreAll(model, { cache }).clients.flatMap(({ operation, findings }) =>
      model.operations[operation]?.name === 'search' ? findings.map(({ outcome }) => outcome.verdict) : [],
    );
  };
  expect(search('')).toEqual([]);
  expect(new Set(search('operation order: write db from app'))).toEqual(new Set(['stale']));
});

test('the reasons name the copy and its source', () => {
  const { model } = resolve(
    parse(`${shop}
    store index on e1 { from db }
    operation search: read index from web
    partition feed { cut e1 -- db1 }`),
  );
  const reasons = (cause: Parameters<typeof verdictsUnder>[1]): string[] =>
    verdictsUnder(model, cause).flatMap(({ operation, verdict }) =>
      operation === 1 ? verdict.outcomes.map(({ reason }) => reason) : [],
    );
  expect(reasons(HEALTHY)).toEqual(['e1, fed from db, can answer before the write arrives: it has not arrived yet']);
  expect(reasons({ ...HEALTHY, partition: 0 })).toEqual(['e1, fed from db, gets nothing from it until the heal']);
});
