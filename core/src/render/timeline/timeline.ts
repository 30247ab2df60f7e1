import type { Span } from '../../base/span.js';
import { requestUnder } from '../../engine/under.js';
import type { ClientResult } from '../../engine/facts.js';
import { compareCauses } from '../../engine/sweep.js';
import type { Model, Resolved, VertexId } from '../../model/model.js';
import { causeSize, type Cause } from '../../network/fault.js';
import { witness } from '../../simulate/explore.js';
import { ENDS, type End } from '../../simulate/script.js';
import type { TraceStep } from '../../simulate/trace.js';
import { breakText, whenText } from '../words/cause.js';
import { endOf, spanOf, WITNESS_RUNS, type VerdictQuestion } from '../reports/witness.js';
import { topologyOf } from '../../network/topology.js';
import { operationName, vertexName } from '../words/names.js';
import { reasonText, verdictText } from '../words/verdict.js';
import { thousands } from '../words/sentence.js';

/** The run behind one thing that can happen to one request under one fault. */
export interface Timeline {
  readonly subject: VerdictQuestion;
  /** "put from web under partition ocean: lost" */
  readonly title: string;
  /** What it comes to and why, one sentence. */
  readonly conclusion: string;
  /** The shortest run; empty where none was found. */
  readonly steps: readonly TraceStep[];
  /** What each step is about in the text; undefined: nothing that is written there. */
  readonly spans: readonly (Span | undefined)[];
  /** The steps that are the harm itself: the stale answer, the lost write, the refusal. By index; empty for `ok`. */
  readonly harm: readonly number[];
  /** Set where no run was found: says so, and how far was looked. */
  readonly notFound?: string;
}

/**
 * Everything that a request can come to under one fault, worst first; what happens only while the break is detected
 * stands last.
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
 * The worst that was found for a request, under its smallest cause; undefined where all is ok or nothing was analysed.
 */
export function worstSubject(model: Model, { operation, client, findings }: ClientResult): VerdictQuestion | undefined {
  const [finding] = findings;
  if (finding === undefined) return undefined;
  const wanted = endOf(finding.outcome);
  return timelineSubjects(model, finding.cause, operation, client).find(({ outcome }) => endOf(outcome) === wanted);
}

/**
 * What can happen once the break has settled stands before the rest; then by harm, and what lasts until the heal before
 * what lasts for the lag; then the smallest cause.
 */
export function worstFirst(subjects: readonly VerdictQuestion[]): VerdictQuestion[] {
  const harm = ({ outcome, phase }: VerdictQuestion): number =>
    ENDS.indexOf(endOf(outcome)) + (phase === 'settled' ? ENDS.length : 0);
  return [...subjects].sort((a, b) => harm(b) - harm(a) || compareCauses(a.cause, b.cause));
}

/** Looks for the shortest run that ends so: at most `WITNESS_RUNS` runs of the simulator, a second at most. */
export function timeline(resolved: Resolved, subject: VerdictQuestion): Timeline {
  const { model } = resolved;
  const { operation, client, cause, outcome, phase } = subject;
  const request = `${operationName(model, operation)} from ${vertexName(model, client)} ${whenText(model, cause)}`;
  const meanwhile = phase === 'detecting' ? ', while the break is detected' : '';
  const end = endOf(outcome);
  const found = witness(
    {
      model,
      topology: topologyOf(model),
      cause,
      what: breakText(model, cause),
      target: { operation, client },
      phase,
      mostRuns: WITNESS_RUNS,
    },
    end,
  );
  const reason = reasonText(model, operation, outcome);
  const common = {
    subject,
    title: `${request}${meanwhile}: ${verdictText(outcome)}`,
    conclusion: `${verdictText(outcome)}${reason === '' ? '' : `: ${reason}`}`,
  };
  if (found !== undefined) {
    // Where nothing breaks, nothing has to be noticed either.
    const isBroken = cause.partition !== undefined || causeSize(cause) > 0;
    const steps = isBroken ? found.steps : found.steps.map((step): TraceStep => ({ ...step, phase: 'healthy' }));
    return {
      ...common,
      steps,
      spans: steps.map((step) => spanOf(resolved, cause, step)),
      harm: harmOf(steps, client, end),
    };
  }
  const notFound =
    `No run that ends so was found among the first ${thousands(String(WITNESS_RUNS))} with at most one other ` +
    'write. The verdict stands by the rules of its reason.';
  return { ...common, steps: [], spans: [], harm: [], notFound };
}

/**
 * A read goes wrong where its answer comes in; a write where it is gone, or meets another; a failure where its client
 * hears of it.
 */
function harmOf(steps: readonly TraceStep[], client: VertexId, end: End): number[] {
  if (end === 'ok') return [];
  const heard = (step: TraceStep): boolean =>
    (step.kind === 'message' && step.to === client && step.phase !== 'healed') ||
    (step.kind === 'event' && step.at === client);
  const last =
    end === 'lost' || end.startsWith('conflict')
      ? steps.findLastIndex(({ kind }) => kind === 'event')
      : steps.findLastIndex(heard);
  return last < 0 ? [] : [last];
}
