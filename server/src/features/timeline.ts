import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import {
  type Cause,
  causeOf,
  causeTitle,
  drawTimeline,
  type Model,
  pickOf,
  type Results,
  timeline as runOf,
  type Scene,
  type Span,
  smallestCauses,
  TIMELINE_STYLE,
  timelineReport,
  timelineSubjects,
  type VerdictQuestion,
  verdictText,
  visible,
  whenText,
  worstFirst,
  worstSubject,
} from '#core';
import {
  type PickedOutcome,
  type Place,
  Requests,
  type Timeline,
  type TimelineAnswer,
  type TimelineChoicesAnswer,
  type TimelineQuery,
  type TimelineTarget,
  type UriParams,
} from '#protocol';
import type { Snapshot } from '../documents/snapshot.js';
import type { Feature, Server } from '../server.js';
import { shownReport } from '../shown.js';

/** So many of the smallest causes are there to choose from: nobody looks at more. */
const MOST_CAUSES = 40;
/** A panel stands beside the editor: its sentences take little room. */
const TEXT_COLUMNS = 34;

const NOT_OPEN = {
  kind: 'message',
  message:
    'There is no timeline of this design: its file is not open any more, or drawing it failed. The log says more (command “Netsplit: Show Output”).',
} as const;
const FAILED = {
  kind: 'message',
  message:
    'The analysis of this design failed, which is a mistake of Netsplit. The log says more (command “Netsplit: Show Output”); a change of the design starts it again.',
} as const;
const NOTHING_TO_ASK = {
  kind: 'message',
  message:
    'No client issues an operation yet, so there is nothing to show. Write one: `operation o: read STORE from CLIENT`.',
} as const;

/** Runs that end in a verdict, step by step. */
export const timeline: Feature = {
  capabilities: {},
  register: (server) => {
    const { connection } = server;
    connection.onRequest(Requests.timeline, (query: TimelineQuery, token: CancellationToken) =>
      answerQuery(server, query, token),
    );
    connection.onRequest(Requests.timelineChoices, ({ uri }: UriParams, token: CancellationToken) =>
      analysed<TimelineChoicesAnswer>(server, 'timelineChoices', uri, token, ({ resolved: { model } }, results) =>
        choicesOf(model, results),
      ),
    );
  },
};

/** The same run drawn for a file, where the sentences have more room; undefined: there is none. */
export function timelineScene(
  { resolved }: Snapshot,
  { target }: TimelineQuery,
  results: Results | undefined,
): Scene | undefined {
  const { model } = resolved;
  const subject = subjectOf(model, askedOf(model, target), target, results);
  return subject === undefined ? undefined : drawTimeline(model, runOf(resolved, subject));
}

async function answerQuery(
  server: Server,
  { uri, target }: TimelineQuery,
  token: CancellationToken,
): Promise<TimelineAnswer | ResponseError<void>> {
  if (target.client === undefined || target.fault === undefined)
    return analysed<TimelineAnswer>(server, 'timeline', uri, token, (snapshot, results) =>
      answerTo(snapshot, target, results),
    );
  // A run is known from the text alone.
  return server.answer<TimelineAnswer>('timeline', uri, NOT_OPEN, token, (snapshot) =>
    answerTo(snapshot, target, server.analysis.resultsOf(snapshot)),
  );
}

async function analysed<T>(
  server: Server,
  request: string,
  uri: string,
  token: CancellationToken,
  make: (snapshot: Snapshot, results: Results) => T,
): Promise<T | typeof NOT_OPEN | typeof FAILED | ResponseError<void>> {
  const settled = await server.analysis.settled(uri, token, () => undefined);
  if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  if (settled === undefined) return NOT_OPEN;
  const { snapshot, stage } = settled;
  if (stage.kind !== 'done') return FAILED;
  return server.answer<T | typeof NOT_OPEN>(request, uri, NOT_OPEN, token, () => make(snapshot, stage.results));
}

function choicesOf(model: Model, { clients }: Results): TimelineChoicesAnswer {
  if (clients.length === 0) return NOTHING_TO_ASK;
  const choices = clients.map((result) => {
    const worst = worstSubject(model, result);
    return {
      ...titledOf(model, result),
      worst: visible(
        result.notKnown ??
          (worst === undefined ? 'ok' : `${verdictText(worst.outcome)} ${whenText(model, worst.cause)}`),
      ),
    };
  });
  return { kind: 'choices', choices };
}

function answerTo(snapshot: Snapshot, target: TimelineTarget, results: Results | undefined): TimelineAnswer {
  const { resolved, version } = snapshot;
  const { model } = resolved;
  const requests = requestsOf(model);
  if (requests.length === 0) return NOTHING_TO_ASK;
  const asked = askedOf(model, target);
  const subject = subjectOf(model, asked, target, results);
  const [request] = asked;
  if (request === undefined) {
    const name = `${target.operation}${target.client === undefined ? '' : ` from ${target.client}`}`;
    return {
      kind: 'message',
      message: `There is no ${visible(name)} in the design any more. “Netsplit: Show Timeline…” shows another run.`,
    };
  }
  if (subject === undefined) {
    const { title } = titledOf(model, request);
    const under = target.fault === undefined ? '' : ` ${visible(whenText(model, causeOf(model, target.fault)))}`;
    return {
      kind: 'message',
      message: `Nothing is known about ${title}${under}: nothing is asked from there, or it was not analysed. “Netsplit: Show Timeline…” shows another run.`,
    };
  }
  return { kind: 'timeline', version, timeline: timelineOf(snapshot, subject, requests, results) };
}

interface Request {
  readonly operation: number;
  readonly client: number;
}

function requestsOf({ operations }: Model): Request[] {
  return operations.flatMap(({ clients }, operation) => clients.map((client) => ({ operation, client })));
}

function askedOf(model: Model, target: TimelineTarget): Request[] {
  return requestsOf(model).filter((one) => isNamed(namesOf(model, one), target));
}

interface Names {
  readonly operation: string;
  readonly client: string;
}

function namesOf({ operations, vertices }: Model, { operation, client }: Request): Names {
  return { operation: operations[operation]?.name ?? '', client: vertices[client]?.name ?? '' };
}

function titledOf(model: Model, request: Request): { readonly title: string; readonly target: Names } {
  const target = namesOf(model, request);
  return { title: visible(`${target.operation} from ${target.client}`), target };
}

function isNamed(names: Names, { operation, client }: TimelineTarget): boolean {
  return names.operation === operation && (client === undefined || names.client === client);
}

/** What is left open is the worst. */
function subjectOf(
  model: Model,
  asked: readonly Request[],
  { fault, outcome }: TimelineTarget,
  results: Results | undefined,
): VerdictQuestion | undefined {
  const subjects = worstFirst(
    asked.flatMap(({ operation, client }) => {
      const result = results?.clients.find((one) => one.operation === operation && one.client === client);
      const cause = fault === undefined ? worstCause(model, result) : causeOf(model, fault);
      return cause === undefined ? [] : timelineSubjects(model, cause, operation, client);
    }),
  );
  return subjects.find((one) => isPicked(one, outcome)) ?? subjects[0];
}

function worstCause(model: Model, result: Results['clients'][number] | undefined): Cause | undefined {
  return result === undefined ? undefined : (worstSubject(model, result)?.cause ?? result.healthy.cause);
}

function isPicked({ outcome, phase }: VerdictQuestion, picked: PickedOutcome | undefined): boolean {
  return (
    picked !== undefined &&
    outcome.verdict === picked.verdict &&
    outcome.howLong === picked.howLong &&
    (picked.phase === undefined || picked.phase === phase)
  );
}

function timelineOf(
  snapshot: Snapshot,
  subject: VerdictQuestion,
  requests: readonly Request[],
  results: Results | undefined,
): Timeline {
  const { resolved } = snapshot;
  const { model } = resolved;
  const run = runOf(resolved, subject);
  const scene = drawTimeline(model, run, { textColumns: TEXT_COLUMNS });
  const report = timelineReport(model, run);
  const range = (span: Span | undefined): Place | null => (span === undefined ? null : snapshot.place(span));
  const places = run.spans.map(range);
  const causes: readonly Cause[] = [
    NOTHING,
    ...model.partitions.map((_, partition): Cause => ({ ...NOTHING, partition })),
    ...(results === undefined ? [] : smallestCauses(results.clients, MOST_CAUSES)),
  ];
  return {
    requests: requests.map((one) => titledOf(model, one)),
    causes: causes.map((cause) => ({ title: visible(causeTitle(model, cause)), fault: pickOf(model, cause) })),
    outcomes: worstFirst(timelineSubjects(model, subject.cause, subject.operation, subject.client)).map((one) => ({
      title: `${verdictText(one.outcome)}${one.phase === 'detecting' ? ', until it is noticed' : ''}`,
      outcome: pickedOf(one),
    })),
    target: { ...namesOf(model, subject), fault: pickOf(model, subject.cause), outcome: pickedOf(subject) },
    title: visible(run.title),
    scene,
    style: TIMELINE_STYLE,
    steps: scene.parts.flatMap(({ kind, index, label }) =>
      kind === 'step' ? [{ label, range: places[index] ?? null, isHarm: run.harm.includes(index) }] : [],
    ),
    report: shownReport(report),
    ranges: report.sections.map(({ table }) => (table?.rows ?? []).map((_, i) => places[i] ?? null)),
  };
}

const NOTHING: Cause = { links: [], directions: [], stopped: [], zones: [] };

function pickedOf({ outcome: { verdict, howLong }, phase }: VerdictQuestion): PickedOutcome {
  return { verdict, ...(howLong === undefined ? {} : { howLong }), phase };
}
