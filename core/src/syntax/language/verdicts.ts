import type { WordRow } from './word.js';

/** What can become of an operation, and what can be expected of it. */
export const VERDICT_WORDS = {
  error: { meaning: 'Refused, or a read that timed out, or no replica was reached.' },
  ok: { meaning: 'Answered; a read sees every write acknowledged before it began, a write survives the heal.' },
  stale: { meaning: 'A read that can be answered without a write that was acknowledged before it began.' },
  dirty: { meaning: 'A read that can be answered with a write that is then discarded by failover or heal.' },
  unknown: {
    meaning: "A write without an answer although a replica took it in: its client can't know what became of it.",
  },
  partial: {
    meaning:
      'An operation of several writes that ends in an error, or without an answer, after some of them took effect: ' +
      'its stores differ for good.',
  },
  conflict: {
    meaning:
      'A write acknowledged by replicas while others acknowledge another; `merge` says what is lost, kept or ' +
      'left over.',
  },
  lost: { meaning: 'A write acknowledged and then discarded by failover or heal, with no concurrent write to blame.' },
  available: { meaning: 'It is answered: ok, stale, dirty, conflict or lost.' },
} satisfies Record<string, WordRow>;
