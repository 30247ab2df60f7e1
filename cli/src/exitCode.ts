import type { Analysis } from '#core';

/** All expectations hold; one fails, or a need is impossible; it can't be told, or there is nothing to tell it from. */
export const HOLDS = 0;
export const FAILS = 1;
export const UNDECIDED = 2;
/** A mistake of Netsplit itself. Not 1: a gate must not take it for a verdict. */
export const INTERNAL_ERROR = 70;

/**
 * Errors of the file win over a failing expectation: what the file does not say right is left out, so that a failure
 * may come of the mistake. A failing expectation wins over an undecided one: it is certain.
 */
export function exitCodeOf(analyses: readonly Analysis[]): number {
  if (analyses.some((one) => hasErrors(one) || one.resolved.unjudged.length > 0)) return UNDECIDED;
  if (analyses.some(({ results }) => results.needs.some(({ status }) => status === 'impossible'))) return FAILS;
  const statuses = analyses.flatMap(({ results }) => results.expectations.map(({ status }) => status));
  if (statuses.includes('fails')) return FAILS;
  return statuses.includes('not known') ? UNDECIDED : HOLDS;
}

/** Mistakes in the file; a failing expectation and a need that is impossible are not. */
export function hasErrors({ diagnostics }: Pick<Analysis, 'diagnostics'>): boolean {
  return diagnostics.some(
    ({ code, severity }) => severity === 'error' && code !== 'expectation-fails' && code !== 'needs-impossible',
  );
}
