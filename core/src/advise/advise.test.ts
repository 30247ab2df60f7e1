import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { run } from '../base/steps.js';
import { applyEdits } from '../ide/applyEdits.js';
import type { Resolved } from '../model/model.js';
import { budgetOf, seedsOf } from '../testing/budget.js';
import { capFence, models, toCap } from '../testing/naive/randomModel.js';
import { type Advice, advise, type AdviceRequest } from './advise.js';
import { changesBetween } from './changes.js';
import { isAsGood, measuresOf } from './measures.js';
import { adviceReport } from './report.js';
import { designText, holdingText } from './words.js';

const { fixes: RUNS } = budgetOf(process.env);
const SEEDS = seedsOf(20210426, process.env);

/** Each design of the front is right or wrong by itself, however far the search goes. */
const LOOKED = 40;

function adviceOn(
  text: string,
  request: Partial<Omit<AdviceRequest, 'operation'>> = {},
  operation?: string,
): Advice & { readonly resolved: Resolved } {
  const { resolved } = analyze(text);
  const index = resolved.model.operations.findIndex(({ name }) => name === operation);
  const asked = { replicas: 1, links: 1, ...request, ...(operation === undefined ? {} : { operation: index }) };
  return { ...run(advise(resolved, asked, LOOKED)), resolved };
}

function fail(): never {
  throw new Error('Nothing is known of the design.');
}

const designs = ({ front }: Advice): string[] => front.map(designText);

/** Three nodes that fail one percent of the time; a client that never does reaches each directly. */
const PAIR = `node a, b, w fails 1%
client k
link k -- a 10ms
link k -- b 10ms
link k -- w 10ms
mesh a, b, w 10ms
store s on a, b { replicate consensus leader a }
operation put: write s from k
`;

test('by hand: two voters are both needed, three may miss one', () => {
  const { today, front } = adviceOn(PAIR, { links: 0 });
  // Without an answer unless both are up; then, unless two of three are.
  expect(today?.unanswered.share).toBeCloseTo(1 - 0.99 ** 2, 12);
  const [best] = front;
  expect(best?.changes).toEqual(['a replica in w']);
  expect(best?.measures.unanswered.share).toBeCloseTo(3 * 0.01 ** 2 * 0.99 + 0.01 ** 3, 12);
  expect(best?.measures.replicas).toBe(3);
  expect(best?.edits.map(({ text }) => text)).toEqual([', w']);
  expect(best?.better).toEqual(['`put` error under 3 cuts, was 1 cut']);
});

/** Two sites with a copy each, one percent of the time down, and a client that reaches both. */
const SITES = `zone us fails 1% { node us1 }
zone eu fails 0.5% { node eu1 }
client k
link us -- eu 80ms
link k -- us 10ms
link k -- eu 10ms
store s on us1, eu1 { replicate consensus leader us1 }
operation put: write s from k
`;

test('by hand: a third site, linked to both and as bad as the worst, may miss any one of the three', () => {
  expect(designs(adviceOn(SITES)).filter((one) => one.includes('new zone'))).toEqual([]);
  const { front } = adviceOn(SITES, { links: 2 });
  const best = front.find(({ changes }) => changes.join() === 'a replica in a new zone');
  expect(best?.edits[0]?.text).toBe(
    '\nzone zone3 fails 1% { node node3 }\nlink us -- zone3 80ms\nlink eu -- zone3 80ms',
  );
  expect(best?.edits[1]?.text).toBe(', node3');
  // Without an answer if two of the three sites are down at a time.
  const [us, eu, third] = [0.01, 0.005, 0.01];
  const two = us * eu * (1 - third) + us * (1 - eu) * third + (1 - us) * eu * third;
  expect(best?.measures.unanswered.share).toBeCloseTo(two + us * eu * third, 12);
});

test('nothing may be added: what is there is moved and set', () => {
  const { front, refused } = adviceOn(PAIR, { replicas: 0, links: 0 });
  expect(front.filter(({ measures }) => measures.replicas > 2 || measures.links > 6)).toEqual([]);
  expect(refused.slow).toBe(0);
});

/** By hand: R + W > 3 keeps reads fresh; one of the two is then as far away as the third replica or the second. */
const QUORUMS = `node a, b, c
client k at a
client l at b
link a -- b 10ms
link a -- c 100ms
link b -- c 100ms
store s on a, b, c { replicate quorum R=3 W=1 }
operation get: read  s from k, l
operation put: write s from k, l
expect get never stale
`;

test('by hand: R=2 W=2 asks the near half, and is nowhere worse than R=3 W=1', () => {
  const advice = adviceOn(QUORUMS, { replicas: 0, links: 0 });
  expect(advice.today?.latencyMs).toBe(50);
  expect(advice.isTodayBeaten).toBe(true);
  const best = advice.front.find(({ changes }) => changes[0] === 'R=2 W=2');
  expect(best?.measures).toMatchObject({ latencyMs: 10, slowestMs: 10, stale: { share: 0 } });
  // What asks nobody else is faster, and stale.
  expect(advice.front.filter(({ measures }) => measures.latencyMs === 0)).toEqual([]);
  expect(advice.refused.broken).toBeGreaterThan(0);
  const free = adviceOn(QUORUMS.replace('expect get never stale\n', ''), { replicas: 0, links: 0 });
  const fast = free.front.find(({ measures }) => measures.latencyMs === 0);
  expect(fast?.measures.stale.share).toBeGreaterThan(0);
  expect(fast?.worse.join()).toContain('makes `get` stale');
});

test('no client waits longer than it may: in all, or more than today', () => {
  const within = adviceOn(QUORUMS, { replicas: 0, links: 0, latency: { ms: 10, isMore: false } });
  expect(within.front.length).toBeGreaterThan(0);
  expect(within.front.every(({ measures }) => (measures.slowestMs ?? Infinity) <= 10)).toBe(true);
  expect(within.refused.slow).toBeGreaterThan(0);
  const more = adviceOn(QUORUMS, { replicas: 0, links: 0, latency: { ms: 0, isMore: true } });
  expect(more.front.every(({ measures }) => (measures.slowestMs ?? Infinity) <= 100)).toBe(true);
});

const CHOICE = `node a, b
client k at a
client l at b
link a -- b 10ms
store s on a, b { choose CP }
operation put: write s from k, l
`;

test('the other choice is for those who put up with what comes of it', () => {
  const strict = adviceOn(CHOICE, { replicas: 0, links: 0 });
  expect(designs(strict).filter((one) => one.includes('choose AP'))).toEqual([]);
  expect(strict.refused.undecided).toBeGreaterThan(0);
  const accepted = adviceOn(`${CHOICE}accept conflict on put "merged by hand"\n`, { replicas: 0, links: 0 });
  expect(designs(accepted).join()).toContain('choose AP for s');
});

test('what one likely fault does is told as it is known', () => {
  const holds = (text: string): string => holdingText(adviceOn(text, { replicas: 0, links: 0 }).today ?? fail());
  expect(holds(QUORUMS)).toBe('0 of 2 hold');
  expect(holds(CHOICE)).toBe('breaks');
  // Links are looked at, and break nothing; nodes are left out.
  const three = CHOICE.replace('node a, b', 'node a, b, c').replace('on a, b', 'on a, b, c');
  const meshed = `${three}link a -- c 10ms\nlink b -- c 10ms\nexplore any 1 link\n`;
  expect(holds(meshed)).toBe('not known');
  expect(holds(`${meshed}operation get: read s from k, l\n`)).toBe('0 of 2 hold, 2 not known');
});

test('what is wanted of one operation, and what nobody knows', () => {
  const { today } = adviceOn(QUORUMS, {}, 'put');
  expect(today?.latencyMs).toBe(0);
  const none = adviceOn('node a\nstore s on a { choose CP }\n');
  expect(none).toMatchObject({ front: [], refused: { broken: 0 } });
});

describe('every design on the front is what it says, read and analysed again from the start', () => {
  test.each(['how-often', 'bank', 'dynamo-quorum'])('of the sample %s', { timeout: 120_000 }, (name) => {
    const text = readFileSync(`samples/${name}.cap`, 'utf8');
    expect(checkAll(text)).toBeGreaterThan(0);
  });

  test.each(SEEDS)('of random designs of seed %i', { timeout: 120_000 + RUNS * 20_000 }, (seed) => {
    let told = 0;
    fc.assert(
      fc.property(models({ mostLinks: 4 }), (model) => {
        const text = toCap(model);
        try {
          told += checkAll(text);
        } catch (error) {
          throw new Error(`${capFence(text)}\n${error instanceof Error ? error.message : String(error)}`, {
            cause: error,
          });
        }
      }),
      { seed, numRuns: RUNS },
    );
    expect(told).toBeGreaterThan(RUNS);
  });
});

/** Applies every candidate of the front; says how many there were. */
function checkAll(text: string): number {
  const { resolved, results: before } = analyze(text);
  const request = { replicas: 1, links: 1 };
  const advice = run(advise(resolved, request, LOOKED));
  const operations = resolved.model.operations.map((_, index) => index);
  if (advice.today === undefined) return 1;
  expect(advice.looked).toBeLessThanOrEqual(LOOKED);
  expect(BigInt(advice.looked) <= BigInt(advice.nearby)).toBe(true);
  const errors = (all: readonly { readonly severity: string }[]): number =>
    all.filter(({ severity }) => severity === 'error').length;
  for (const { edits, measures, better, worse } of advice.front) {
    const after = analyze(applyEdits(text, edits));
    expect(errors(after.resolved.diagnostics)).toBeLessThanOrEqual(errors(resolved.diagnostics));
    expect(measuresOf(after.resolved.model, after.results, operations)).toEqual(measures);
    const said = changesBetween(
      { name: 'today', resolved, results: before },
      { name: 'then', resolved: after.resolved, results: after.results },
    );
    expect(said).toEqual({ better, worse });
    expect(measures.replicas - advice.today.replicas).toBeLessThanOrEqual(request.replicas);
    expect(measures.links - advice.today.links).toBeLessThanOrEqual(request.links);
    for (const [i, { status }] of before.expectations.entries())
      if (status === 'holds') expect(after.results.expectations[i]?.status).toBe('holds');
  }
  const all = advice.front.map(({ measures }) => measures);
  for (const one of all) for (const other of all) if (one !== other) expect(isAsGood(one, other)).toBe(false);
  expect(all.some((one) => isAsGood(advice.today ?? one, one))).toBe(false);
  return advice.front.length + 1;
}

test('the same design and request give the same advice to the last byte', () => {
  const again = (): string => JSON.stringify(adviceOn(PAIR));
  expect(again()).toBe(again());
});

test('what is not tried because of a limit is said with how far the search went', () => {
  const bound = (nodes: number, links = 1): string => {
    const names = Array.from({ length: nodes }, (_, i) => `n${i}`);
    const { resolved } = analyze(
      `node ${names.join(', ')}\n${names
        .map((name) => `link n0 -- ${name}\n`)
        .slice(1)
        .join('')}client k at n0\n` +
        'store s on n0, n1, n2 { choose CP }\noperation o: write s from k\nexplore any 1 node\n',
    );
    return adviceReport(resolved, run(advise(resolved, { replicas: 1, links }, 0))).bound;
  };
  expect(bound(5)).not.toContain('tried are only');
  expect(bound(10)).toMatch(/; tried are only the first 40 pairs of places for a link$/);
  expect(bound(14)).toContain('the first 40 pairs of places for a link and the first 12 free places of a store');
  expect(bound(14, 0)).toMatch(/; tried are only the first 12 free places of a store$/);
});
