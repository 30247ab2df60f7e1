import type { ClientResult, ExpectationResult, Results } from '../engine/facts.js';
import type { Resolved } from '../model/model.js';
import { statement } from '../render/words/statement.js';

/** Results, and the version of a text that they are of. */
export interface Known {
  readonly resolved: Resolved;
  readonly results: Results;
}

/**
 * The newest results that there are of a document: of its present text, or of an older one that meant something else.
 */
export type Memory =
  | { readonly kind: 'current'; readonly results: Results }
  | { readonly kind: 'older'; readonly known: Known }
  | { readonly kind: 'nothing' };

/** What was found for one thing of the present text, and the version in which it was. */
export interface Remembered<Found> {
  readonly found: Found;
  readonly of: Resolved;
  readonly isCurrent: boolean;
}

/** The results of an operation, and what became of all expectations in that version. */
export interface RememberedOperation extends Remembered<readonly ClientResult[]> {
  readonly expectations: readonly ExpectationResult[];
}

/** Finds what is known about the things of a text. */
export interface Recall {
  /** All results of an operation, one at least: in an older version, of the one of the same name. */
  readonly operation: (index: number) => RememberedOperation | undefined;
  /** What became of an expectation: in an older version, of the one that was written the same. */
  readonly expectation: (index: number) => Remembered<ExpectationResult> | undefined;
}

export function recall(resolved: Resolved, memory: Memory): Recall {
  if (memory.kind === 'nothing') return { operation: () => undefined, expectation: () => undefined };
  const isCurrent = memory.kind === 'current';
  const { resolved: of, results } = isCurrent ? { resolved, results: memory.results } : memory.known;
  const clients = new Map<number, ClientResult[]>();
  for (const one of results.clients) {
    const found = clients.get(one.operation);
    if (found === undefined) clients.set(one.operation, [one]);
    else found.push(one);
  }
  const expectations = new Map(results.expectations.map((one) => [one.expectation, one]));
  const sameName = isCurrent ? undefined : new Map(of.model.operations.map(({ name }, i) => [name, i]));
  const sameText = isCurrent ? undefined : new Map(of.origins.expectations.map((_, i) => [statement(of, i), i]));
  return {
    operation: (index) => {
      const then = sameName === undefined ? index : sameName.get(resolved.model.operations[index]?.name ?? '');
      const found = then === undefined ? undefined : clients.get(then);
      return found === undefined ? undefined : { found, of, isCurrent, expectations: results.expectations };
    },
    expectation: (index) => {
      const then = sameText === undefined ? index : sameText.get(statement(resolved, index));
      const found = then === undefined ? undefined : expectations.get(then);
      return found === undefined ? undefined : { found, of, isCurrent };
    },
  };
}
