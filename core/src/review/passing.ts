import { harmsData } from '../base/harm.js';
import type { Steps } from '../base/steps.js';
import { smallest } from '../engine/causes.js';
import { codeOf } from '../engine/code.js';
import type { Cause, ClientResult, Outcome } from '../engine/facts.js';
import { REQUEST_SIZE, requestUnderInSteps } from '../engine/under.js';
import type { Model } from '../model/model.js';
import { countPairs } from '../network/places.js';
import { likelyCauses } from './likelyCauses.js';

/** Somebody waits for the answer: a thousand verdicts take a quarter of a second at most. */
const MOST_VERDICTS = 1000;

/** A harm to data that a fault does to a request, but only until it is noticed. */
export interface PassingHarm {
  readonly outcome: Outcome;
  /** The smallest likely fault that does it. */
  readonly cause: Cause;
}

/** What was found of one request. */
export interface Passing {
  readonly harms: readonly PassingHarm[];
  /** How many likely faults there are. */
  readonly faults: number;
  /** How many of them were left out, because of a limit. */
  readonly left: number;
}

/**
 * The harms that one likely fault can do until it is noticed, and that no explored fault does once it has settled, of
 * one of `clients` requests. In steps, fault by fault: to explore all faults takes ten times as long.
 */
export function* passingHarms(model: Model, result: ClientResult, clients: number): Steps<Passing> {
  const settled = new Set<number>(result.findings.map(({ outcome }) => codeOf(outcome)));
  const most = Math.ceil(MOST_VERDICTS / Math.max(1, clients));
  const found = new Map<number, { readonly outcome: Outcome; readonly causes: Cause[] }>();
  const likely = likelyCauses(model, most);
  for (const { cause } of likely.slice(0, most)) {
    yield 2 * REQUEST_SIZE;
    const under = yield* requestUnderInSteps(model, cause, result.operation, result.client);
    for (const outcome of under?.whileDetecting ?? []) {
      if (!harmsData(outcome.verdict) || settled.has(codeOf(outcome))) continue;
      const known = found.get(codeOf(outcome));
      if (known === undefined) found.set(codeOf(outcome), { outcome, causes: [cause] });
      else known.causes.push(cause);
    }
  }
  const harms = [...found.values()].flatMap(({ outcome, causes }) =>
    smallest(model, causes, 1).map((cause) => ({ outcome, cause })),
  );
  const faults = likely.length + Math.max(0, countPairs(model) - most);
  return { harms, faults, left: Math.max(0, faults - most) };
}
