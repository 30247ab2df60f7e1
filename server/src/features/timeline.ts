import {
  shownReport,
  PLAY_STYLE,
  timelineChoices,
  timelinePanelInSteps,
  tooMuchToDraw,
  tooMuchToList,
  whyNoTimeline,
  type Results,
  type Steps,
  type TimelinePanel,
} from '#core';
import {
  Requests,
  type Timeline,
  type TimelineAnswer,
  type TimelineChoicesAnswer,
  type TimelineQuery,
  type TimelineTarget,
  type UriParams,
} from '#protocol';
import type { CancellationToken, ResponseError } from 'vscode-languageserver';
import type { Snapshot } from '../documents/snapshot.js';
import { answerWhenSettled, message, type LongAsk } from '../refusals.js';
import type { Feature, Server } from '../server.js';

const NO_TIMELINE = message(
  'There is no timeline of this design: its file is not open any more, or drawing it failed. The log says more ' +
    '(command “Netsplit: Show Output”).',
);
const WAITING = { watch: () => undefined, notOpen: NO_TIMELINE, failed: NO_TIMELINE };

/** Runs that end in a verdict, step by step. */
export const timeline: Feature = {
  capabilities: {},
  register: (server) => {
    const { connection } = server;
    connection.onRequest(Requests.timeline, ({ uri, target }: TimelineQuery, token: CancellationToken) =>
      run(server, { request: 'timeline', uri, token, ...WAITING }, target),
    );
    connection.onRequest(Requests.timelineChoices, ({ uri }: UriParams, token: CancellationToken) =>
      answerWhenSettled<TimelineChoicesAnswer>(
        server,
        { request: 'timelineChoices', uri, token, ...WAITING },
        ({ snapshot, results }) => {
          const tooMuch = tooMuchToList(snapshot.resolved.model);
          if (tooMuch !== undefined) return message(tooMuch);
          const choices = timelineChoices(snapshot.resolved.model, results);
          return choices.length > 0 ? { kind: 'choices', choices } : message(whyNoTimeline({ kind: 'nothing to ask' }));
        },
      ),
    );
  },
};

function run(server: Server, ask: LongAsk, target: TimelineTarget): Promise<TimelineAnswer | ResponseError<void>> {
  // An open choice is filled with the worst verdict that was found. A run itself is known from the text alone.
  if (target.client === undefined || target.fault === undefined)
    return answerWhenSettled(server, ask, ({ snapshot, results }) => answerTo(snapshot, target, results));
  return server.answer<TimelineAnswer>(ask, NO_TIMELINE, (snapshot) =>
    answerTo(snapshot, target, server.analysis.resultsOf(snapshot)),
  );
}

function* answerTo(snapshot: Snapshot, target: TimelineTarget, results: Results | undefined): Steps<TimelineAnswer> {
  const { model } = snapshot.resolved;
  const tooMuch = tooMuchToDraw(model) ?? tooMuchToList(model);
  if (tooMuch !== undefined) return message(tooMuch);
  const found = yield* timelinePanelInSteps(snapshot.resolved, target, results);
  if (found.kind !== 'panel') return message(whyNoTimeline(found));
  return { kind: 'timeline', version: snapshot.version, timeline: timelineOf(snapshot, found.panel) };
}

function timelineOf(snapshot: Snapshot, { steps, report, ...panel }: TimelinePanel): Timeline {
  const places = steps.map(({ span }) => snapshot.placeOf(span));
  return {
    ...panel,
    style: PLAY_STYLE,
    steps: steps.map(({ label, isHarm }, i) => ({ label, range: places[i] ?? null, isHarm })),
    report: shownReport(report),
    ranges: report.sections.map(({ table }) => (table?.rows ?? []).map((_, i) => places[i] ?? null)),
  };
}
