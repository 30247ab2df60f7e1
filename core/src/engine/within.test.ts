import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../base/steps.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { exploreAll } from './explore.js';
import type { ExpectationResult } from './facts.js';
import { latencyMs } from './latency.js';
import { Clock } from './clock.js';
import { compileTopology } from '../network/topology.js';
import { HEALTHY } from '../network/fault.js';
import { LinkWorld } from '../network/linkWorld.js';
import { Ways } from './ways.js';

const samples = path.resolve(import.meta.dirname, '../../../samples');
const sampleTexts = readdirSync(samples)
  .filter((name) => name.endsWith('.cap'))
  .map((name) => readFileSync(path.join(samples, name), 'utf8'));

const TEXT = `
zone us { node us1, us2 }
zone eu { node eu1 }
zone ap { node ap1 }
link us -- eu 80ms
link us -- ap 120ms
link eu -- ap 160ms
client ann in us
client bob in eu
store account on us1, eu1, ap1 { replicate consensus leader us1 }
store cart    on us1, eu1, ap1 { replicate quorum R=1 W=2 }
store log     on us1, us2, eu1 { replicate primary us1 sync 1 failover automatic }
operation pay:  write account from ann, bob
operation add:  write cart from ann, bob
operation view: read cart from ann, bob
operation note: write log from bob
partition ocean { us | eu, ap }
`;

/** What became of the one expectation. */
function result(expectation: string, text = TEXT): ExpectationResult | undefined {
  const { model, diagnostics } = resolve(parse(`${text}${expectation}\n`));
  expect(diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'expectation-fails')).toEqual([]);
  return exploreAll(model).expectations[0];
}

/** Its status and its time, in whole milliseconds. */
function found(expectation: string, text = TEXT): string {
  const one = result(expectation, text);
  const ms = one?.timed?.ms;
  return `${one?.status}${ms === undefined ? '' : ` ${Math.round(ms)}`}${one?.why === undefined ? '' : ` (${one.why})`}`;
}

test.each([
  // Ann asks the leader us1, which needs one more of three; bob's request is forwarded.
  ['expect pay from ann within 80ms', 'holds 80'],
  ['expect pay from ann within 79ms', 'fails 80'],
  ['expect pay within 160ms', 'holds 160'],
  // The leader of the majority that is left: eu1 or ap1, and bob's eu1 may have to forward.
  ['expect pay from bob within 320ms under ocean', 'holds 320'],
  ['expect pay from bob within 200ms under ocean', 'fails 320'],
  ['expect add from ann within 80ms', 'holds 80'],
  // With its uplink cut, us1 is out of reach: eu1 is asked, and ap1 acknowledges.
  ['expect add from ann within 120ms under any 1 link', 'fails 240'],
  ['expect view within 0ms', 'holds 0'],
  // Bob's copy is stopped, and the nearest other one is us1.
  ['expect view from bob within 80ms under any 1 node', 'holds 80'],
  // us1 or us2 is promoted, or us1 goes on: one that acknowledges is beside it.
  ['expect note within 80ms', 'holds 80'],
])('%s: %s', (expectation, expected) => expect(found(expectation)).toBe(expected));

test('no answer is not in time, and the fault is told', () => {
  const one = result('expect pay from ann within 1h under ocean');
  expect(one).toMatchObject({ status: 'fails', counterexample: { verdict: { outcomes: [{ verdict: 'error' }] } } });
  expect(one?.timed).toBe(undefined);
});

test('the round trips that it waits for are told, one after the other', () => {
  const { timed } = result('expect pay from bob within 100ms') ?? {};
  const { vertices } = resolve(parse(TEXT)).model;
  const name = (vertex: number): string => vertices[vertex]?.name ?? '';
  expect(timed?.legs.map(({ from, to, ms }) => [name(from), name(to), ms])).toEqual([
    ['eu1', 'us1', 80],
    ['us1', 'eu1', 80],
  ]);
});

test('a missing round trip on the way makes it not known, and one elsewhere does not', () => {
  const text =
    'node a, b, c\nlink a -- b\nlink a -- c 9ms\nclient k at a\nstore s on a, b { replicate consensus leader a }\nstore t on a, c { replicate consensus leader a }\noperation w: write s from k\noperation v: write t from k\n';
  expect(found('expect w within 1h', text)).toBe('not known (a–b has no round trip)');
  expect(found('expect v within 9ms', text)).toBe('holds 9');
});

test('a refusal takes a round trip, and what is out of reach takes none', () => {
  const text = `
    node a, b, c
    link a -- b 50ms
    link b -- c 7ms
    link a -- c 30ms
    client k
    link k -- a 10ms
    link k -- b 20ms
    link k -- c 40ms
    store s on a, b, c { replicate quorum R=2 W=2 }
    operation w: write s from k
    partition alone { cut a -- b; cut a -- c }
    partition gone { down a }
  `;
  // a is asked first and refuses; then b, with c.
  expect(found('expect w within 37ms under alone', text)).toBe('holds 37');
  expect(found('expect w within 27ms under gone', text)).toBe('holds 27');
});

test('a service passes the request on, and a client of a machine that is stopped asks for nothing', () => {
  const text = `
    zone us { node us1 }
    zone eu { node eu1 }
    link us -- eu 80ms
    client phone in eu
    client app at eu1
    service api on us1
    store db on eu1 { choose CP }
    operation buy: write db from phone through api
    operation put: write db from app
    partition stopped { down eu1 }
  `;
  expect(found('expect buy within 160ms', text)).toBe('holds 160');
  expect(found('expect put within 1s under stopped', text)).toBe('not known (nobody can issue `put` here)');
});

test('more faults than can be timed one by one are not known', () => {
  const links = Array.from({ length: 14 }, (_, i) => `node n${i}\nlink a -- n${i} 1ms`).join('\n');
  const text = `node a\n${links}\nclient k at a\nstore s on a, n0 { choose AP }\noperation r: read s from k\n`;
  expect(found('expect r within 1s under any 2 links', text)).toBe('holds 0');
  expect(found('expect r within 1s under any 5 links', text)).toMatch(/^not known \(these are more than 2000 faults/);
});

test('round trips that vary: percentiles of the answer', () => {
  const text = (spread: string): string =>
    `node a, b\nlink a -- b 80ms ${spread}\nclient k at a\nstore s on a, b { replicate consensus leader a }\noperation w: write s from k\n`;
  // A gamma distribution of shape 64: 99 % take at most 105.05 ms.
  expect(found('expect w within 105ms', text('± 10ms'))).toBe('holds 105');
  expect(found('expect w within 104ms', text('± 10ms'))).toBe('fails 105');
  expect(found('expect w within 80ms p50', text('± 10ms'))).toBe('holds 80');
  expect(found('expect w within 1s', text('p99 200ms'))).toBe('holds 200');
  expect(found('expect w within 80ms p50', text('p99 200ms'))).toBe('holds 80');
});

test('on the healthy network it is the expected time of every report', () => {
  let compared = 0;
  for (const text of sampleTexts) {
    const { model } = resolve(parse(text));
    const topology = compileTopology(model);
    const clock = new Clock(topology);
    for (const [index, operation] of model.operations.entries()) {
      for (const client of operation.clients) {
        const expected = latencyMs(topology, index, client);
        if (expected === undefined) continue;
        const world = new LinkWorld(topology, HEALTHY, 0);
        const { time } = run(clock.longest(new Ways(topology, world), world, { operation, client }));
        expect([operation.name, time?.ms]).toEqual([operation.name, expected]);
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(20);
});

/**
 * An independent computation on drawn networks of routers: Floyd and Warshall instead of Dijkstra, and every set of
 * copies instead of the nearest ones.
 */
test('as all pairs of places and all sets of copies have it', () => {
  const SIZE = 6;
  const pair = fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.integer({ min: 1, max: 90 }));
  const designs = fc.record({
    links: fc.array(pair, { minLength: 6, maxLength: 12 }),
    copies: fc.uniqueArray(fc.nat(SIZE - 1), { minLength: 2, maxLength: 4 }),
    needed: fc.integer({ min: 1, max: 4 }),
    cut: fc.nat(11),
  });
  let answered = 0;
  fc.assert(
    fc.property(designs, ({ links, copies, needed, cut }) => {
      const wanted = Math.min(needed, copies.length);
      const drawn = links.filter(([a, b]) => a !== b);
      const lines = drawn.map(([a, b, ms], i) => `link l${i}: r${a} -- r${b} ${ms}ms`);
      const places = Array.from({ length: SIZE }, (_, i) => `router r${i}\nnode n${i}\nlink n${i} -- r${i} 1ms`);
      const text =
        `${places.join('\n')}\n${lines.join('\n')}\nclient k\nlink k -- r0 1ms\n` +
        `store s on ${copies.map((copy) => `n${copy}`).join(', ')} { replicate quorum R=${wanted} W=${wanted} }\n` +
        `operation w: write s from k\n${drawn.length > cut ? `partition p { cut l${cut} }` : ''}\n`;
      const { model } = resolve(parse(text));
      const partition = model.partitions.length > 0 ? { partition: 0 } : {};
      const topology = compileTopology(model);
      const world = new LinkWorld(topology, { ...HEALTHY, ...partition }, 0);
      const [operation] = model.operations;
      if (operation === undefined) throw new Error('no operation');
      const asked = { operation, client: operation.clients[0] ?? -1 };
      const { time } = run(new Clock(topology).longest(new Ways(topology, world), world, asked));
      const far = distances(
        SIZE,
        drawn.filter((_, i) => drawn.length <= cut || i !== cut),
      );
      const before = distances(SIZE, drawn);
      const expected = quorumTime(copies, wanted, far, before);
      if (expected !== undefined) answered++;
      expect(time?.ms).toBe(expected);
    }),
    { seed: 20120827, numRuns: 200 },
  );
  expect(answered).toBeGreaterThan(100);
});

function distances(size: number, links: readonly (readonly [number, number, number])[]): number[][] {
  const far = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 0 : Infinity)));
  for (const [a, b, ms] of links)
    for (const [i, j] of [
      [a, b],
      [b, a],
    ] as const)
      (far[i] ?? [])[j] = Math.min(far[i]?.[j] ?? Infinity, ms);
  for (let k = 0; k < size; k++)
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++)
        (far[i] ?? [])[j] = Math.min(far[i]?.[j] ?? Infinity, (far[i]?.[k] ?? Infinity) + (far[k]?.[j] ?? Infinity));
  return far;
}

/** The client at place 0 asks the copies in their order on the healthy network; each link of a node takes 1 ms. */
function quorumTime(
  copies: readonly number[],
  needed: number,
  far: readonly (readonly number[])[],
  before: readonly (readonly number[])[],
): number | undefined {
  const order = copies
    .map((copy, i) => ({ copy, i, ms: before[0]?.[copy] ?? Infinity }))
    .sort((x, y) => (x.ms === y.ms ? x.i - y.i : x.ms - y.ms));
  let spent = 0;
  for (const { copy } of order) {
    const there = far[0]?.[copy] ?? Infinity;
    if (there === Infinity) continue;
    const sets = subsetsOf(copies.filter((one) => one !== copy)).filter((set) => set.length === needed - 1);
    const times = sets.map((set) => Math.max(0, ...set.map((one) => (far[copy]?.[one] ?? Infinity) + 2)));
    const best = Math.min(...times);
    spent += there + 2;
    if (best < Infinity) return spent + best;
  }
  return undefined;
}

function subsetsOf(list: readonly number[]): number[][] {
  return list.reduce<number[][]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]]);
}
