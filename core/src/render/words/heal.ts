import type { Outcome } from '../../engine/facts.js';

/** What becomes of it when the network is whole again. */
export function healText(outcome: Outcome): string {
  if (outcome.heal !== undefined) return outcome.heal;
  switch (outcome.verdict) {
    case 'ok':
    case 'conflict':
      return '';
    case 'error':
      return 'works again';
    case 'unknown':
      return 'it may have taken effect, may still, or never will';
    case 'dirty':
      return 'the write that was shown is discarded';
    case 'partial':
      return 'the stores differ until somebody repairs them';
    case 'stale':
      return 'the missing write arrives';
    case 'lost':
      return 'the write is discarded';
  }
}

/** The reason without what `healText` says beside it. */
export function withoutHeal(reason: string, heal: string): string {
  return heal !== '' && reason.endsWith(`; ${heal}`) ? reason.slice(0, -heal.length - 2) : reason;
}
