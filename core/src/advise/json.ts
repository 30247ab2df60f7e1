import { applyEdits } from '../ide/applyEdits.js';
import type { VerdictKind } from '../base/harm.js';
import type { Resolved } from '../model/model.js';
import { type OperationCounts, operationCounts } from '../render/words/decisions.js';
import { operationName } from '../render/words/names.js';
import type { Advice, Refusal } from './advise.js';
import { changedLines } from './lines.js';
import type { Amount, Measures } from './measures.js';
import { MOST_CHANGES } from './nearby.js';
import { lineOf } from './words.js';

/** What `netsplit advise --format json` prints; described in `docs/advise.md` and a schema. */
export interface AdviceJson {
  readonly schema: 'netsplit-advice';
  readonly version: 1;
  readonly netsplit: string;
  readonly file: string;
  readonly request: {
    /** Null: all of them. */
    readonly operation: string | null;
    readonly replicas: number;
    readonly links: number;
    readonly changes: number;
    readonly latency: { readonly ms: number; readonly moreThanToday: boolean } | null;
  };
  /** In decimal. */
  readonly looked: string;
  readonly nearby: string;
  readonly leftOut: Readonly<Record<Refusal, number>>;
  /** Null: a verdict of the design is not known. */
  readonly today: MeasuresJson | null;
  /** Whether a design of the front is nowhere worse than the design as it is. */
  readonly todayIsBeaten: boolean;
  readonly front: readonly {
    readonly line: string;
    readonly changes: readonly string[];
    readonly measures: MeasuresJson;
    readonly better: readonly string[];
    readonly worse: readonly string[];
    /** Whole lines, the first counted from 1. */
    readonly lines: readonly { readonly line: number; readonly before: string; readonly after: string }[];
    /** The design's own file with the changes. */
    readonly text: string;
  }[];
}

interface MeasuresJson {
  readonly operations: OperationCounts;
  readonly unanswered: AmountJson;
  readonly stale: AmountJson;
  readonly harmed: AmountJson;
  readonly lagging: number;
  readonly latencyMs: number | null;
  readonly slowestMs: number | null;
  readonly replicas: number;
  readonly links: number;
}

interface AmountJson {
  readonly share: number;
  /** Null where `share` is of time. */
  readonly faults: { readonly some: string; readonly all: string } | null;
  readonly verdicts: readonly VerdictKind[];
}

/** Advice as plain data for programs, with the texts that the candidates are. */
export function adviceJson(
  resolved: Resolved,
  { request, looked, nearby, refused, today, isTodayBeaten, front }: Advice,
  of: { readonly file: string; readonly netsplit: string },
): AdviceJson {
  const { operation, replicas, links, latency } = request;
  return {
    schema: 'netsplit-advice',
    version: 1,
    ...of,
    request: {
      operation: operation === undefined ? null : operationName(resolved.model, operation),
      replicas,
      links,
      changes: MOST_CHANGES,
      latency: latency === undefined ? null : { ms: latency.ms, moreThanToday: latency.isMore },
    },
    looked: String(looked),
    nearby,
    leftOut: refused,
    today: today === undefined ? null : measuresJson(today),
    todayIsBeaten: isTodayBeaten,
    front: front.map((one) => ({
      line: lineOf(one, today ?? one.measures),
      changes: one.changes,
      measures: measuresJson(one.measures),
      better: one.better,
      worse: one.worse,
      lines: changedLines(resolved.text, one.edits),
      text: applyEdits(resolved.text, one.edits),
    })),
  };
}

function measuresJson(measures: Measures): MeasuresJson {
  const { tally, unanswered, stale, harmed, lagging, latencyMs = null, slowestMs = null, replicas, links } = measures;
  return {
    operations: operationCounts(tally),
    unanswered: amountJson(unanswered),
    stale: amountJson(stale),
    harmed: amountJson(harmed),
    lagging,
    latencyMs,
    slowestMs,
    replicas,
    links,
  };
}

function amountJson({ share, faults, verdicts }: Amount): AmountJson {
  return { share, faults: faults ?? null, verdicts };
}
