import type { Resolved } from '../../model/model.js';
import type { Decision } from '../../review/decided.js';
import type { Headline } from '../../review/standing.js';
import type { Tier } from '../../review/tier.js';
import { briefText } from '../words/brief.js';
import { vertexName } from '../words/names.js';
import { statement } from '../words/statement.js';
import { causeJson, type CauseJson } from './causeJson.js';
import { outcomeJson, type OutcomeJson } from './outcomeJson.js';

/** What the file says of a verdict: an `accept` with its reason, or an `expect` that holds, as it is written. */
export type DecisionJson =
  | { readonly by: 'accept'; readonly reason: string; readonly expectation: null }
  | { readonly by: 'expect'; readonly reason: null; readonly expectation: string };

/** The verdict of an operation to tell first. */
export interface HeadlineJson extends OutcomeJson {
  /** In at most 20 words, where names allow. */
  readonly text: string;
  readonly tier: Tier;
  /** Null: nobody decided it. */
  readonly decided: DecisionJson | null;
  readonly cause: CauseJson;
  readonly clients: readonly string[];
  /** To whom it happens under other faults only. */
  readonly otherClients: readonly string[];
}

/** `operation`: its index in the model. */
export function headlineJson(resolved: Resolved, operation: number, headline: Headline): HeadlineJson {
  const { model } = resolved;
  const { outcome, cause, tier, clients, others, decision } = headline;
  return {
    text: briefText(model, operation, headline),
    tier,
    decided: decisionJson(resolved, decision),
    ...outcomeJson(model, operation, outcome),
    cause: causeJson(model, cause),
    clients: clients.map((client) => vertexName(model, client)),
    otherClients: others.map((client) => vertexName(model, client)),
  };
}

/** Null where there is no decision. */
export function decisionJson(resolved: Resolved, decision: Decision | undefined): DecisionJson | null {
  if (decision === undefined) return null;
  return decision.kind === 'accepted'
    ? { by: 'accept', reason: decision.reason, expectation: null }
    : { by: 'expect', reason: null, expectation: statement(resolved, decision.expectation) };
}
