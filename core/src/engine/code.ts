import type { VerdictKind } from '../model/model.js';
import type { HowLong } from './facts.js';

/**
 * A verdict with how long as a small number, in order of harm: a set of them is a bit mask, the worst of a set its
 * highest bit.
 */
export type Code = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const OK: Code = 0;
export const ERROR: Code = 1;
export const STALE_LAG: Code = 2;
export const STALE_HEAL: Code = 3;
export const UNKNOWN: Code = 4;
export const CONFLICT_LAG: Code = 5;
export const CONFLICT_HEAL: Code = 6;
export const LOST: Code = 7;

export const CODES: readonly Code[] = [OK, ERROR, STALE_LAG, STALE_HEAL, UNKNOWN, CONFLICT_LAG, CONFLICT_HEAL, LOST];

export const VERDICTS: readonly { readonly verdict: VerdictKind; readonly howLong?: HowLong }[] = [
  { verdict: 'ok' },
  { verdict: 'error' },
  { verdict: 'stale', howLong: 'lag' },
  { verdict: 'stale', howLong: 'heal' },
  { verdict: 'unknown' },
  { verdict: 'conflict', howLong: 'lag' },
  { verdict: 'conflict', howLong: 'heal' },
  { verdict: 'lost' },
];

export const LAG_CODES = (1 << STALE_LAG) | (1 << CONFLICT_LAG);
/** The operation got no answer, or a refusal. */
export const UNANSWERED_CODES = (1 << ERROR) | (1 << UNKNOWN);

/** The codes of one verdict, as a mask. */
export function codesOf(verdict: VerdictKind): number {
  return CODES.reduce((mask: number, code) => (VERDICTS[code]?.verdict === verdict ? mask | (1 << code) : mask), 0);
}
