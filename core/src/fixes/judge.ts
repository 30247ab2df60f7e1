import { pausing } from '../base/steps.js';
import type { Severity } from '../checks/check.js';
import { explore } from '../engine/explore.js';
import type { Cache } from '../engine/memory.js';
import type { Results } from '../engine/facts.js';
import type { Model, Resolved } from '../model/model.js';
import { operationName } from '../render/words/names.js';
import { Design, type Candidate } from './design.js';
import { editedInSteps } from './edited.js';
import { compareSides, type Effect, effectOf } from './effect.js';
import { FIX_KINDS } from './index.js';
import { expectationsThatHold } from './writeExpectation.js';

/**
 * How much is looked at for the fixes of one design. Counted, not timed, so that the same file gets the same fixes on
 * every machine: about ten seconds of a slow one. A fix that does not fit any more is not offered.
 */
export const BUDGET = 140_000;
/** What 8 runs of the engine cost, the most between two pauses of the exploration … */
const COST_OF_RUNS = 2.5;
/** … and one question that is looked up, since nothing changed for it. */
const COST_OF_QUESTION = 1;

/**
 * What is known of the candidates of a model: by the number of the operation and the id of the candidate, what it does.
 * Plain data.
 */
export interface Judged {
  readonly effects: Readonly<Record<string, Effect>>;
  /** Per operation, expectations that hold and are not written, as statements. */
  readonly expectations: readonly (readonly string[])[];
}

/** How much may be looked at: about 14,000 a second on a slow machine. */
export interface Budget {
  left: number;
}

/**
 * Tries every candidate: the edited text is read and explored as if it had been written, with its own families, and
 * compared with what there is. A generator, so that the caller can stop between two steps; deterministic, independent
 * of earlier calls.
 */
export function* judgeFixes(resolved: Resolved, most = BUDGET): Generator<void, Judged> {
  const cache: Cache = new Map<string, unknown>();
  const present = yield* explored(resolved.model, cache, { left: Infinity });
  const effects: Record<string, Effect> = {};
  if (present === undefined) return { effects, expectations: [] };
  const budget: Budget = { left: most };
  const design = new Design(resolved, present);
  const before = { name: 'before', resolved, results: present };
  // What changes the network is explored anew, all of it: it must not take the budget of what is nearly for nothing.
  const costly: Wanted[] = [];
  const network = networkText(resolved.model);
  const judge = function* (
    { candidate, operations }: Wanted,
    after: Resolved,
    results: Results | undefined,
  ): Generator<void> {
    if (results === undefined) return;
    const comparison = compareSides(before, { name: 'after', resolved: after, results });
    for (const operation of operations) {
      yield;
      const effect = effectOf(comparison, operationName(resolved.model, operation));
      if (effect !== undefined) effects[`${operation} ${candidate.id}`] = effect;
    }
  };
  for (const wanted of yield* wantedOf(design)) {
    if (budget.left <= 0) break;
    yield;
    const after = yield* pausing(editedInSteps(resolved, wanted.candidate.edits));
    if (isMistaken(after, resolved)) continue;
    if (networkText(after.model) === network) yield* judge(wanted, after, yield* explored(after.model, cache, budget));
    else costly.push(wanted);
  }
  const expectations = yield* expectationsThatHold(design, cache, budget, explored);
  for (const wanted of costly) {
    if (budget.left <= 0) break;
    yield;
    const after = yield* pausing(editedInSteps(resolved, wanted.candidate.edits));
    yield* judge(wanted, after, yield* explored(after.model, new Map<string, unknown>(), budget));
  }
  return { effects, expectations };
}

/** One change, and the operations that it may help. */
interface Wanted {
  readonly candidate: Candidate;
  readonly operations: number[];
}

function* wantedOf(design: Design): Generator<void, readonly Wanted[]> {
  const found = new Map<string, Wanted>();
  for (const operation of design.model.operations.keys()) {
    yield;
    for (const candidate of candidatesOf(design, operation)) {
      const known = found.get(candidate.id);
      if (known !== undefined) known.operations.push(operation);
      else if (candidate.edits.length > 0) found.set(candidate.id, { candidate, operations: [operation] });
    }
  }
  return [...found.values()];
}

/** What might help an operation. */
export function candidatesOf(design: Design, operation: number): readonly Candidate[] {
  return FIX_KINDS.flatMap((kind) => kind.candidates(design, operation));
}

/** Whether a text has more errors than another one, or more errors and warnings: then it is not a candidate. */
export function isMistaken(after: Resolved, before: Resolved): boolean {
  const of = ({ diagnostics }: Resolved, ...severities: readonly Severity[]): number =>
    diagnostics.filter(({ severity }) => severities.includes(severity)).length;
  return of(after, 'error') > of(before, 'error') || of(after, 'error', 'warning') > of(before, 'error', 'warning');
}

/** What a cache is about: it holds one network's results, and another network must not take them away. */
export function networkText({ vertices, links, families, partitions }: Model): string {
  return JSON.stringify([vertices, links, families, partitions]);
}

/** Explores a candidate as far as the budget goes; undefined: it does not. */
export function* explored(model: Model, cache: Cache, budget: Budget): Generator<void, Results | undefined> {
  let answered = 0;
  for (const steps = explore(model, { cache }); budget.left > 0; ) {
    const next = steps.next();
    if (next.done === true) return next.value;
    budget.left -= next.value.done > answered ? COST_OF_QUESTION : COST_OF_RUNS;
    answered = next.value.done;
    yield;
  }
  return undefined;
}
