import type { Span } from '../../base/span.js';
import { run, type Steps } from '../../base/steps.js';
import { firstShort } from '../../base/words.js';
import { requestUnder } from '../../engine/under.js';
import type { ClientResult } from '../../engine/facts.js';
import { compareCauses } from '../../engine/causes.js';
import type { Model, Resolved, VertexId } from '../../model/model.js';
import { causeSize, type Cause } from '../../network/fault.js';
import { ENDS, type End } from '../../simulate/script.js';
import type { TraceStep } from '../../simulate/trace.js';
import { whenText } from '../words/cause.js';
import { type Copy, copiesOf } from './copies.js';
import { endOf, shortestRun, spanOf, WITNESS_RUNS, type VerdictQuestion } from '../reports/witness.js';
import { operationName, vertexName } from '../words/names.js';
import { reasonText, verdictText } from '../words/verdict.js';
import { thousands } from '../../base/thousands.js';

/** The run that leads to one verdict of one request under one fault. */
export interface Timeline {
  readonly subject: VerdictQuestion;
  /** "put from web under partition ocean: lost" */
  readonly title: string;
  /** The outcome and its reason, one sentence. */
  readonly conclusion: string;
  /** The shortest run; empty if none was found. */
  readonly steps: readonly TraceStep[];
  /** What replicas have after each step. */
  readonly copies: readonly (readonly Copy[])[];
  /** The place in the text that each step is about; undefined: none. */
  readonly spans: readonly (Span | undefined)[];
  /**
   * The steps that are the harm itself: the stale answer, the lost write, the refusal; the dirty answer, and where what
   * it showed is discarded. By index; empty for `ok`.
   */
  readonly harm: readonly number[];
  /** Set if no run was found: a sentence that says so, and how far was searched. */
  readonly notFound?: string;
}

/**
 * All verdicts of a request under one fault, worst first; verdicts that occur only while the break is being detected
 * come last.
 */
export function timelineSubjects(model: Model, cause: Cause, operation: number, client: VertexId): VerdictQuestion[] {
  const found = requestUnder(model, cause, operation, client);
  if (found === undefined || found.notKnown !== undefined || found.verdict.silent) return [];
  const settled = found.verdict.outcomes.map(
    (outcome): VerdictQuestion => ({ operation, client, cause, outcome, phase: 'settled' }),
  );
  const known = new Set(settled.map(({ outcome }) => endOf(outcome)));
  const detecting = found.whileDetecting.filter((outcome) => !known.has(endOf(outcome)));
  return [
    ...settled,
    ...detecting.map((outcome): VerdictQuestion => ({ operation, client, cause, outcome, phase: 'detecting' })),
  ];
}

/**
 * The worst verdict that was found for a request, under its smallest cause; undefined if all is ok or nothing was
 * analysed.
 */
export function worstSubject(model: Model, { operation, client, findings }: ClientResult): VerdictQuestion | undefined {
  const [finding] = findings;
  if (finding === undefined) return undefined;
  const wanted = endOf(finding.outcome);
  return timelineSubjects(model, finding.cause, operation, client).find(({ outcome }) => endOf(outcome) === wanted);
}

/**
 * Verdicts after the break has settled come first; then by harm, and verdicts until the heal before verdicts for the
 * lag; then by the size of the cause.
 */
export function worstFirst(subjects: readonly VerdictQuestion[]): VerdictQuestion[] {
  const harm = ({ outcome, phase }: VerdictQuestion): number =>
    ENDS.indexOf(endOf(outcome)) + (phase === 'settled' ? ENDS.length : 0);
  return [...subjects].sort((a, b) => harm(b) - harm(a) || compareCauses(a.cause, b.cause));
}

/**
 * Searches for the shortest run with this verdict: at most `WITNESS_RUNS` runs of the simulator, which take at most a
 * second.
 */
export function timeline(resolved: Resolved, subject: VerdictQuestion): Timeline {
  return run(timelineInSteps(resolved, subject));
}

/** `timeline` in steps. */
export function* timelineInSteps(resolved: Resolved, subject: VerdictQuestion): Steps<Timeline> {
  const { model } = resolved;
  const { operation, client, cause, outcome, phase } = subject;
  const request = `${operationName(model, operation)} from ${vertexName(model, client)} ${whenText(model, cause)}`;
  const meanwhile = phase === 'detecting' ? ', while the break is detected' : '';
  const found = yield* shortestRun(model, subject);
  const reason = reasonText(model, operation, outcome);
  const common = {
    subject,
    title: `${request}${meanwhile}: ${verdictText(outcome)}`,
    conclusion: conclusionOf(verdictText(outcome), reason),
  };
  if (found !== undefined) {
    // Without a break, there is nothing to notice.
    const isBroken = cause.partition !== undefined || causeSize(cause) > 0;
    const steps = isBroken ? found.steps : found.steps.map((step): TraceStep => ({ ...step, phase: 'healthy' }));
    return {
      ...common,
      steps,
      copies: copiesOf(steps, found.held),
      spans: steps.map((step) => spanOf(resolved, cause, step)),
      harm: harmOf(steps, client, endOf(outcome)),
    };
  }
  const notFound =
    `No run that ends so was found among the first ${thousands(String(WITNESS_RUNS))} with at most one other ` +
    'write. The verdict stands by the rules of its reason.';
  return { ...common, steps: [], copies: [], spans: [], harm: [], notFound };
}

/** In at most 20 words where a part of the reason is short enough. */
function conclusionOf(verdict: string, reason: string): string {
  if (reason === '') return verdict;
  const parts = [reason, ...[/;/, /;|,/, /;|,|:/].map((end) => reason.split(end)[0] ?? '')];
  return firstShort([`${verdict}: ${reason}`, ...parts.map((part) => `${verdict}: ${part}`), verdict]);
}

/**
 * The harm of a read is at its answer, and where what it showed is discarded; of a write, where it is gone or meets
 * another write; of a failure, where the client learns of it.
 */
function harmOf(steps: readonly TraceStep[], client: VertexId, end: End): number[] {
  if (end === 'ok') return [];
  const heard = (step: TraceStep): boolean =>
    (step.kind === 'message' && step.to === client && step.phase !== 'healed') ||
    (step.kind === 'event' && step.at === client);
  const answer = steps.findLastIndex(heard);
  const gone = steps.findLastIndex(({ kind }) => kind === 'event');
  const harm = end === 'dirty' ? [answer, gone] : end === 'lost' || end.startsWith('conflict') ? [gone] : [answer];
  return harm.filter((step) => step >= 0);
}
