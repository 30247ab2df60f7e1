import {
  adviceReport,
  panelReport,
  diffReportInSteps,
  faultPanelInSteps,
  observationPanel,
  parseDesignInSteps,
  reportPanelInSteps,
  resolveInSteps,
  type ReportPanel,
  type Resolved,
  type Section,
  triedSection,
  visible,
} from '#core';
import { Requests, type EarlierText, type ReportAnswer, type ReportQuery } from '#protocol';
import type { CancellationToken, ResponseError, WorkDoneProgressParams } from 'vscode-languageserver';
import { readsTheSame } from '../documents/project.js';
import type { Snapshot } from '../documents/snapshot.js';
import { withProgress } from '../progress.js';
import { answerWhenSettled, FAILED, message, refused, type LongAsk } from '../refusals.js';
import type { Feature, Server } from '../server.js';

const NOT_OPEN = message('The design is not open any more: open its file to see the report.');

type Answer = ReportAnswer | ResponseError<void>;

/** Reports about the newest version. While it is analysed they wait, with progress, and can be cancelled. */
export const report: Feature = {
  capabilities: {},
  register: (server) =>
    void server.connection.onRequest(
      Requests.report,
      (query: ReportQuery & WorkDoneProgressParams, token: CancellationToken): Promise<Answer> => {
        const ask = { request: 'report', uri: query.uri, token, notOpen: NOT_OPEN, failed: FAILED };
        // What one fault does is known from the text alone.
        if (query.kind === 'partition')
          return server.answer<Answer>(ask, NOT_OPEN, function* (snapshot) {
            return answerWith(snapshot, yield* faultPanelInSteps(snapshot.resolved, query.fault));
          });
        if (query.kind === 'observe')
          return server.answer<Answer>(ask, NOT_OPEN, (snapshot) =>
            answerWith(snapshot, observationPanel(snapshot.resolved, query.fault, query.history)),
          );
        return withProgress(
          server,
          query.workDoneToken,
          (watch) => analysed(server, { ...ask, watch }, query),
          query.kind === 'advise' ? 'nearby designs' : undefined,
        );
      },
    ),
};

function analysed(
  server: Server,
  ask: LongAsk,
  query: Exclude<ReportQuery, { kind: 'partition' | 'observe' }>,
): Promise<Answer> {
  if (query.kind === 'compare') return compared(server, ask, query.before);
  if (query.kind === 'advise') return advised(server, ask, query);
  return answerWhenSettled<ReportAnswer>(server, ask, function* ({ snapshot, results }) {
    const { resolved } = snapshot;
    if (query.kind !== 'explain')
      return answerWith(snapshot, yield* reportPanelInSteps(resolved, results, { kind: query.kind }));
    const judged = server.fixes.judgedOf(snapshot);
    const tried = (operation: number): readonly Section[] =>
      judged === undefined ? [] : triedSection(resolved, results, judged, operation);
    const offset = snapshot.offset(query.position);
    return answerWith(snapshot, yield* reportPanelInSteps(resolved, results, { kind: 'explain', offset, tried }));
  });
}

async function compared(server: Server, ask: LongAsk, before: EarlierText): Promise<Answer> {
  const settled = await server.analysis.settled(ask.uri, ask.token, ask.watch);
  if (settled.kind !== 'done') return refused(settled, NOT_OPEN);
  const { snapshot, results } = settled;
  // What it includes is taken as it is now: only the design's own text is that of before.
  const earlier = await earlierDesign(server, ask, snapshot, before.text);
  if (earlier === undefined) return FAILED;
  const found = await server.analysis.beside(snapshot.uri, earlier, ask.token, ask.watch);
  if (found.kind !== 'done') return refused(found, NOT_OPEN);
  return server.answer<Answer>(ask, FAILED, function* () {
    const { report: differences } = yield* diffReportInSteps(
      { name: before.name, resolved: earlier, results: found.results },
      { name: 'the text now', resolved: snapshot.resolved, results },
    );
    return answerWith(snapshot, { kind: 'report', report: differences });
  });
}

/** A text instead of a document. It is read again where something that it includes has come since, or changed. */
async function earlierDesign(
  server: Server,
  ask: LongAsk,
  { uri, project }: Snapshot,
  text: string,
): Promise<Resolved | undefined> {
  for (;;) {
    const found = await server.answer<Resolved | undefined>(ask, undefined, function* () {
      return yield* resolveInSteps(yield* parseDesignInSteps(project, text));
    });
    if (found === undefined || (await server.documents.complete(uri, () => readsTheSame(found, project)))) return found;
  }
}

async function advised(server: Server, ask: LongAsk, query: Extract<ReportQuery, { kind: 'advise' }>): Promise<Answer> {
  const { operation: name, replicas, links } = query;
  const settled = await server.analysis.settled(ask.uri, ask.token, ask.watch);
  if (settled.kind !== 'done') return refused(settled, NOT_OPEN);
  const { snapshot } = settled;
  const operation = snapshot.resolved.model.operations.findIndex((one) => one.name === name);
  if (name !== undefined && operation < 0)
    return message(visible(`The design has no operation \`${name}\` any more: choose another one.`));
  const wanted = { replicas, links, ...(name === undefined ? {} : { operation }) };
  const found = await server.analysis.advised(snapshot, wanted, ask.token, ask.watch);
  if (found.kind !== 'advised') return refused(found, NOT_OPEN);
  return server.answer<Answer>(ask, FAILED, () =>
    answerWith(snapshot, { kind: 'report', report: adviceReport(snapshot.resolved, found.advice) }),
  );
}

function answerWith(snapshot: Snapshot, panel: ReportPanel): ReportAnswer {
  if (panel.kind === 'none') return message(panel.reason);
  return {
    kind: 'report',
    version: snapshot.version,
    ...panelReport(snapshot.resolved.model, panel.report, (span) => snapshot.placeOf(span)),
  };
}
