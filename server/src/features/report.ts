import {
  diffReport,
  expectationsReport,
  explainReport,
  matrixReport,
  operationAt,
  parseDesign,
  pickedCause,
  resolve,
  simulationReport,
  visible,
  type Report,
} from '#core';
import { Requests, type EarlierText, type FaultRequest, type ReportAnswer, type ReportQuery } from '#protocol';
import type { CancellationToken, ResponseError, WorkDoneProgressParams } from 'vscode-languageserver';
import type { Settled } from '../analysis/analysis.js';
import type { Progress } from '../analysis/queue.js';
import { fileName } from '../documents/places.js';
import type { Snapshot } from '../documents/snapshot.js';
import { FAILED, message, refused } from '../refusals.js';
import type { Ask, Feature, Server } from '../server.js';
import { panelReport } from '../shown.js';

const NOT_OPEN = message('The design is not open any more: open its file to see the report.');

type Query<Kind extends ReportQuery['kind']> = Extract<ReportQuery, { readonly kind: Kind }>;
type Answer = ReportAnswer | ResponseError<void>;
type Done = Extract<Settled, { readonly kind: 'done' }>;

/** A request that may take a while. */
interface LongAsk extends Ask {
  readonly watch: (progress: Progress) => void;
}

/** Reports about the newest version. While it is analysed they wait, with progress, and can be cancelled. */
export const report: Feature = {
  capabilities: {},
  register: (server) =>
    void server.connection.onRequest(
      Requests.report,
      (query: ReportQuery & WorkDoneProgressParams, token: CancellationToken): Promise<Answer> => {
        const ask = { request: 'report', uri: query.uri, token };
        // What one fault does is known from the text alone.
        return query.kind === 'partition'
          ? server.answer<Answer>(ask, NOT_OPEN, (snapshot) => simulation(snapshot, query.fault))
          : withProgress(server, query.workDoneToken, (watch) => analysed(server, { ...ask, watch }, query));
      },
    ),
};

async function withProgress<T>(
  { connection }: Server,
  token: WorkDoneProgressParams['workDoneToken'],
  run: (watch: LongAsk['watch']) => Promise<T>,
): Promise<T> {
  const progress = connection.window.attachWorkDoneProgress(token);
  progress.begin('Netsplit: looking at every fault', 0, undefined, true);
  try {
    return await run(({ done, total }) =>
      progress.report(Math.floor((100 * done) / Math.max(1, total)), `${done} of ${total} questions`),
    );
  } finally {
    progress.done();
  }
}

async function analysed(
  server: Server,
  ask: LongAsk,
  query: Exclude<ReportQuery, { kind: 'partition' }>,
): Promise<Answer> {
  const settled = await server.analysis.settled(ask.uri, ask.token, ask.watch);
  if (settled.kind !== 'done') return refused(settled, NOT_OPEN);
  if (query.kind === 'compare') return compared(server, ask, settled, query.before);
  return server.answer<Answer>(ask, FAILED, () => answerTo(settled, query));
}

function answerTo({ snapshot, results }: Done, query: Query<'all' | 'expectations' | 'explain'>): ReportAnswer {
  const { resolved } = snapshot;
  switch (query.kind) {
    case 'all':
      if (resolved.model.operations.length > 0) return answerWith(snapshot, matrixReport(resolved, results));
      return message(
        'The design has no operation yet, so there is nothing to break. Write one: `operation o: read STORE ' +
          'from CLIENT`.',
      );
    case 'expectations':
      return answerWith(snapshot, expectationsReport(resolved, results));
    case 'explain': {
      const operation = operationAt(resolved, snapshot.offset(query.position));
      if (operation === undefined) return message('There is no operation at the cursor: put it on the name of one.');
      return answerWith(snapshot, explainReport(resolved, results, { operation }, 'worst'));
    }
  }
}

async function compared(
  server: Server,
  ask: LongAsk,
  { snapshot, results }: Done,
  before: EarlierText,
): Promise<Answer> {
  // What it includes is taken as it is now: only the design's own text is that of before.
  const { path, read } = snapshot.project;
  const earlier = await server.documents.complete(() => resolve(parseDesign(path, before.text, read)));
  const found = await server.analysis.beside(snapshot.uri, earlier, ask.token, ask.watch);
  if (found.kind !== 'done') return refused(found, NOT_OPEN);
  const { report } = diffReport(
    { name: before.name, resolved: earlier, results: found.results },
    { name: `${fileName(snapshot.uri)} as it is now`, resolved: snapshot.resolved, results },
  );
  return server.answer<Answer>(ask, FAILED, () => answerWith(snapshot, report));
}

function simulation(snapshot: Snapshot, fault: FaultRequest): ReportAnswer {
  const picked = pickedCause(snapshot.resolved.model, fault);
  if (picked.kind === 'cause') return answerWith(snapshot, simulationReport(snapshot.resolved, picked.cause));
  return message(
    `Not in the design any more: ${picked.names.map(visible).join(', ')}. Simulate again to pick what is there now.`,
  );
}

function answerWith(snapshot: Snapshot, made: Report): ReportAnswer {
  return { kind: 'report', version: snapshot.version, ...panelReport(snapshot, made) };
}
