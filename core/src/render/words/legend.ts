import { VERDICTS, type VerdictKind } from '../../base/harm.js';

const MEANINGS: Readonly<Record<VerdictKind, string>> = {
  ok: 'ok',
  error: 'refused or timed out',
  stale: 'answered with old data',
  dirty: 'shown, then taken back',
  unknown: 'can’t know whether it took effect',
  partial: 'half done',
  conflict: 'two writes to reconcile',
  lost: 'acknowledged, then lost',
};

/** What each verdict means in a few words, from harmless to harmful. */
export const LEGEND: readonly { readonly verdict: VerdictKind; readonly meaning: string }[] = VERDICTS.map(
  (verdict) => ({
    verdict,
    meaning: MEANINGS[verdict],
  }),
);
