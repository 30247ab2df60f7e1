import type { VerdictKind } from '../../base/harm.js';
import type { Reliability } from '../../engine/facts.js';
import type { Model } from '../../model/model.js';
import { thingName } from '../words/reliability.js';

/** Shares of time from 0 to 1, as ranges; both ends are equal where nothing was left out. */
export interface ReliabilityJson {
  readonly combinations: number;
  readonly complete: boolean;
  readonly unanswered: ShareJson;
  readonly verdicts: readonly {
    readonly verdict: VerdictKind;
    readonly all: ShareJson;
    readonly beyondLag: ShareJson;
  }[];
  /** What matters most for answers, and the share without one if it were down half as often. */
  readonly matters: { readonly kind: 'link' | 'place' | 'risk'; readonly name: string; readonly atHalf: number } | null;
}

interface ShareJson {
  readonly least: number;
  readonly most: number;
}

export function reliabilityJson(model: Model, reliability: Reliability): ReliabilityJson {
  const { runs, isComplete, unanswered, verdicts, matters } = reliability;
  return {
    combinations: runs,
    complete: isComplete,
    unanswered,
    verdicts,
    matters:
      matters === undefined
        ? null
        : {
            kind: matters.kind === 'vertex' ? 'place' : matters.kind,
            name: thingName(model, matters),
            atHalf: matters.unansweredAtHalf,
          },
  };
}
