import { type Analysis, MISTAKES } from '#core';

/**
 * All expectations hold; one fails, a need is impossible, or a finding counts as an error; it can't be told, or there
 * is nothing to tell it from.
 */
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
  // The settings beside a design may make an error of what is a warning elsewhere.
  if (analyses.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'))) return FAILS;
  const statuses = analyses.flatMap(({ results }) => results.expectations.map(({ status }) => status));
  if (statuses.includes('fails')) return FAILS;
  return statuses.includes('not known') ? UNDECIDED : HOLDS;
}

/** Mistakes in the file; what its results say is not one. */
export function hasErrors({ diagnostics }: Pick<Analysis, 'diagnostics'>): boolean {
  return diagnostics.some(({ code }) => MISTAKES.has(code));
}
