import type { Harmful } from '../base/harm.js';
import { type Check, hint, information, warning } from './check.js';

/** What can happen to an operation under some explored fault; milder where it is for the lag only. */
export const VERDICT = {
  error: warning('op-error'),
  stale: warning('op-stale', { milder: 'information' }),
  dirty: warning('op-dirty'),
  unknown: warning('op-unknown'),
  partial: warning('op-partial'),
  conflict: warning('op-conflict', { milder: 'information' }),
  lost: warning('op-lost'),
} satisfies Readonly<Record<Harmful, Check>>;

/** What there is to say of an operation beside its verdict. */
export const JUDGED = {
  /** Milder where nothing went wrong as far as was looked. */
  notKnown: warning('op-not-known', { milder: 'information' }),
  /** It depends on something that has a mistake. */
  notJudged: information('op-not-judged'),
  accepted: hint('op-accepted'),
  acceptUnneeded: warning('accept-unneeded'),
  acceptEnded: information('accept-ended'),
};
