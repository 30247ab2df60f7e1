import { type Harmful, VERDICTS } from '../base/harm.js';
import type { Model, VertexId } from '../model/model.js';
import { type Failing, failingOf } from '../network/failing.js';
import { FailureWorld } from '../network/failureWorld.js';
import { codesOf, LAG_CODES } from './code.js';
import { Runs } from './question.js';
import { Verdicts } from './verdicts.js';

/** How much of the time a verdict is possible, by how often each link is down. */
export interface VerdictCurves {
  /** The share of time in which each link is down, ascending. */
  readonly links: readonly number[];
  /** Of each verdict but ok that is possible at some time: a share for each of `links`, without the lag. */
  readonly verdicts: readonly { readonly verdict: Harmful; readonly shares: readonly number[] }[];
}

/** Runs of one question; beyond them the curves are not known. */
const MOST_RUNS = 2000;

/** From one in a hundred thousand to one half, in steps that a logarithmic axis shows as equal. */
const LINKS: readonly number[] = [
  ...Array.from({ length: 20 }, (_, i) => Number((10 ** (-5 + i / 4)).toPrecision(6))).filter((p) => p < 0.5),
  0.5,
];

/**
 * The curves of a client of an operation. Every link fails with the same probability, whatever the design says of it;
 * all else fails as it says, or never. One sweep serves every probability: a run counts by how many links it has up and
 * down, so its weight is a polynomial. Undefined: it takes more runs than the limit.
 */
export function* verdictCurves(
  model: Model,
  operation: number,
  client: VertexId,
): Generator<void, VerdictCurves | undefined> {
  // The half is there to be counted: what it is in the end is put in below.
  const links = model.links.map((link) => ({ ...link, fails: 0.5 }));
  const verdicts = new Verdicts({ ...model, links });
  if (verdicts.limit(operation) !== undefined) return undefined;
  const failing = failingOf(verdicts.model);
  const world = new FailureWorld(verdicts.topology, failing, 0);
  const runs = new Runs(verdicts.question(operation, client), MOST_RUNS);
  const terms = new Map<string, Term>();
  do {
    if (!runs.begin()) return undefined;
    if (runs.isPause) yield;
    if (world.isSilent(client)) continue;
    add(terms, yield* runs.answer(world), world.decisions(), failing);
  } while (world.advance());
  return curvesOf([...terms.values()]);
}

/** Runs of the same codes with as many links up and down, and the probability of what else they decided. */
interface Term {
  readonly codes: number;
  readonly up: number;
  readonly down: number;
  readonly weight: number;
}

function add(
  terms: Map<string, Term>,
  codes: number,
  decisions: ReturnType<FailureWorld['decisions']>,
  failing: readonly Failing[],
): void {
  let [up, down, weight] = [0, 0, 1];
  for (const { thing, isDown } of decisions) {
    const { kind, probability = 0 } = failing[thing] ?? {};
    if (kind !== 'link') weight *= isDown ? probability : 1 - probability;
    else if (isDown) down++;
    else up++;
  }
  const key = `${codes} ${up} ${down}`;
  terms.set(key, { codes, up, down, weight: weight + (terms.get(key)?.weight ?? 0) });
}

function curvesOf(terms: readonly Term[]): VerdictCurves {
  const sum = (p: number, counts: (codes: number) => boolean): number =>
    terms.reduce(
      (total, { codes, up, down, weight }) => (counts(codes) ? total + weight * p ** down * (1 - p) ** up : total),
      0,
    );
  const running = LINKS.map((p) => sum(p, () => true));
  return {
    links: LINKS,
    verdicts: VERDICTS.flatMap((verdict) => {
      if (verdict === 'ok') return [];
      const mask = codesOf(verdict) & ~LAG_CODES;
      const shares = LINKS.map((p, i) => sum(p, (codes) => (codes & mask) !== 0) / (running[i] ?? 1));
      return shares.every((share) => share === 0) ? [] : [{ verdict, shares }];
    }),
  };
}
