import { compareHarm } from '../base/harm.js';
import { compareCauses } from '../engine/sweep.js';
import type { ClientResult, Finding } from '../engine/facts.js';
import type { Model, VertexId } from '../model/model.js';
import { isLimited } from '../render/words/bound.js';
import type { ActionRun } from './action.js';

/** The one line that an operation's verdicts come to. */
export type VerdictSummary =
  | { readonly kind: 'not known'; readonly why: string }
  /** `isLimited`: not everything was looked at. */
  | {
      readonly kind: 'ok';
      readonly upToLinks: number | 'all';
      readonly underAnyNode: boolean;
      readonly isLimited: boolean;
      /** In decimal. */
      readonly faults: string;
    }
  /**
   * The worst that the author has not accepted, or else the worst, from the client to whom the smallest cause does it.
   */
  | {
      readonly kind: 'finding';
      readonly client: VertexId;
      readonly finding: Finding;
      readonly isAccepted: boolean;
      readonly faults: string;
    };

/** The run of what a summary says; of an "ok" there are many. */
export function runOf(summary: VerdictSummary): ActionRun | undefined {
  if (summary.kind !== 'finding') return undefined;
  const {
    client,
    finding: { cause, outcome },
  } = summary;
  return { client, cause, outcome };
}

/** `clients` are all results of one operation, one at least. */
export function verdictSummary(model: Model, operation: number, clients: readonly ClientResult[]): VerdictSummary {
  const accepted = new Set(
    model.acceptances.filter((one) => one.operation === operation).map(({ verdict }) => verdict),
  );
  const candidates = clients.flatMap(({ client, findings, faults }) =>
    findings.map((finding) => ({ client, finding, faults, isAccepted: accepted.has(finding.outcome.verdict) })),
  );
  const [worst] = candidates.sort(
    (a, b) =>
      Number(a.isAccepted) - Number(b.isAccepted) ||
      compareHarm(b.finding.outcome, a.finding.outcome) ||
      compareCauses(a.finding.cause, b.finding.cause),
  );
  if (worst !== undefined) return { kind: 'finding', ...worst };
  const notKnown = clients.find((one) => one.notKnown !== undefined)?.notKnown;
  if (notKnown !== undefined) return { kind: 'not known', why: notKnown };
  const links = clients.map(({ okUpToLinks }) => okUpToLinks);
  const counts = links.filter((one) => one !== 'all');
  return {
    kind: 'ok',
    upToLinks: counts.length === 0 ? 'all' : Math.min(...counts),
    underAnyNode: clients.every(({ okUnderAnyNode }) => okUnderAnyNode),
    isLimited: clients.some(isLimited),
    faults: clients[0]?.faults ?? '0',
  };
}
