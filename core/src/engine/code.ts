import { harmsData, HARMS, isAnswered, isBeyondLag, type Harm, type HowLong, type VerdictKind } from '../base/harm.js';

/**
 * A verdict with how long it lasts as a small number, its index in `HARMS`. A set of codes is a bit mask; the worst
 * code is its highest bit.
 */
export type Code = number;

export const CODES: readonly Code[] = HARMS.map((_, index) => index);

export const OK = code('ok');
export const ERROR = code('error');
export const STALE_LAG = code('stale', 'lag');
export const STALE_HEAL = code('stale', 'heal');
export const DIRTY = code('dirty');
export const UNKNOWN = code('unknown');
export const PARTIAL = code('partial');
export const CONFLICT_LAG = code('conflict', 'lag');
export const CONFLICT_HEAL = code('conflict', 'heal');
export const LOST = code('lost');

export const LAG_CODES = mask(({ howLong }) => howLong === 'lag');
/** The codes without an answer: a refusal, or none at all. */
export const UNANSWERED_CODES = mask(({ verdict }) => !isAnswered(verdict));

/** The codes of harmed data, without the lag that a healthy network has too. */
export const DATA_CODES = mask((harm) => harmsData(harm.verdict) && isBeyondLag(harm));

export function codeOf({ verdict, howLong }: Harm): Code {
  return code(verdict, howLong);
}

/** The codes of one verdict, as a mask. */
export function codesOf(verdict: VerdictKind): number {
  return mask((harm) => harm.verdict === verdict);
}

function code(verdict: VerdictKind, howLong?: HowLong): Code {
  return HARMS.findIndex((harm) => harm.verdict === verdict && harm.howLong === howLong);
}

function mask(has: (harm: Harm) => boolean): number {
  return HARMS.reduce((sum, harm, index) => (has(harm) ? sum | (1 << index) : sum), 0);
}
