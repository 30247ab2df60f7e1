import type { Span } from '../base/span.js';
import { paced, run, type Steps } from '../base/steps.js';
import type { Cause, ClientResult, Results } from '../engine/facts.js';
import { linkImportanceInSteps } from '../engine/importance.js';
import type { Model, Resolved, VertexId } from '../model/model.js';
import { HEALTHY } from '../network/fault.js';
import { causeTitle, whenText } from '../render/words/cause.js';
import type { Scene } from '../render/diagram/scene.js';
import type { Report } from '../render/reports/document.js';
import { smallestCauses } from '../render/reports/matrixReport.js';
import { drawTimeline } from '../render/timeline/draw.js';
import { type Play, playOf } from '../render/timeline/play.js';
import { timelineReport } from '../render/timeline/report.js';
import { timelineInSteps, timelineSubjects, worstFirst, worstSubject } from '../render/timeline/timeline.js';
import { visible } from '../render/print/visible.js';
import type { VerdictQuestion } from '../render/reports/witness.js';
import { whyUnjudged } from '../render/words/unjudged.js';
import { verdictText } from '../render/words/verdict.js';
import { standingOf } from '../review/standing.js';
import { causeOf, pickOf, type PickedFault } from './pickedFault.js';
import { pickedOutcome, type PickedOutcome, runTarget, type TimelineTarget } from './timelineTarget.js';

/** At most this many of the smallest causes can be chosen; nobody looks at more. */
const MOST_CAUSES = 40;

/** A panel stands beside the editor: its sentences take little room. In characters. */
const TEXT_COLUMNS = 34;
/** Half of a small window, in pixels at the size at which it is still read. */
const WIDTH = 650;

/** Whose run: an operation from one of its clients. Indices into the model. */
export interface Request {
  readonly operation: number;
  readonly client: VertexId;
}

/** The names of a request, as they are in the file. */
export interface RequestNames {
  readonly operation: string;
  readonly client: string;
}

/** A title for the eyes: on one line, with every character to be seen. */
interface Titled {
  readonly title: string;
}

/** A request with the worst that one fault does to it: "lost when db1–db2 is cut"; else the worst that was found. */
export interface TimelineChoice extends Titled {
  readonly target: TimelineTarget;
  readonly worst: string;
}

/** One run, and what else can be asked for. */
export interface TimelinePanel {
  readonly requests: readonly (Titled & { readonly target: RequestNames })[];
  /** The healthy network, named partitions, then the smallest causes of anything bad as far as they are known. */
  readonly causes: readonly (Titled & { readonly fault: PickedFault })[];
  /** What can happen to the request under the fault, worst first. */
  readonly outcomes: readonly (Titled & { readonly outcome: PickedOutcome })[];
  /** What is shown, complete. Parts of the fault that are no longer in the design have been left out. */
  readonly target: RequestNames & { readonly fault: PickedFault; readonly outcome: PickedOutcome };
  readonly title: string;
  readonly scene: Scene;
  /** The same run on the picture of the design, in the order of the steps. */
  readonly play: Play;
  /** In the order of the scene's steps, and of the report's rows. */
  readonly steps: readonly TimelineStep[];
  /** The same run in words. */
  readonly report: Report;
}

export interface TimelineStep {
  readonly label: string;
  /** What it is about in the text; undefined: nothing that is written there. */
  readonly span: Span | undefined;
  readonly isHarm: boolean;
}

/** Why there is no timeline, as data. Texts are for the screen. */
export type NoTimeline =
  | { readonly kind: 'nothing to ask' }
  /** The operation has a mistake, or depends on one. */
  | { readonly kind: 'not judged'; readonly name: string; readonly why: string }
  /** No request has this name: "pay from web". */
  | { readonly kind: 'not there'; readonly name: string }
  /** The request can't come to anything there, or was not analysed. `when`: "when db1 is stopped"; empty: anywhere. */
  | { readonly kind: 'not known'; readonly title: string; readonly when: string };

/** Why there is no timeline, as a sentence with what to do. */
export function whyNoTimeline(none: NoTimeline): string {
  const another = '“Netsplit: Show Timeline…” shows another run.';
  switch (none.kind) {
    case 'nothing to ask':
      return (
        'No client issues an operation yet, so there is nothing to show. ' +
        'Write one: `operation o: read STORE from CLIENT`.'
      );
    case 'not judged':
      return `${none.name} is not judged: ${none.why}${none.why.endsWith('?') ? '' : '.'}`;
    case 'not there':
      return `There is no ${none.name} in the design any more. ${another}`;
    case 'not known': {
      const about = none.when === '' ? none.title : `${none.title} ${none.when}`;
      return `Nothing is known about ${about}: nothing is asked from there, or it was not analysed. ${another}`;
    }
  }
}

/** Every request of the results, in order of declaration; empty where no client issues an operation. */
export function timelineChoices(
  model: Model,
  { clients, expectations }: Pick<Results, 'clients' | 'expectations'>,
): readonly TimelineChoice[] {
  return clients.map((result) => {
    const { title, target } = titled(model, result);
    const { operation, client } = result;
    const { headline } = standingOf(model, expectations, [result]);
    const told = headline ?? worstSubject(model, result);
    const found = told === undefined ? 'ok' : `${verdictText(told.outcome)} ${whenText(model, told.cause)}`;
    const beyond = headline === undefined && told !== undefined ? 'beyond one fault: ' : '';
    return {
      title,
      target: told === undefined ? target : runTarget(model, operation, { ...told, client }),
      worst: visible(result.notKnown ?? `${beyond}${found}`),
    };
  });
}

/**
 * Everything that some requests can come to, worst first. Without a cause, each is looked at under the smallest cause
 * of the worst that was found for it; without results, nothing is known of such a request.
 */
export function timelineCandidates(
  model: Model,
  requests: readonly Request[],
  cause: Cause | undefined,
  results: Results | undefined,
): VerdictQuestion[] {
  return worstFirst(
    requests.flatMap(({ operation, client }) => {
      const result = results?.clients.find((one) => one.operation === operation && one.client === client);
      const under = cause ?? worstCause(model, result);
      return under === undefined ? [] : timelineSubjects(model, under, operation, client);
    }),
  );
}

function worstCause(model: Model, result: ClientResult | undefined): Cause | undefined {
  return result === undefined ? undefined : (worstSubject(model, result)?.cause ?? result.healthy.cause);
}

/** The panel of a run. Of what the target leaves open, the worst that was found is shown. */
export function timelinePanel(
  resolved: Resolved,
  target: TimelineTarget,
  results: Results | undefined,
): { readonly kind: 'panel'; readonly panel: TimelinePanel } | NoTimeline {
  return run(timelinePanelInSteps(resolved, target, results));
}

/** `timelinePanel` in steps. */
export function* timelinePanelInSteps(
  resolved: Resolved,
  target: TimelineTarget,
  results: Results | undefined,
): Steps<{ readonly kind: 'panel'; readonly panel: TimelinePanel } | NoTimeline> {
  const { model } = resolved;
  const unjudged = resolved.unjudged.find(({ kind, name }) => kind === 'operation' && name === target.operation);
  if (unjudged !== undefined)
    return { kind: 'not judged', name: visible(unjudged.name), why: visible(whyUnjudged(resolved, unjudged)) };
  const requests = requestsOf(model);
  if (requests.length === 0) return { kind: 'nothing to ask' };
  const asked = requests.filter((one) => isNamed(namesOf(model, one), target));
  const [request] = asked;
  if (request === undefined) {
    const { operation, client } = target;
    return { kind: 'not there', name: visible(client === undefined ? operation : `${operation} from ${client}`) };
  }
  const subject = subjectOf(model, asked, target, results);
  if (subject === undefined) {
    const when = target.fault === undefined ? '' : visible(whenText(model, causeOf(model, target.fault)));
    return { kind: 'not known', title: titled(model, request).title, when };
  }
  return { kind: 'panel', panel: yield* panelOf(resolved, subject, requests, results) };
}

/** The run of a target drawn for a file, where its sentences have more room; undefined if there is none. In steps. */
export function* timelinePictureInSteps(
  resolved: Resolved,
  target: TimelineTarget,
  results: Results | undefined,
): Steps<Scene | undefined> {
  const { model } = resolved;
  const asked = requestsOf(model).filter((one) => isNamed(namesOf(model, one), target));
  const subject = subjectOf(model, asked, target, results);
  return subject === undefined ? undefined : drawTimeline(model, yield* timelineInSteps(resolved, subject));
}

function* panelOf(
  resolved: Resolved,
  subject: VerdictQuestion,
  requests: readonly Request[],
  results: Results | undefined,
): Steps<TimelinePanel> {
  const { model } = resolved;
  const { operation, client, cause } = subject;
  const shown = yield* timelineInSteps(resolved, subject);
  // The picture that the run plays on is drawn with it.
  yield* paced(linkImportanceInSteps(model));
  const scene = drawTimeline(model, shown, { textColumns: TEXT_COLUMNS, width: WIDTH });
  return {
    requests: requests.map((one) => titled(model, one)),
    causes: causesOf(model, results).map((one) => ({
      title: visible(causeTitle(model, one)),
      fault: pickOf(model, one),
    })),
    outcomes: worstFirst(timelineSubjects(model, cause, operation, client)).map((one) => ({
      title: `${verdictText(one.outcome)}${one.phase === 'detecting' ? ', until it is noticed' : ''}`,
      outcome: picked(one),
    })),
    target: { ...namesOf(model, subject), fault: pickOf(model, cause), outcome: picked(subject) },
    title: visible(shown.title),
    scene,
    play: playOf(model, shown),
    steps: scene.parts.flatMap(({ kind, index, label }) =>
      kind === 'step' ? [{ label, span: shown.spans[index], isHarm: shown.harm.includes(index) }] : [],
    ),
    report: timelineReport(model, shown),
  };
}

function causesOf(model: Model, results: Results | undefined): readonly Cause[] {
  const named = model.partitions.map((_, partition): Cause => ({ ...HEALTHY, partition }));
  return [HEALTHY, ...named, ...(results === undefined ? [] : smallestCauses(results.clients, MOST_CAUSES))];
}

function subjectOf(
  model: Model,
  asked: readonly Request[],
  { fault, outcome }: TimelineTarget,
  results: Results | undefined,
): VerdictQuestion | undefined {
  const cause = fault === undefined ? undefined : causeOf(model, fault);
  const candidates = timelineCandidates(model, asked, cause, results);
  return candidates.find((one) => outcome !== undefined && isPicked(one, outcome)) ?? candidates[0];
}

function isPicked({ outcome: { verdict, howLong }, phase }: VerdictQuestion, wanted: PickedOutcome): boolean {
  const isPhase = wanted.phase === undefined || wanted.phase === phase;
  return verdict === wanted.verdict && howLong === wanted.howLong && isPhase;
}

function picked({ outcome, phase }: VerdictQuestion): PickedOutcome {
  return { ...pickedOutcome(outcome), phase };
}

function requestsOf({ operations }: Model): Request[] {
  return operations.flatMap(({ clients }, operation) => clients.map((client) => ({ operation, client })));
}

function namesOf({ operations, vertices }: Model, { operation, client }: Request): RequestNames {
  return { operation: operations[operation]?.name ?? '', client: vertices[client]?.name ?? '' };
}

function titled(model: Model, request: Request): Titled & { readonly target: RequestNames } {
  const target = namesOf(model, request);
  return { title: visible(`${target.operation} from ${target.client}`), target };
}

function isNamed(names: RequestNames, { operation, client }: TimelineTarget): boolean {
  return names.operation === operation && (client === undefined || names.client === client);
}
