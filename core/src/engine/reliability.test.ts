import { expect, test } from 'vitest';
import { run } from '../base/steps.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { exploreAll } from './explore.js';
import type { ExpectationStatus, Reliability } from './facts.js';
import { reliabilityOf } from './reliability.js';
import { Verdicts } from './verdicts.js';

function reliabilities(text: string): readonly Reliability[] {
  const { model, diagnostics } = resolve(parse(text));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return exploreAll(model).clients.flatMap(({ reliability }) => reliability ?? []);
}

test('a link in front of one copy: its share is that of no answer', () => {
  const [found] = reliabilities(`node db
client app
link app -- db fails 0.3%
store s on db { choose CP }
operation get: read s from app
`);
  expect(found?.unanswered.most).toBeCloseTo(0.003, 15);
  expect(found?.matters).toEqual({ kind: 'link', index: 0, unansweredAtHalf: expect.closeTo(0.0015, 15) });
});

/** Two links one after the other, between a client that may be down itself and the only copy. */
const series = (first: string, second: string, client = ''): string => `node db
node web ${client}
router r
client app at web
link web -- r fails ${first}
link r -- db fails ${second}
store s on db { choose CP }
operation get: read s from app
`;

test('two links one after the other: what helps most is the worse one at half, with the other as it is', () => {
  const [found] = reliabilities(series('20%', '10%'));
  expect(found?.unanswered.least).toBeCloseTo(1 - 0.8 * 0.9, 12);
  expect(found?.unanswered.most).toBe(found?.unanswered.least);
  expect(found?.matters).toEqual({ kind: 'link', index: 0, unansweredAtHalf: expect.closeTo(1 - 0.9 * 0.9, 12) });
  const [turned] = reliabilities(series('10%', '20%'));
  expect(turned?.matters).toEqual({ kind: 'link', index: 1, unansweredAtHalf: expect.closeTo(1 - 0.9 * 0.9, 12) });
});

test('of two that help alike the first is named', () => {
  expect(reliabilities(series('10%', '10%'))[0]?.matters).toMatchObject({ kind: 'link', index: 0 });
});

test('what is always down is not said to help at half: how it is while that is up was never looked at', () => {
  const [found] = reliabilities(series('100%', '50%'));
  expect(found?.unanswered).toEqual({ least: 1, most: 1 });
  expect(found?.matters).toBeUndefined();
});

test('shares are of the time in which the client runs, and only possible verdicts have one', () => {
  const [found] = reliabilities(series('20%', '10%', 'fails 50%'));
  expect(found?.unanswered.least).toBeCloseTo(1 - 0.8 * 0.9, 12);
  expect(found?.unanswered.most).toBeCloseTo(1 - 0.8 * 0.9, 12);
  expect(found?.verdicts.map(({ verdict }) => verdict)).toEqual(['error']);
});

test('a bridge: five links that fail alike, by the polynomial of the textbook', () => {
  // Between opposite corners: 2p² + 2p³ − 5p⁴ + 2p⁵ (Barlow and Proschan, 1975, section 1.1).
  const p = 0.01;
  const [found] = reliabilities(`router a, b
client app
node db
link app -- a fails 1%
link app -- b fails 1%
link a -- b fails 1%
link a -- db fails 1%
link b -- db fails 1%
store s on db { choose CP }
operation get: read s from app
`);
  const wanted = 2 * p ** 2 + 2 * p ** 3 - 5 * p ** 4 + 2 * p ** 5;
  expect(Math.abs((found?.unanswered.most ?? 0) / wanted - 1)).toBeLessThan(1e-9);
});

test('ten copies behind links that hardly fail: thirty nines keep nine digits', () => {
  const names = Array.from({ length: 10 }, (_, i) => `n${i}`);
  const [found] = reliabilities(`node ${names.join(', ')}
client app
${names.map((name) => `link app -- ${name} fails 0.1%`).join('\n')}
store s on ${names.join(', ')} { choose AP }
operation get: read s from app
`);
  expect(Math.abs((found?.unanswered.most ?? 0) / 1e-30 - 1)).toBeLessThan(1e-9);
});

test('two cables in one duct are as one', () => {
  const design = (risk: string): string => `zone us { node us1 }
zone eu { node eu1 }
link cable1: us -- eu 80ms fails 0.1%
link cable2: us -- eu 90ms fails 0.1%
${risk}
client ann in eu
store s on us1 { choose CP }
operation get: read s from ann
`;
  const [apart] = reliabilities(design(''));
  const [together] = reliabilities(design('risk duct { cable1, cable2 } fails 0.05%'));
  expect(apart?.unanswered.most).toBeCloseTo(1e-6, 15);
  expect(together?.unanswered.most).toBeCloseTo(5e-4 + (1 - 5e-4) * 1e-6, 15);
  expect(together?.matters).toMatchObject({ kind: 'risk', index: 0 });
});

test('too many combinations: a range that holds the truth, and says so', () => {
  const sides = Array.from({ length: 12 }, (_, i) => `r${i}`);
  const { model } = resolve(
    parse(`router ${sides.join(', ')}
client app
node db
${sides.map((name, i) => `link app -- ${name} fails ${i + 1}%\nlink ${name} -- db fails ${i + 1}%`).join('\n')}
store s on db { choose CP }
operation get: read s from app
`),
  );
  const client = model.vertices.findIndex(({ kind }) => kind === 'client');
  const found = run(reliabilityOf(new Verdicts(model), 0, client, 300));
  const wanted = sides.reduce((product, _, i) => product * (1 - (1 - (i + 1) / 100) ** 2), 1);
  expect(found?.isComplete).toBe(false);
  expect(found?.unanswered.least).toBeLessThanOrEqual(wanted);
  expect(found?.unanswered.most).toBeGreaterThanOrEqual(wanted);
  // Only the runs that were left out may be one way or the other.
  const { least = 0, most = 0 } = found?.unanswered ?? {};
  expect(found?.leftOut).toBeGreaterThan(0);
  expect(most - least).toBeCloseTo(found?.leftOut ?? 0, 12);
  expect(found?.leftOut).toBeLessThan(0.5);
});

const TWO_ZONES = `zone us { node us1 fails 0.1% }
zone eu { node eu1 fails 0.1% }
link us -- eu 80ms fails 0.01%
client ann in us
client bob in eu
store s on us1, eu1 { choose AP }
operation put: write s from ann
operation get: read s from bob
`;

test('what is left out may be anything: by its share the bounds differ, and the truth is between them', () => {
  const others = Array.from({ length: 15 }, (_, i) => `n${i}`);
  const { model } = resolve(
    parse(`node home, ${others.join(', ')}
    client app at home
    ${others.map((other) => `link home -- ${other} fails 50%`).join('\n')}
    store s on home, ${others.join(', ')} { replicate quorum R=8 W=9 }
    operation get: read s from app`),
  );
  const app = model.vertices.findIndex(({ name }) => name === 'app');
  const found = run(reliabilityOf(new Verdicts(model), 0, app, 10_000));
  // Fewer than 7 of 15 links are up.
  const truth = (1 + 15 + 105 + 455 + 1365 + 3003 + 5005) / 2 ** 15;
  const { least = NaN, most = NaN } = found?.unanswered ?? {};
  expect(found?.leftOut).toBeGreaterThan(0.01);
  expect(most - least).toBeCloseTo(found?.leftOut ?? NaN, 12);
  expect(least).toBeLessThan(truth);
  expect(most).toBeGreaterThan(truth);
});

test.each<[string, ExpectationStatus]>([
  // Both nodes, or one's own node and the link: 0.1 % · (1 − 99.9 % · 99.99 %) = 0.00010999 %.
  ['put available 99.99988%', 'holds'],
  ['put available 99.9999%', 'fails'],
  // Bob's node is up, and Ann's is down or the link is cut: 99.9 % · (1 − 99.9 % · 99.99 %) are 577.5 minutes a year.
  ['get stale beyond lag at most 578min a year', 'holds'],
  ['get stale beyond lag at most 577min a year', 'fails'],
  ['get stale at most 50%', 'fails'],
  ['get conflict at most 0%', 'holds'],
])('expect %s %s', (expected, status) => {
  const { model, diagnostics } = resolve(parse(`${TWO_ZONES}expect ${expected}\n`));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(exploreAll(model).expectations.map((one) => one.status)).toEqual([status]);
});

test('nodes fail alike in the body of a zone and outside of it', () => {
  const inside = TWO_ZONES.replace('node us1 fails 0.1%', 'node us1, us2 fails 0.1% node us3');
  const { model } = resolve(parse(inside));
  const fails = model.vertices.flatMap((one) => (one.kind === 'node' ? [[one.name, one.fails]] : []));
  expect(fails).toEqual([
    ['us1', 0.001],
    ['us2', 0.001],
    ['us3', undefined],
    ['eu1', 0.001],
  ]);
});

test('without a probability a share of time is not known', () => {
  const { model } = resolve(parse(`${TWO_ZONES.replaceAll(/ fails [\d.]+%/g, '')}expect put available 99.9%\n`));
  expect(exploreAll(model).expectations).toMatchObject([
    { status: 'not known', why: expect.stringContaining('nothing here has a probability') },
  ]);
});

test('a changed probability keeps what was explored', () => {
  const cache = new Map<string, unknown>();
  const model = (share: string): Parameters<typeof exploreAll>[0] =>
    resolve(parse(TWO_ZONES.replace('0.01%', share))).model;
  const before = exploreAll(model('0.01%'), { cache }).clients;
  const after = exploreAll(model('0.02%'), { cache }).clients;
  expect(after.map(({ findings }) => findings)).toEqual(before.map(({ findings }) => findings));
  after.forEach(({ findings }, i) => expect(findings).toBe(before[i]?.findings));
  expect(after[1]?.reliability).not.toEqual(before[1]?.reliability);
});
