import { explore, type Cache } from '../engine/explore.js';
import type { Results } from '../engine/facts.js';
import type { Model, Resolved } from '../model/model.js';
import { operationName } from '../render/words.js';
import { Design, type Candidate } from './design.js';
import { edited } from './edited.js';
import { effectOf } from './effect.js';
import { FIX_KINDS } from './index.js';
import { expectationsThatHold } from './writeExpectation.js';

/**
 * How much is looked at for the fixes of one design, in steps of the exploration (64 runs of the engine at most each). Counted, not timed, so that the same file gets the
 * same fixes on every machine: about ten seconds of a slow one. What does not fit any more is not offered.
 */
export const MAX_STEPS = 6_000;
/** More changes than this are not tried for one design. */
export const MAX_EDITS = 60;

/** What is known of the candidates of a model: by the number of the operation and the id of the candidate, the text behind the colon of its title. Plain data. */
export interface Judged {
  readonly effects: Readonly<Record<string, { readonly text: string; readonly mended: readonly string[] }>>;
  /** Per operation, expectations that hold and are not written, as statements. */
  readonly expectations: readonly (readonly string[])[];
}

interface Budget {
  steps: number;
}

/**
 * Tries every candidate: the edited text is read and explored as if it had been written, with its own families, and compared with what there is. A generator, so that
 * whoever runs it can stop between two steps; deterministic, whatever was asked before.
 */
export function* judgeFixes(resolved: Resolved, maxSteps = MAX_STEPS): Generator<void, Judged> {
  const cache: Cache = new Map<string, unknown>();
  const present = yield* explored(resolved.model, cache, { steps: Infinity });
  const effects: Record<string, { text: string; mended: readonly string[] }> = {};
  if (present === undefined) return { effects, expectations: [] };
  const budget: Budget = { steps: maxSteps };
  const design = new Design(resolved, present);
  const before = { name: 'before', resolved, results: present };
  const tried = new Map<string, { readonly resolved: Resolved; readonly results: Results } | undefined>();
  for (const [operation, candidate] of candidatesOf(design)) {
    if (!tried.has(candidate.id)) {
      if (tried.size >= MAX_EDITS) continue;
      tried.set(candidate.id, yield* outcomeOf(resolved, candidate, cache, budget));
    }
    const after = tried.get(candidate.id);
    const effect = after === undefined ? undefined : effectOf(before, { name: 'after', ...after }, operationName(resolved.model, operation));
    if (effect !== undefined) effects[`${operation} ${candidate.id}`] = { text: effect.text, mended: effect.mended };
    yield;
  }
  return { effects, expectations: yield* expectationsThatHold(design, cache, budget, explored) };
}

/** Every operation with what might help it. */
export function candidatesOf(design: Design): (readonly [operation: number, candidate: Candidate])[] {
  return design.model.operations.flatMap((_, operation) => FIX_KINDS.flatMap((kind) => kind.candidates(design, operation).map((candidate) => [operation, candidate] as const)));
}

/** What the edited design does; undefined where it reads worse than before, changes nothing, or can't be looked at any more. */
function* outcomeOf(resolved: Resolved, { edits }: Candidate, cache: Cache, budget: Budget): Generator<void, { readonly resolved: Resolved; readonly results: Results } | undefined> {
  if (edits.length === 0) return undefined;
  const after = edited(resolved, edits);
  if (complaints(after) > complaints(resolved)) return undefined;
  const results = yield* explored(after.model, sameNetwork(resolved.model, after.model) ? cache : new Map<string, unknown>(), budget);
  return results === undefined ? undefined : { resolved: after, results };
}

function complaints({ diagnostics }: Resolved): number {
  return diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
}

/** A cache holds one network's results: another network must not take them away. */
function sameNetwork(a: Model, b: Model): boolean {
  const network = ({ vertices, links, families, partitions }: Model): string => JSON.stringify([vertices, links, families, partitions]);
  return network(a) === network(b);
}

function* explored(model: Model, cache: Cache, budget: Budget): Generator<void, Results | undefined> {
  for (const steps = explore(model, { cache }); budget.steps > 0; budget.steps--) {
    const next = steps.next();
    if (next.done === true) return next.value;
    yield;
  }
  return undefined;
}
