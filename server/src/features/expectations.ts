import type { CancellationToken } from 'vscode-languageserver';
import { expectationItems, expectationRun, visible } from '#core';
import {
  type ExpectationRunAnswer,
  type ExpectationRunParams,
  type ExpectationsParams,
  Notifications,
  Requests,
} from '#protocol';
import type { Failure } from '../analysis/messages.js';
import type { Feature } from '../server.js';

/**
 * Tells the extension's Test Explorer of every `expect`, at each version and when its results are out; how one comes to
 * fail, when it asks.
 */
export const expectations: Feature = {
  capabilities: {},
  register: ({ connection, analysis, answer, client }) => {
    void connection.onRequest(
      Requests.expectationRun,
      ({ uri, id }: ExpectationRunParams, token: CancellationToken): Promise<ExpectationRunAnswer> =>
        answer<ExpectationRunAnswer>({ request: 'expectationRun', uri, token }, [], (snapshot) => {
          const results = analysis.resultsOf(snapshot);
          if (results === undefined) return [];
          return expectationRun(snapshot.resolved, results, id).map(({ text, span }) => ({
            label: visible(text),
            place: span === undefined ? null : snapshot.place(span),
          }));
        }),
    );
    analysis.listen((snapshot, stage) => {
      if (!client().commands) return;
      const items = expectationItems(snapshot.resolved, stage.kind === 'done' ? stage.results : undefined);
      void connection.sendNotification(Notifications.expectations, {
        uri: snapshot.uri,
        version: snapshot.version,
        expectations: items.map(({ span, expectation: _, ...one }) => ({
          ...one,
          ...(stage.kind === 'failed' && one.status === 'pending'
            ? { status: 'not known', actual: NOT_KNOWN[stage.why], message: NOT_KNOWN[stage.why] }
            : {}),
          range: snapshot.range(span),
        })),
      } satisfies ExpectationsParams);
    });
  },
};

const NOT_KNOWN: Readonly<Record<Failure['why'], string>> = {
  mistake: 'the analysis failed, which is a mistake of Netsplit; the log says more',
  memory: 'the analysis needs more memory than it may have; make the design smaller',
};
