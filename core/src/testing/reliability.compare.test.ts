import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAnswered, VERDICTS } from '../base/harm.js';
import { exploreAll } from '../engine/explore.js';
import type { Share } from '../engine/facts.js';
import type { Model, Risk } from '../model/model.js';
import { failingOf } from '../network/failing.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { budgetOf, seedsOf } from './budget.js';
import { toBreak } from './faults.js';
import { naiveOutcomes } from './naive/naive.js';
import { capFence, models, toCap } from './naive/randomModel.js';

/**
 * Shares of time against all combinations of what fails, each judged by the naive engine and weighted by an exact
 * fraction.
 */
const { naive: RUNS } = budgetOf(process.env);
const SEEDS = seedsOf(19690101, process.env);
const TIMEOUT_MS = 60_000 + RUNS * 10_000;
const MOST_FAILING = 5;
/** Probabilities are whole multiples of one part of this many, so that fractions are whole numbers. */
const PARTS = 10n ** 9n;

/** A design in which some things fail, rarely or often, and perhaps two together. */
const failingModels: fc.Arbitrary<Model> = fc
  .tuple(
    models({ mostLinks: 6 }),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(1, 1000, 1_000_000, 500_000_000, 1_000_000_000)), {
      minLength: 1,
      maxLength: MOST_FAILING - 1,
    }),
    fc.option(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1_000_000 }))),
  )
  .map(([model, drawn, together]) => {
    const places = model.vertices.flatMap(({ kind }, id) => (kind === 'node' || kind === 'zone' ? [id] : []));
    const things = model.links.length + places.length;
    const shares = new Map(drawn.map(([thing, parts]) => [thing % things, parts / Number(PARTS)]));
    const failing = <T extends object>(part: T, thing: number): T => {
      const fails = shares.get(thing);
      return fails === undefined ? part : { ...part, fails };
    };
    const risks = together === null ? [] : [riskOf(model, places, together)];
    return {
      ...model,
      links: model.links.map((link, i) => failing(link, i)),
      vertices: model.vertices.map((vertex, id) =>
        places.includes(id) ? failing(vertex, model.links.length + places.indexOf(id)) : vertex,
      ),
      ...(risks.length === 0 ? {} : { risks }),
    };
  });

function riskOf(
  model: Model,
  places: readonly number[],
  [link, place, parts]: readonly [number, number, number],
): Risk {
  const vertex = places[place % places.length];
  return {
    name: 'both',
    links: model.links.length === 0 ? [] : [link % model.links.length],
    vertices: vertex === undefined ? [] : [vertex],
    fails: parts / Number(PARTS),
  };
}

/** The fault in which these things are down, and everything else is up. */
function faultOf(model: Model, down: readonly number[]): Cause {
  const links: number[] = [];
  const vertices: number[] = [];
  for (const i of down) {
    const thing = failingOf(model)[i];
    if (thing?.kind === 'link') links.push(thing.index);
    if (thing?.kind === 'vertex') vertices.push(thing.index);
    const risk = thing?.kind === 'risk' ? model.risks?.[thing.index] : undefined;
    links.push(...(risk?.links ?? []));
    vertices.push(...(risk?.vertices ?? []));
  }
  const of = (kind: 'node' | 'zone'): number[] => vertices.filter((id) => model.vertices[id]?.kind === kind);
  return { ...HEALTHY, links: [...new Set(links)], stopped: [...new Set(of('node'))], zones: [...new Set(of('zone'))] };
}

/** The sum over all combinations, per request and verdict, in parts of `PARTS` to the number of things. */
function summed(model: Model): Map<string, bigint> {
  const failing = failingOf(model);
  const sums = new Map<string, bigint>();
  const add = (key: string, weight: bigint): void => void sums.set(key, (sums.get(key) ?? 0n) + weight);
  for (let mask = 0; mask < 1 << failing.length; mask++) {
    const isDown = (i: number): boolean => ((mask >> i) & 1) === 1;
    const parts = failing.map(({ probability }) => BigInt(Math.round(probability * Number(PARTS))));
    const weight = parts.reduce((product, p, i) => product * (isDown(i) ? p : PARTS - p), 1n);
    if (weight === 0n) continue;
    const fault = faultOf(
      model,
      failing.flatMap((_, i) => (isDown(i) ? [i] : [])),
    );
    for (const { operation, client, keys } of naiveOutcomes(model, toBreak(model, fault))) {
      if (keys === 'silent') continue;
      const who = `${operation} ${client}`;
      add(`${who} runs`, weight);
      for (const verdict of VERDICTS) {
        const found = keys.filter((key) => key === verdict || key.startsWith(`${verdict}/`));
        if (found.length > 0) add(`${who} ${verdict}`, weight);
        if (found.some((key) => !key.endsWith('/lag'))) add(`${who} ${verdict} beyond`, weight);
      }
      const isOpen = VERDICTS.some((verdict) => !isAnswered(verdict) && keys.some((key) => key === verdict));
      if (isOpen) add(`${who} unanswered`, weight);
    }
  }
  return sums;
}

/** a / b as a number with all its digits, however small. */
function quotient(a: bigint, b: bigint): number {
  if (a === 0n) return 0;
  const scale = 10n ** 400n;
  const digits = ((a * scale) / b).toString();
  return Number(`0.${digits.slice(0, 20)}e${digits.length - 400}`);
}

function expectShare({ least, most }: Share, wanted: number, what: string): void {
  expect(least, what).toBe(most);
  expect(Math.abs(least - wanted), `${what}: ${least} and ${wanted}`).toBeLessThanOrEqual(1e-9 * wanted);
}

test('every share of time is the sum over all combinations', { timeout: TIMEOUT_MS }, () => {
  for (const seed of SEEDS)
    fc.assert(
      fc.property(failingModels, (model) => {
        const sums = summed(model);
        for (const { operation, client, reliability } of exploreAll(model).clients) {
          const who = `${operation} ${client}`;
          const runs = sums.get(`${who} runs`) ?? 0n;
          const share = (key: string): number => (runs === 0n ? 0 : quotient(sums.get(`${who} ${key}`) ?? 0n, runs));
          const text = (key: string): string => `${capFence(toCap(model))}\n${who} ${key}`;
          expect(reliability?.isComplete, text('complete')).toBe(true);
          if (reliability === undefined) continue;
          expectShare(reliability.unanswered, share('unanswered'), text('unanswered'));
          for (const verdict of VERDICTS.filter((one) => one !== 'ok')) {
            const found = reliability.verdicts.find((one) => one.verdict === verdict);
            const none = { least: 0, most: 0 };
            expectShare(found?.all ?? none, share(verdict), text(verdict));
            expectShare(found?.beyondLag ?? none, share(`${verdict} beyond`), text(`${verdict} beyond the lag`));
          }
        }
      }),
      { seed, numRuns: RUNS * 5 },
    );
});
