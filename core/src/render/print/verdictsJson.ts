import { verdictsUnder } from '../../engine/under.js';
import type { Cause, Results } from '../../engine/facts.js';
import type { Resolved, VertexId } from '../../model/model.js';
import type { Phase } from '../../simulate/trace.js';
import { type Explained, questionsOf } from '../reports/explainReport.js';
import { findWitness, type VerdictQuestion, type WitnessStep } from '../reports/witness.js';
import { operationName, vertexName } from '../words/names.js';
import { causeJson, type CauseJson } from './causeJson.js';
import { outcomeJson, type OutcomeJson, placeJson, type RangeJson } from './outcomeJson.js';

/**
 * What `netsplit simulate --format json` and `netsplit explain --format json` print; described in `docs/json-schema.md`
 * and `schema/netsplit-verdicts.schema.json`. Versions as in `CheckJson`.
 */
export interface VerdictsJson {
  readonly schema: 'netsplit-verdicts';
  readonly version: 2;
  readonly netsplit: string;
  readonly file: string;
  readonly verdicts: readonly VerdictJson[];
  readonly notKnown: readonly { readonly operation: string; readonly client: string; readonly why: string }[];
}

interface VerdictJson extends OutcomeJson {
  readonly operation: string;
  readonly client: string;
  readonly cause: CauseJson;
  /** Once the break has settled, or only until it is noticed. */
  readonly phase: 'settled' | 'detecting';
  /** With `--trace`, of every verdict other than ok. */
  readonly witness: WitnessJson | null;
}

interface WitnessJson {
  /** False where none was found among the first `runs` runs; then there are no steps. */
  readonly found: boolean;
  readonly runs: number | null;
  readonly steps: readonly {
    readonly number: number;
    readonly phase: Phase;
    readonly kind: WitnessStep['kind'];
    readonly text: string;
    readonly participants: readonly string[];
    readonly arrives: boolean;
    /** Only where it is an included file: that which `range` is in. */
    readonly file?: string;
    readonly range: RangeJson | null;
  }[];
}

/** Where the JSON is about: the name of the file and the version that says it. */
export interface JsonOf {
  readonly file: string;
  readonly netsplit: string;
}

/** All that every operation can come to under one fault; silent clients come to nothing. */
export function simulationJson(resolved: Resolved, cause: Cause, detail: 'plain' | 'traced', of: JsonOf): VerdictsJson {
  const results = verdictsUnder(resolved.model, cause).filter(({ verdict }) => !verdict.silent);
  const questions = results.flatMap(({ operation, client, verdict, whileDetecting }) => [
    ...verdict.outcomes.map((outcome): VerdictQuestion => ({ operation, client, cause, outcome, phase: 'settled' })),
    ...whileDetecting.map((outcome): VerdictQuestion => ({ operation, client, cause, outcome, phase: 'detecting' })),
  ]);
  return document(resolved, { verdicts: questions, results, detail }, of);
}

/** All that one operation can come to, from all of its clients or from one, each with its smallest cause. */
export function explanationJson(
  resolved: Resolved,
  results: Results,
  { operation, client, detail }: Explained & { readonly detail: 'plain' | 'traced' },
  of: JsonOf,
): VerdictsJson {
  const clients = results.clients.filter(
    (result) => result.operation === operation && (client === undefined || result.client === client),
  );
  return document(resolved, { verdicts: questionsOf(resolved.model, clients, 'each'), results: clients, detail }, of);
}

interface Contents {
  readonly verdicts: readonly VerdictQuestion[];
  readonly results: readonly { readonly operation: number; readonly client: VertexId; readonly notKnown?: string }[];
  readonly detail: 'plain' | 'traced';
}

function document(
  resolved: Resolved,
  { verdicts, results, detail }: Contents,
  { file, netsplit }: JsonOf,
): VerdictsJson {
  const { model } = resolved;
  const names = (operation: number, client: VertexId): { readonly operation: string; readonly client: string } => ({
    operation: operationName(model, operation),
    client: vertexName(model, client),
  });
  return {
    schema: 'netsplit-verdicts',
    version: 2,
    netsplit,
    file,
    verdicts: verdicts.map((question) => ({
      ...names(question.operation, question.client),
      ...outcomeJson(model, question.operation, question.outcome),
      cause: causeJson(model, question.cause),
      phase: question.phase,
      witness: detail === 'traced' && question.outcome.verdict !== 'ok' ? witnessJson(resolved, question) : null,
    })),
    notKnown: results.flatMap(({ operation, client, notKnown }) =>
      notKnown === undefined ? [] : [{ ...names(operation, client), why: notKnown }],
    ),
  };
}

function witnessJson(resolved: Resolved, question: VerdictQuestion): WitnessJson {
  const answer = findWitness(resolved, question);
  if (answer.kind === 'not found') return { found: false, runs: answer.runs, steps: [] };
  const steps = answer.steps.map(({ number, phase, kind, text, participants, arrives, span }) => ({
    number,
    phase,
    kind,
    text,
    participants,
    arrives,
    ...(span === undefined ? { range: null } : placeJson(resolved.sources, span)),
  }));
  return { found: true, runs: null, steps };
}
