import { MERGES } from '../engine/merge/index.js';
import type { Outcome } from '../engine/facts.js';
import type { Model, Store } from '../model/model.js';

function storeOf(model: Model, operation: number, outcome: Outcome): Store | undefined {
  const step = model.operations[operation]?.steps[outcome.step];
  return step === undefined ? undefined : model.stores[step.store];
}

/** What becomes of it when the network is whole again. */
export function healText(model: Model, operation: number, outcome: Outcome): string {
  switch (outcome.verdict) {
    case 'ok':
      return '';
    case 'error':
      return 'works again';
    case 'unknown':
      return 'it may have taken effect, or may still';
    case 'stale':
      return 'the missing write arrives';
    case 'lost':
      return 'the write is discarded';
    case 'conflict': {
      const store = storeOf(model, operation, outcome);
      return store === undefined ? '' : MERGES[store.merge].atHeal;
    }
  }
}

/** The reason without what `healText` says beside it. */
export function withoutHeal(reason: string, heal: string): string {
  return heal !== '' && reason.endsWith(`; ${heal}`) ? reason.slice(0, -heal.length - 2) : reason;
}
