import type { Parsed, Statement } from './ast.js';
import { MAX_DIAGNOSTICS, type KnownStatements } from './parse.js';

/** The statements of a design about which there is nothing to say: what is wrong with one is found again wherever it stands again. */
export function knownStatements({ statements, sources, diagnostics }: Parsed): KnownStatements {
  // There may be more mistakes than those that are told.
  if (diagnostics.length >= MAX_DIAGNOSTICS) return new Map();
  const mistakes = diagnostics.map(({ span }) => span.start).sort((a, b) => a - b);
  const sound = statements.filter(({ span }) => {
    const first = mistakes[firstFrom(mistakes, span.start)];
    return first === undefined || first > span.end;
  });
  return new Map(sound.map((statement): [string, Statement] => [sources.textOf(statement.span), statement]));
}

/** The index of the first of the sorted numbers that is not below a limit. */
function firstFrom(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
