import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressParams,
} from 'vscode-languageserver';
import {
  diffReport,
  expectationsReport,
  explainReport,
  matrixReport,
  operationAt,
  parseDesign,
  pickedCause,
  type Report,
  type Results,
  resolve,
  simulationReport,
  visible,
} from '#core';
import { type EarlierText, type FaultRequest, type ReportAnswer, type ReportQuery, Requests } from '#protocol';
import type { Progress } from '../analysis/queue.js';
import type { Snapshot } from '../documents/snapshot.js';
import { runsOf } from '../runs.js';
import type { Feature, Server } from '../server.js';
import { shownReport } from '../shown.js';

/** Reports about the newest version: whoever asks while it is analysed waits, with progress, and may give up. */
export const report: Feature = {
  capabilities: {},
  register: (server) =>
    void server.connection.onRequest(
      Requests.report,
      (query: ReportQuery & WorkDoneProgressParams, token: CancellationToken) => answerQuery(server, query, token),
    ),
};

type Answer = ReportAnswer | ResponseError<void>;

async function answerQuery(
  server: Server,
  query: ReportQuery & WorkDoneProgressParams,
  token: CancellationToken,
): Promise<Answer> {
  // What one fault does is known from the text alone.
  if (query.kind === 'partition')
    return server.answer<Answer>('report', query.uri, NOT_OPEN, token, (snapshot) => simulation(snapshot, query.fault));
  const progress = server.connection.window.attachWorkDoneProgress(query.workDoneToken);
  progress.begin('Netsplit: looking at every fault', 0, undefined, true);
  const watch = ({ done, total }: Progress): void =>
    progress.report(Math.floor((100 * done) / Math.max(1, total)), `${done} of ${total} questions`);
  try {
    const settled = await server.analysis.settled(query.uri, token, watch);
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (settled === undefined) return NOT_OPEN;
    const { snapshot, stage } = settled;
    if (stage.kind !== 'done') return FAILED;
    if (query.kind === 'compare') return await compared(server, snapshot, stage.results, query.before, token, watch);
    return server.answer<Answer>('report', query.uri, FAILED, token, () => analysed(snapshot, query, stage.results));
  } finally {
    progress.done();
  }
}

const NOT_OPEN: ReportAnswer = {
  kind: 'message',
  message: 'The design is not open any more: open its file to see the report.',
};
const FAILED: ReportAnswer = {
  kind: 'message',
  message:
    'The analysis of this design failed, which is a mistake of Netsplit. The log says more (command “Netsplit: Show Output”); a change of the design starts it again.',
};

function analysed(
  snapshot: Snapshot,
  query: Exclude<ReportQuery, { kind: 'partition' | 'compare' }>,
  results: Results,
): ReportAnswer {
  const { resolved } = snapshot;
  switch (query.kind) {
    case 'all':
      if (resolved.model.operations.length === 0)
        return {
          kind: 'message',
          message:
            'The design has no operation yet, so there is nothing to break. Write one: `operation o: read STORE from CLIENT`.',
        };
      return answerWith(snapshot, matrixReport(resolved, results));
    case 'expectations':
      return answerWith(snapshot, expectationsReport(resolved, results));
    case 'explain': {
      const operation = operationAt(resolved, snapshot.offset(query.position));
      if (operation === undefined)
        return { kind: 'message', message: 'There is no operation at the cursor: put it on the name of one.' };
      return answerWith(snapshot, explainReport(resolved, results, operation, undefined, 'worst'));
    }
  }
}

async function compared(
  server: Server,
  snapshot: Snapshot,
  results: Results,
  before: EarlierText,
  token: CancellationToken,
  watch: (progress: Progress) => void,
): Promise<Answer> {
  // What it includes is taken as it is now: only the design's own text is that of before.
  const { path, read } = snapshot.project;
  const earlier = await server.documents.complete(() => resolve(parseDesign(path, before.text, read)));
  const found = await server.analysis.beside(snapshot.uri, earlier, token, watch);
  if (found === undefined) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  if (typeof found === 'string') return FAILED;
  const name = decodeURIComponent(snapshot.uri.split('/').at(-1) ?? snapshot.uri);
  const { report } = diffReport(
    { name: before.name, resolved: earlier, results: found },
    { name: `${name} as it is now`, resolved: snapshot.resolved, results },
  );
  return server.answer<Answer>('report', snapshot.uri, FAILED, token, () => answerWith(snapshot, report));
}

function simulation(snapshot: Snapshot, fault: FaultRequest): ReportAnswer {
  const picked = pickedCause(snapshot.resolved.model, fault);
  if (picked.kind === 'cause') return answerWith(snapshot, simulationReport(snapshot.resolved, picked.cause));
  return {
    kind: 'message',
    message: `Not in the design any more: ${picked.names.map(visible).join(', ')}. Simulate again to pick what is there now.`,
  };
}

function answerWith(snapshot: Snapshot, made: Report): ReportAnswer {
  const ranges = made.sections.map(({ table }) =>
    (table?.rows ?? []).map(({ span }) => (span === undefined ? null : snapshot.place(span))),
  );
  return {
    kind: 'report',
    version: snapshot.version,
    report: shownReport(made),
    ranges,
    runs: runsOf(snapshot.resolved.model, made),
  };
}
