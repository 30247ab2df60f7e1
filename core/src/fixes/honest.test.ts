import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { exploreAll } from '../engine/explore.js';
import type { Model } from '../model/model.js';
import { type Cause, causeSize, HEALTHY } from '../network/fault.js';
import { operationName, vertexName } from '../render/words/names.js';
import { toldCause } from '../review/standing.js';
import { tierOf } from '../review/tier.js';
import { budgetOf, seedsOf } from '../testing/budget.js';
import { faultsOf, partitionsOf, toBreak } from '../testing/faults.js';
import { judgeAll } from '../testing/fixes.js';
import { KEYS, naiveOutcomes, type Key } from '../testing/naive/naive.js';
import { capFence, models, toCap } from '../testing/naive/randomModel.js';
import { readerOf } from '../testing/files.js';
import { Design } from './design.js';
import { edited } from './edited.js';
import { compareSides, effectOf } from './effect.js';
import type { Claim } from './effect/claims.js';
import { candidatesOf } from './judge.js';

/**
 * Every quick fix does what its title says: it is applied, and what it claims is counted again. On random designs by
 * the naive engine, which shares no code with the one that the claims are from.
 */
const { fixes: RUNS } = budgetOf(process.env);
const SEEDS = seedsOf(20181021, process.env);

interface Count {
  readonly faults: number;
  /** How much has to go wrong at least: see `broken`. */
  readonly size: number;
}

/** By operation and client, then by verdict: in how many faults it happens. */
type Counts = Readonly<Record<string, Partial<Record<Key, Count>>>>;

interface Counted {
  readonly total: number;
  readonly counts: Counts;
}

/** Nothing, one likely fault, or something rare and how much of it. */
function broken(model: Model, cause: Cause): number {
  const size = causeSize(cause) + (cause.partition === undefined ? 0 : 1);
  return tierOf(model, cause) === 'likely' ? Math.min(1, size) : 1 + size;
}

function countedNaively(model: Model): Counted {
  const faults = [
    ...model.families.flatMap((family) => faultsOf(model, family)),
    ...(model.families.every(({ links }) => links === 0) ? [HEALTHY] : []),
    ...partitionsOf(model),
  ];
  const counts: Record<string, Partial<Record<Key, Count>>> = {};
  for (const cause of faults) {
    const size = broken(model, cause);
    for (const { operation, client, keys } of naiveOutcomes(model, toBreak(model, cause))) {
      const name = `${operationName(model, operation)} ${vertexName(model, client)}`;
      counts[name] ??= {};
      const own = counts[name];
      if (keys === 'silent') continue;
      for (const key of keys) {
        const known = own[key];
        own[key] = { faults: (known?.faults ?? 0) + 1, size: Math.min(known?.size ?? Infinity, size) };
      }
    }
  }
  return { total: faults.length, counts };
}

/** The engine's own findings of a text that was read from the start. */
function countedAgain(text: string, files: Readonly<Record<string, string>>): Counted {
  const {
    resolved: { model },
    results,
  } = analyze(text, {}, { path: 'design.cap', read: readerOf(files) });
  const counts = Object.fromEntries(
    results.clients.map((result) => [
      `${operationName(model, result.operation)} ${vertexName(model, result.client)}`,
      Object.fromEntries(
        result.findings.map((finding) => {
          const { outcome, faults } = finding;
          const key = outcome.howLong === undefined ? outcome.verdict : `${outcome.verdict}/${outcome.howLong}`;
          return [key, { faults: Number(faults), size: broken(model, toldCause(model, result, finding).cause) }];
        }),
      ),
    ]),
  );
  return { total: Number(results.clients[0]?.faults ?? 0), counts };
}

function keysOf({ verdict, howLong }: Pick<Claim, 'verdict' | 'howLong'>): Key[] {
  return KEYS.filter(
    (key) =>
      key === verdict || (howLong === undefined ? key.startsWith(`${verdict}/`) : key === `${verdict}/${howLong}`),
  );
}

/** What a claim says of one client, by counting. */
function checkClaim(claim: Claim, client: string, before: Counted, after: Counted): void {
  const at = `${claim.operation} ${client}`;
  const { what } = claim;
  for (const key of keysOf(claim)) {
    const [was, is] = [before.counts[at]?.[key], after.counts[at]?.[key]];
    const said = JSON.stringify({ claim, client, key, was, is });
    switch (what.kind) {
      case 'never':
        if (!what.isLimited) expect(is, said).toBeUndefined();
        break;
      case 'cause':
        expect(is, said).toBeDefined();
        if (what.was === undefined) expect(was, said).toBeUndefined();
        else expect(Math.sign((is?.size ?? 0) - (was?.size ?? 0)), said).toBe(claim.change === 'better' ? 1 : -1);
        break;
      case 'faults': {
        const counted = what.counts.find((one) => one.client === client);
        expect([was?.faults, is?.faults, after.total], said).toEqual([
          Number(counted?.was),
          Number(counted?.now),
          Number(counted?.of),
        ]);
        break;
      }
    }
  }
}

/** Every verdict that gets worse is among the claims. */
function checkComplete(claims: readonly Claim[], before: Counted, after: Counted): void {
  for (const [at, counts] of Object.entries(after.counts)) {
    for (const key of KEYS) {
      const [was, is] = [before.counts[at]?.[key], counts[key]];
      if (key === 'ok' || is === undefined) continue;
      const isWorse =
        was === undefined ||
        is.size < was.size ||
        (is.size === was.size && before.total === after.total && is.faults > was.faults);
      if (!isWorse) continue;
      const said = claims.some(
        (claim) =>
          claim.change === 'worse' &&
          keysOf(claim).includes(key) &&
          claim.clients.some((client) => `${claim.operation} ${client}` === at),
      );
      expect(said, `${key} of ${at} is worse and not said`).toBe(true);
    }
  }
}

/** Applies every fix that is offered and counts again; says how many there were. */
function checkAll(
  text: string,
  recount: (text: string, model: Model) => Counted,
  files: Readonly<Record<string, string>> = {},
): number {
  const { resolved, results } = analyze(text, {}, { path: 'design.cap', read: readerOf(files) });
  const before = recount(text, resolved.model);
  const judged = judgeAll(resolved);
  let offered = 0;
  const design = new Design(resolved, results);
  for (const [operation, candidate] of resolved.model.operations.flatMap((_, index) =>
    candidatesOf(design, index).map((one) => [index, one] as const),
  )) {
    const effect = judged.effects[`${operation} ${candidate.id}`];
    if (effect === undefined) continue;
    offered++;
    const after = edited(resolved, candidate.edits);
    const { claims, ...comparison } = compareSides(
      { name: 'before', resolved, results },
      { name: 'after', resolved: after, results: exploreAll(after.model) },
    );
    expect(
      effectOf({ claims, ...comparison }, operationName(resolved.model, operation))?.text,
      'what was judged is what the edit does',
    ).toBe(effect.text);
    const counted = recount(after.text, after.model);
    for (const claim of claims) for (const client of claim.clients) checkClaim(claim, client, before, counted);
    checkComplete(claims, before, counted);
  }
  for (const statement of judged.expectations.flat()) {
    const { results: again } = analyze(`${text}\n${statement}\n`, {}, { path: 'design.cap', read: readerOf(files) });
    expect(again.expectations.at(-1)?.status, statement).toBe('holds');
  }
  return offered + judged.expectations.flat().length;
}

describe('every quick fix does what its title says', () => {
  test.each(SEEDS)(
    'on random designs of seed %i, counted by the naive engine',
    { timeout: 120_000 + RUNS * 10_000 },
    (seed) => {
      let offered = 0;
      fc.assert(
        fc.property(models({ mostLinks: 5 }), (model) => {
          const text = toCap(model);
          try {
            offered += checkAll(text, (_, counted) => countedNaively(counted));
          } catch (error) {
            throw new Error(`${capFence(text)}\n${error instanceof Error ? error.message : String(error)}`, {
              cause: error,
            });
          }
        }),
        { seed, numRuns: RUNS },
      );
      expect(offered).toBeGreaterThan(RUNS);
    },
  );

  const shared = Object.fromEntries(
    readdirSync('samples/shared').map((name) => [`shared/${name}`, readFileSync(`samples/shared/${name}`, 'utf8')]),
  );
  for (const name of readdirSync('samples').filter((one) => one.endsWith('.cap'))) {
    test(`on the sample ${name}, analysed again from the start`, { timeout: 120_000 }, () => {
      expect(
        checkAll(readFileSync(`samples/${name}`, 'utf8'), (text) => countedAgain(text, shared), shared),
      ).toBeGreaterThan(0);
    });
  }
});
