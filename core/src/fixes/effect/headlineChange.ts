import { compareHarm, type Harm, isBeyondLag } from '../../base/harm.js';
import type { ClientResult } from '../../engine/facts.js';
import type { Side } from '../../render/reports/diffReport.js';
import { headlinesOf } from '../../review/standing.js';
import type { Pair } from './claims.js';

/**
 * How much an edit helps with the headline of an operation, best first: `holds`: nothing goes wrong under any one fault
 * any more; `milder`; `other`: another verdict, which harms more; `beyond`: the headline stays as it was, something
 * else gets better; `worse`: what held under any one fault does not any more.
 */
export const HELPS = ['holds', 'milder', 'other', 'beyond', 'worse'] as const;
export type Helps = (typeof HELPS)[number];

/** What an edit does to the headline of an operation. */
export interface HeadlineChange {
  readonly helps: Helps;
  /** "conflict → error"; absent where the headline stays as it was. */
  readonly text?: string;
}

/** `pairs` are the results of one operation. */
export function headlineChange(before: Side, after: Side, pairs: readonly Pair[]): HeadlineChange {
  const [was] = likelyOf(
    before,
    pairs.map(([old]) => old),
  );
  const all = likelyOf(
    after,
    pairs.map(([, now]) => now),
  );
  const [is] = all;
  if (was === undefined) return is === undefined ? { helps: 'beyond' } : { helps: 'worse', text: `ok → ${word(is)}` };
  if (all.some(({ verdict, howLong }) => verdict === was.verdict && howLong === was.howLong))
    return { helps: 'beyond' };
  if (is === undefined) return { helps: 'holds', text: `${word(was)} → ok` };
  const helps = all.every((harm) => compareHarm(harm, was) < 0) ? 'milder' : 'other';
  return { helps, text: `${word(was)} → ${word(is)}` };
}

/** Under likely faults, what is told first first. */
function likelyOf({ resolved: { model }, results }: Side, clients: readonly ClientResult[]): readonly Harm[] {
  return headlinesOf(model, results.expectations, clients).likely.map(({ outcome }) => outcome);
}

function word(harm: Harm): string {
  return isBeyondLag(harm) ? harm.verdict : `${harm.verdict} (lag)`;
}
