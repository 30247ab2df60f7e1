import type { WordRow } from './word.js';

/** What can become of an operation, and what can be expected of it. */
export const VERDICT_WORDS = {
  error: { meaning: 'Refused, or a read that timed out, or no replica was reached.' },
  ok: { meaning: 'Answered; a read sees every write acknowledged before it began, a write survives the heal.' },
  stale: { meaning: 'A read that can be answered without a write that was acknowledged before it began.' },
  unknown: {
    meaning: "A write without an answer although a replica took it in: its client can't know what became of it.",
  },
  conflict: {
    meaning:
      'A write acknowledged by replicas while others acknowledge another; `merge` says what is lost, kept or ' +
      'left over.',
  },
  lost: { meaning: 'A write acknowledged and then discarded by failover or heal, with no concurrent write to blame.' },
  available: { meaning: 'It is answered: ok, stale, conflict or lost.' },
} satisfies Record<string, WordRow>;
