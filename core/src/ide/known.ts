import type { ClientResult, ExpectationResult, Results } from '../engine/facts.js';
import type { Resolved } from '../model/model.js';
import { statement } from '../render/expectationsReport.js';

/** The newest results that there are of a document, and the version of its text that they are of. */
export interface Known {
  readonly resolved: Resolved;
  readonly results: Results;
}

/** What was found for one thing of the present text; `isCurrent` is false where the text has changed since in what it means. */
export interface Remembered<Found> {
  readonly found: Found;
  readonly of: Resolved;
  readonly isCurrent: boolean;
}

export type Memory = (
  | { readonly kind: 'current'; readonly results: Results }
  | { readonly kind: 'older'; readonly known: Known }
  | { readonly kind: 'nothing' }
);

/** What was found for an operation: in an older version, for the one of the same name. */
export function rememberedOperation(resolved: Resolved, memory: Memory, operation: number): Remembered<readonly ClientResult[]> | undefined {
  if (memory.kind === 'nothing') return undefined;
  const of = memory.kind === 'current' ? resolved : memory.known.resolved;
  const { clients } = memory.kind === 'current' ? memory.results : memory.known.results;
  const name = resolved.model.operations[operation]?.name;
  const index = memory.kind === 'current' ? operation : of.model.operations.findIndex((one) => one.name === name);
  const found = clients.filter((one) => one.operation === index);
  return found.length === 0 ? undefined : { found, of, isCurrent: memory.kind === 'current' };
}

/** What became of an expectation: in an older version, of the one that was written the same. */
export function rememberedExpectation(resolved: Resolved, memory: Memory, expectation: number): Remembered<ExpectationResult> | undefined {
  if (memory.kind === 'nothing') return undefined;
  if (memory.kind === 'current') {
    const found = memory.results.expectations.find((one) => one.expectation === expectation);
    return found === undefined ? undefined : { found, of: resolved, isCurrent: true };
  }
  const of = memory.known.resolved;
  const written = statement(resolved, expectation);
  const found = memory.known.results.expectations.find((one) => statement(of, one.expectation) === written);
  return found === undefined ? undefined : { found, of, isCurrent: false };
}
