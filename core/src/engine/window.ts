import { run } from '../base/steps.js';
import { harmsData } from '../base/harm.js';
import type { Model } from '../model/model.js';
import { HEALTHY } from '../network/fault.js';
import { CODES, codeOf } from './code.js';
import type { ClientResult, Finding } from './facts.js';
import { smallest } from './causes.js';
import { answersUnder, madeOf, type Sweep, withBit } from './question.js';
import { sweep } from './sweep.js';
import { verdictsOf } from './verdicts.js';

/**
 * The harm to an operation from a client that is possible only until a break is noticed. It is asked of one operation
 * when a person reads about it, outside of an exploration: so it takes few runs, and may stay open.
 */
export interface Window {
  /** Without the verdicts of the settled break; worst first. Counts are of the faults that were explored. */
  readonly findings: readonly Finding[];
  /** False: a limit was hit, and the rest is not known. */
  readonly complete: boolean;
}

/** An editor asks while somebody waits: a run takes ten to a hundred microseconds. */
const MOST_RUNS = 2000;
/**
 * JSON has the windows of all operations of a file, which share this many runs in these steps, so that one more
 * operation rarely changes how far those of others are explored.
 */
const RUNS_OF_FILE = 100_000;
const RUNS_MANY_WINDOWS = [MOST_RUNS, 1000, 300, 100] as const;

/** How many runs a family may take for one window. Counted, not timed, as in `maxRuns`. */
export function windowRuns({ operations }: Model): number {
  const windows = operations.reduce((sum, { clients }) => sum + clients.length, 0);
  return RUNS_MANY_WINDOWS.find((runs) => runs * windows <= RUNS_OF_FILE) ?? RUNS_MANY_WINDOWS[3];
}

const NOTHING: Window = { findings: [], complete: true };

/** By the settled results: they are made anew if the design changes. */
const known = new WeakMap<ClientResult, Window>();

/** Until breaks are noticed; `result`: once they have settled. */
export function windowOf(model: Model, result: ClientResult): Window {
  return run(windowInSteps(model, result));
}

/** The same, with pauses between runs. */
export function* windowInSteps(model: Model, result: ClientResult): Generator<void, Window> {
  const found = known.get(result) ?? (yield* explore(model, result));
  known.set(result, found);
  return found;
}

function* explore(model: Model, { operation, client, findings, notKnown }: ClientResult): Generator<void, Window> {
  if (notKnown !== undefined) return NOTHING;
  const verdicts = verdictsOf(model);
  const { topology, detecting } = verdicts;
  const settled = findings.reduce((mask, { outcome }) => mask | (1 << codeOf(outcome)), 0);
  const early = verdicts.harms(operation, client, detecting);
  const question = { bits: CODES.length, ...madeOf(early, (codes) => codes & ~settled) };
  const sweeps: Sweep[] = [];
  const limit = windowRuns(model);
  for (const family of model.families) sweeps.push(yield* sweep(topology, family, question, limit));
  const singles = model.partitions.map((_, partition) => ({ ...HEALTHY, partition }));
  const answers = yield* answersUnder(topology, question, singles);
  const found: Finding[] = [];
  for (const code of [...CODES].reverse()) {
    const named = withBit(singles, answers, code);
    const causes = smallest(model, [...sweeps.flatMap((one) => one.causes[code] ?? []), ...named]);
    const [cause] = causes;
    if (cause === undefined) continue;
    const { outcomes } = yield* verdicts.underInSteps(cause, operation, client, detecting);
    const outcome = outcomes.find((one) => codeOf(one) === code);
    if (outcome === undefined) continue;
    const faults = sweeps.reduce((sum, one) => sum + (one.faults[code] ?? 0n), BigInt(named.length));
    found.push({ outcome, cause, causes, faults: faults.toString() });
  }
  return { findings: found, complete: sweeps.every(({ complete }) => complete) };
}

/** The harm to data among what can happen until a break is noticed. */
export function harmUntilNoticed({ findings }: Window): readonly Finding[] {
  return findings.filter(({ outcome }) => harmsData(outcome.verdict));
}
