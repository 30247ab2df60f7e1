import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { freshText, percentilesText } from '../render/words/timing.js';
import { parse } from '../syntax/parse.js';
import { exploreAll } from './explore.js';
import type { ClientResult } from './facts.js';

const NETWORK = `
zone us { node us1, us2 }
zone eu { node eu1 }
zone ap { node ap1 }
link us -- eu 80ms
link us -- ap 120ms
link eu -- ap 160ms
client ann in us
client bob in eu
client cho in ap
`;

/** The result of the read, which comes last, from its only client. */
function readOf(text: string, network = NETWORK): ClientResult | undefined {
  const { model, diagnostics } = resolve(parse(`${network}${text}`));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return exploreAll(model).clients.at(-1);
}

function fresh(text: string, network = NETWORK): string {
  const found = readOf(text, network)?.freshness;
  return found === undefined ? '' : freshText(found);
}

test.each([
  // The write goes from us1 to eu1 in half of the round trip.
  ['any, from another zone', 'store s on us1, eu1 { choose AP }', 'write s from ann', 'read s from bob', '40 ms'],
  // bob's own copy takes the write, and ann's copy gets it later; the write of cho takes longest.
  [
    'any, the slowest writer',
    'store s on us1, eu1, ap1 { choose AP }',
    'write s from bob, cho',
    'read s from ann',
    '60 ms',
  ],
  // The primary us1 has the acknowledgement of eu1 after 80 ms, and by then ap1 has the write.
  [
    'primary, sync 1',
    'store s on us1, eu1, ap1 { replicate primary us1 sync 1 }',
    'write s from ann',
    'read s level local from cho',
    'right',
  ],
  [
    'primary, async',
    'store s on us1, eu1, ap1 { replicate primary us1 }',
    'write s from ann',
    'read s level local from cho',
    '60 ms',
  ],
  // eu1 has acknowledged, or us1 goes on as soon as ap1 has.
  [
    'a follower that acknowledges by name',
    'store s on us1, eu1, ap1 { replicate primary us1 sync eu1 }',
    'write s from ann',
    'read s level local from cho',
    'right',
  ],
  [
    'an observer, over the copy that feeds it',
    'store s on us1, eu1, observer ap1 of eu1 { replicate primary us1 }',
    'write s from ann',
    'read s level local from cho',
    '120 ms',
  ],
  // The leader us1 has a majority with eu1 after 80 ms; ap1 gets the write after 60 ms.
  [
    'consensus',
    'store s on us1, eu1, ap1 { replicate consensus leader us1 }',
    'write s from ann',
    'read s level local from cho',
    'right',
  ],
  // The leader eu1 has us1 after 80 ms, and ap1 the write at the same moment.
  [
    'consensus, another leader',
    'store s on us1, eu1, ap1 { replicate consensus leader eu1 }',
    'write s from ann',
    'read s level local from cho',
    'right',
  ],
  // us1 acknowledges alone, and eu1 answers bob alone.
  [
    'quorum, R=1',
    'store s on us1, eu1, ap1 { replicate quorum R=1 W=1 }',
    'write s from ann',
    'read s from bob',
    '40 ms',
  ],
  // ap1 acknowledges; the question of bob gets to us1 40 ms after it is asked, the write of cho 60 ms after.
  [
    'quorum, the second answer decides',
    'store s on us1, us2, eu1, ap1 { replicate quorum R=2 W=1 }',
    'write s from cho',
    'read s from bob',
    '20 ms',
  ],
])('%s', (_, store, write, read, expected) => {
  expect(fresh(`${store}\noperation w: ${write}\noperation r: ${read}\n`)).toBe(`fresh ${expected} after a write`);
});

test('a read that misses no write on the healthy network has none, and neither has one over links without round trips', () => {
  const quorum =
    'store s on us1, eu1, ap1 { replicate quorum }\noperation w: write s from ann\noperation r: read s from bob\n';
  expect(readOf(quorum)?.healthy.outcomes.map(({ verdict }) => verdict)).toEqual(['ok']);
  expect(fresh(quorum)).toBe('');
  const text = 'store s on a, b { choose AP }\noperation w: write s from k\noperation r: read s from l\n';
  expect(fresh(text, 'node a, b\nlink a -- b\nclient k at a\nclient l at b\n')).toBe('');
  expect(fresh(text, 'node a, b\nlink a -- b 10ms\nclient k at a\nclient l at b\n')).toBe('fresh 5 ms after a write');
});

test('through a service, it is the nearest instance that writes and reads', () => {
  const text = `
    service api on us2, eu1
    store s on us1, ap1 { choose AP }
    operation w: write s from cho through api
    operation r: read s from cho
  `;
  // cho's write goes to us2, the nearest instance, and to us1; ap1 gets it from there.
  expect(fresh(text)).toBe('fresh 60 ms after a write');
});

test('round trips that vary: a copy is fresh once the write has arrived', () => {
  const text = 'store s on a, b { choose AP }\noperation w: write s from k\noperation r: read s from l\n';
  const network = 'node a, b\nlink a -- b 80ms ± 80ms\nclient k at a\nclient l at b\n';
  const found = readOf(text, network);
  // The round trip is exponential, and half of it a gamma distribution of shape 1/2: above 80 · x with erfc(√x).
  expect(found?.freshness?.isExact).toBe(false);
  expect(found?.freshness?.atOnce).toBeCloseTo(0, 6);
  const [most, nearlyAll] = found?.freshness?.after ?? [];
  expect((most?.ms ?? 0) / (80 * 3.3174483)).toBeCloseTo(1, 2);
  expect((nearlyAll?.ms ?? 0) / (80 * 5.4137831)).toBeCloseTo(1, 2);
});

test('percentiles of an answer: of two that are needed side by side the later, one after the other the sum', () => {
  const network = 'node a, b, c\nlink a -- b 80ms ± 80ms\nlink a -- c 80ms ± 80ms\nclient k at a\n';
  const store = (needed: number): string =>
    `store s on a, b, c { replicate quorum R=${needed} W=${needed} }\noperation w: write s from k\n`;
  // Exponential times: the first of two has half the mean, both take max.
  expect(percentilesText(readOf(store(1), network) ?? {})).toBe('');
  const first = readOf(store(2), network)?.percentiles?.map(({ ms }) => ms) ?? [];
  const both = readOf(store(3), network)?.percentiles?.map(({ ms }) => ms) ?? [];
  for (const [i, share] of [0.5, 0.99, 0.999].entries()) {
    expect((first[i] ?? 0) / (-40 * Math.log(1 - share))).toBeCloseTo(1, 2);
    expect((both[i] ?? 0) / (-80 * Math.log(1 - Math.sqrt(share)))).toBeCloseTo(1, 2);
  }
});

test.each([
  [
    'derived data',
    'store s on us1 { choose CP }\nstore v on eu1 { from s }',
    'write s from ann',
    'read v from bob',
    'how long the feed of v takes is not described',
  ],
  [
    'a majority in each zone',
    `zone sa { node sa1, sa2, sa3 }
    link sa -- eu 100ms
    store s on sa1, sa2, sa3, eu1 { replicate quorum R=1 W=1 }`,
    'write s level each-quorum from ann',
    'read s from bob',
    'the answers of a majority in each zone are waited for, and not a number of answers',
  ],
  [
    'a link without a round trip',
    'zone sa { node sa1 }\nlink sa -- us\nclient dan in sa\nstore s on us1, sa1 { choose AP }',
    'write s from ann',
    'read s from dan',
    'a link between the machines that take part declares no round trip',
  ],
])('where it is not known, the result says why: %s', (_, store, write, read, why) => {
  const found = readOf(`${store}\noperation w: ${write}\noperation r: ${read}\n`);
  expect([found?.freshness, found?.freshnessNotKnown]).toEqual([undefined, why]);
});
