import type { Model } from '../model/model.js';
import { causeJson, type CauseJson } from '../render/print/causeJson.js';
import { outcomeJson, type OutcomeJson } from '../render/print/outcomeJson.js';
import { operationName, vertexName } from '../render/words/names.js';
import { contradicts, type Observation, type SeenRow } from './observe.js';

/** What `netsplit observe --format json` prints; described in `docs/observe.md`. Times are those of the recording. */
export interface ObservationJson {
  readonly schema: 'netsplit-observation';
  readonly version: 1;
  readonly netsplit: string;
  readonly file: string;
  readonly history: string;
  readonly fault: CauseJson;
  /** Something was seen that the design says can't happen. */
  readonly contradicts: boolean;
  readonly requests: number;
  readonly noticedMs: number | null;
  readonly seen: readonly {
    readonly operation: string;
    readonly client: string;
    readonly when: SeenRow['when'];
    readonly seen: SeenRow['kind'];
    readonly times: number;
    readonly status: SeenRow['status'];
    /** Lines of the recording: the first request of the kind, and the one that shows it. */
    readonly line: number;
    readonly otherLine: number | null;
    readonly predicted: readonly OutcomeJson[];
  }[];
  readonly registers: readonly {
    readonly register: string;
    readonly requests: number;
    readonly verdict: 'linearizable' | 'violation' | 'not known';
    readonly predicted: boolean;
    /** Lines of a few requests that have no order. */
    readonly explanation: readonly number[];
  }[];
  readonly notSeen: readonly {
    readonly operation: string;
    readonly client: string;
    readonly requests: number;
    readonly outcome: OutcomeJson;
  }[];
}

export interface ObservationOf {
  readonly file: string;
  readonly history: string;
  readonly netsplit: string;
}

/** A judged history as plain data, with names in place of indices. */
export function observationJson(model: Model, observation: Observation, of: ObservationOf): ObservationJson {
  const who = (row: {
    readonly operation: number;
    readonly client: number;
  }): { operation: string; client: string } => ({
    operation: operationName(model, row.operation),
    client: vertexName(model, row.client),
  });
  return {
    schema: 'netsplit-observation',
    version: 1,
    netsplit: of.netsplit,
    file: of.file,
    history: of.history,
    fault: causeJson(model, observation.cause),
    contradicts: contradicts(observation),
    requests: observation.requests,
    noticedMs: observation.noticedMs ?? null,
    seen: observation.seen.map((row) => ({
      ...who(row),
      when: row.when,
      seen: row.kind,
      times: row.count,
      status: row.status,
      line: row.first.request.line,
      otherLine: row.first.other?.line ?? null,
      predicted: row.predicted.map((outcome) => outcomeJson(model, row.operation, outcome)),
    })),
    registers: observation.registers.map(({ register, verdict, isExpected }) => ({
      register: register.trim(),
      requests: verdict.requests,
      verdict: verdict.kind,
      predicted: verdict.kind !== 'violation' || isExpected,
      explanation: verdict.kind === 'violation' ? verdict.explanation.map(({ line }) => line) : [],
    })),
    notSeen: observation.unseen.map((row) => ({
      ...who(row),
      requests: row.tries,
      outcome: outcomeJson(model, row.operation, row.outcome),
    })),
  };
}
