import type { Resolved } from '../../model/model.js';

/** As it is written, in one line. */
export function statement({ sources, origins }: Resolved, expectation: number): string {
  const span = origins.expectations[expectation];
  return span === undefined ? '' : sources.textOf(span).replace(/\s+/g, ' ').trim();
}
