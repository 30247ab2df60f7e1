import type { CancellationToken } from 'vscode-languageserver';
import { expectationItemsInSteps, expectationRunInSteps, flatMapped, type Steps, visible } from '#core';
import {
  type ExpectationRunAnswer,
  type ExpectationRunParams,
  type ExpectationsParams,
  Notifications,
  Requests,
} from '#protocol';
import type { Stage } from '../analysis/document.js';
import type { Failure } from '../analysis/messages.js';
import type { Snapshot } from '../documents/snapshot.js';
import { inSlices } from '../inSlices.js';
import type { Feature } from '../server.js';

/**
 * Tells the extension's Test Explorer of every `expect`, at each version and when its results are out; how one comes to
 * fail, when it asks.
 */
export const expectations: Feature = {
  capabilities: {},
  register: ({ connection, analysis, answer, client, clock, documents }) => {
    void connection.onRequest(
      Requests.expectationRun,
      ({ uri, id }: ExpectationRunParams, token: CancellationToken): Promise<ExpectationRunAnswer> =>
        answer<ExpectationRunAnswer>({ request: 'expectationRun', uri, token }, [], function* (snapshot) {
          const results = analysis.resultsOf(snapshot);
          if (results === undefined) return [];
          return (yield* expectationRunInSteps(snapshot.resolved, results, id)).map(({ text, span }) => ({
            label: visible(text),
            place: span === undefined ? null : snapshot.place(span),
          }));
        }),
    );
    /** By uri: what is being told of, which something newer supersedes. */
    const telling = new Map<string, Stage>();
    analysis.onClosed((uri) => telling.delete(uri));
    analysis.listen((snapshot, stage) => {
      if (!client().commands) return;
      const { uri, version } = snapshot;
      telling.set(uri, stage);
      const isWanted = (): boolean => telling.get(uri) === stage && documents.newest(uri)?.version === version;
      inSlices(testsOf(snapshot, stage), clock, isWanted, (ended) => {
        if (ended.kind === 'failed')
          connection.console.error(`Telling of the tests of ${uri} failed: ${String(ended.error)}`);
        if (ended.kind === 'done')
          void connection.sendNotification(Notifications.expectations, { uri, version, expectations: ended.value });
      });
    });
  },
};

function* testsOf(snapshot: Snapshot, stage: Stage): Steps<ExpectationsParams['expectations']> {
  const results = stage.kind === 'done' ? stage.results : undefined;
  const items = yield* expectationItemsInSteps(snapshot.resolved, results);
  return yield* flatMapped(items, TEST_SIZE, ({ span, expectation: _, ...one }) => ({
    ...one,
    ...(stage.kind === 'failed' && one.status === 'pending'
      ? { status: 'not known' as const, actual: NOT_KNOWN[stage.why], message: NOT_KNOWN[stage.why] }
      : {}),
    range: snapshot.range(span),
  }));
}

/** The work of one, in the units of a step. */
const TEST_SIZE = (): number => 10;

const NOT_KNOWN: Readonly<Record<Failure['why'], string>> = {
  mistake: 'the analysis failed, which is a mistake of Netsplit; the log says more',
  memory: 'the analysis needs more memory than it may have; make the design smaller',
};
