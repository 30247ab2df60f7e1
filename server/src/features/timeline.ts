import {
  TIMELINE_STYLE,
  timelineChoices,
  timelinePanel,
  type NoTimeline,
  type Results,
  type TimelinePanel,
} from '#core';
import {
  Requests,
  type Message,
  type Timeline,
  type TimelineAnswer,
  type TimelineChoicesAnswer,
  type TimelineQuery,
  type TimelineTarget,
  type UriParams,
} from '#protocol';
import type { CancellationToken, ResponseError } from 'vscode-languageserver';
import type { Snapshot } from '../documents/snapshot.js';
import { message, refused } from '../refusals.js';
import type { Ask, Feature, Server } from '../server.js';
import { shownReport } from '../shown.js';

const NOT_OPEN = message(
  'There is no timeline of this design: its file is not open any more, or drawing it failed. The log says more ' +
    '(command “Netsplit: Show Output”).',
);
const NOTHING_TO_ASK = message(
  'No client issues an operation yet, so there is nothing to show. Write one: `operation o: read STORE from CLIENT`.',
);

/** Runs that end in a verdict, step by step. */
export const timeline: Feature = {
  capabilities: {},
  register: (server) => {
    const { connection } = server;
    connection.onRequest(Requests.timeline, ({ uri, target }: TimelineQuery, token: CancellationToken) =>
      answerQuery(server, { request: 'timeline', uri, token }, target),
    );
    connection.onRequest(Requests.timelineChoices, ({ uri }: UriParams, token: CancellationToken) =>
      analysed<TimelineChoicesAnswer>(server, { request: 'timelineChoices', uri, token }, ({ resolved }, results) => {
        const choices = timelineChoices(resolved.model, results);
        return choices.length === 0 ? NOTHING_TO_ASK : { kind: 'choices', choices };
      }),
    );
  },
};

async function answerQuery(
  server: Server,
  ask: Ask,
  target: TimelineTarget,
): Promise<TimelineAnswer | ResponseError<void>> {
  // What is left open is the worst that was found. A run itself is known from the text alone.
  if (target.client === undefined || target.fault === undefined)
    return analysed(server, ask, (snapshot, results) => answerTo(snapshot, target, results));
  return server.answer<TimelineAnswer>(ask, NOT_OPEN, (snapshot) =>
    answerTo(snapshot, target, server.analysis.resultsOf(snapshot)),
  );
}

async function analysed<T>(
  server: Server,
  ask: Ask,
  make: (snapshot: Snapshot, results: Results) => T,
): Promise<T | Message | ResponseError<void>> {
  const settled = await server.analysis.settled(ask.uri, ask.token, () => undefined);
  if (settled.kind !== 'done') return refused(settled, NOT_OPEN);
  return server.answer<T | Message>(ask, NOT_OPEN, () => make(settled.snapshot, settled.results));
}

function answerTo(snapshot: Snapshot, target: TimelineTarget, results: Results | undefined): TimelineAnswer {
  const found = timelinePanel(snapshot.resolved, target, results);
  if (found.kind !== 'panel') return whyNone(found);
  return { kind: 'timeline', version: snapshot.version, timeline: timelineOf(snapshot, found.panel) };
}

function whyNone(none: NoTimeline): Message {
  const another = '“Netsplit: Show Timeline…” shows another run.';
  switch (none.kind) {
    case 'nothing to ask':
      return NOTHING_TO_ASK;
    case 'not there':
      return message(`There is no ${none.name} in the design any more. ${another}`);
    case 'not known': {
      const about = none.when === '' ? none.title : `${none.title} ${none.when}`;
      return message(
        `Nothing is known about ${about}: nothing is asked from there, or it was not analysed. ${another}`,
      );
    }
  }
}

function timelineOf(snapshot: Snapshot, { steps, report, ...panel }: TimelinePanel): Timeline {
  const places = steps.map(({ span }) => snapshot.placeOf(span));
  return {
    ...panel,
    style: TIMELINE_STYLE,
    steps: steps.map(({ label, isHarm }, i) => ({ label, range: places[i] ?? null, isHarm })),
    report: shownReport(report),
    ranges: report.sections.map(({ table }) => (table?.rows ?? []).map((_, i) => places[i] ?? null)),
  };
}
