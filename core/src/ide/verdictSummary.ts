import type { ClientResult, ExpectationResult } from '../engine/facts.js';
import type { Model } from '../model/model.js';
import { isLimited } from '../render/words/bound.js';
import { count } from '../render/words/sentence.js';
import { type Headline, standingOf } from '../review/standing.js';
import { coversLikely } from '../review/tier.js';
import type { ActionRun } from './action.js';

/** The one line that an operation's verdicts come to. */
export type VerdictSummary =
  | { readonly kind: 'not known'; readonly why: string }
  /** Nothing happens under a likely fault. `isLimited`: not everything was looked at. */
  | {
      readonly kind: 'ok';
      readonly upToLinks: number | 'all';
      readonly underAnyNode: boolean;
      /** Every likely fault was looked at. */
      readonly underAnyFault: boolean;
      /** What nobody decided, and only happens beyond one fault. */
      readonly beyond?: Headline;
      readonly isLimited: boolean;
    }
  | { readonly kind: 'finding'; readonly headline: Headline };

/** The run of what a summary says; of an "ok" there are many. */
export function runOf(summary: VerdictSummary): ActionRun | undefined {
  if (summary.kind !== 'finding') return undefined;
  const { clients, cause, outcome } = summary.headline;
  const [client] = clients;
  return client === undefined ? undefined : { client, cause, outcome };
}

/** `clients` are all results of one operation, one at least. */
export function verdictSummary(
  model: Model,
  clients: readonly ClientResult[],
  expectations: readonly ExpectationResult[],
): VerdictSummary {
  const { headline, beyond } = standingOf(model, expectations, clients);
  if (headline !== undefined) return { kind: 'finding', headline };
  const notKnown = clients.find((one) => one.notKnown !== undefined)?.notKnown;
  if (notKnown !== undefined) return { kind: 'not known', why: notKnown };
  const links = clients.map(({ okUpToLinks }) => okUpToLinks);
  const counts = links.filter((one) => one !== 'all');
  return {
    kind: 'ok',
    upToLinks: counts.length === 0 ? 'all' : Math.min(...counts),
    underAnyNode: clients.every(({ okUnderAnyNode }) => okUnderAnyNode),
    underAnyFault: coversLikely(model),
    ...(beyond === undefined ? {} : { beyond }),
    isLimited: clients.some(isLimited),
  };
}

/** How far an ok holds: "ok · any 1 fault". */
export function okText(summary: VerdictSummary & { readonly kind: 'ok' }): string {
  const { upToLinks, underAnyNode, underAnyFault, isLimited } = summary;
  if (underAnyFault && !isLimited) return 'ok · any 1 fault';
  const cuts = upToLinks === 'all' ? 'any cuts' : upToLinks > 0 ? `any ${count(upToLinks, 'cut')}` : '';
  const holds = [cuts, underAnyNode ? 'any 1 node' : ''].filter((part) => part !== '').join(', ');
  return [isLimited ? 'ok as far as looked' : 'ok', holds].filter((part) => part !== '').join(' · ');
}
