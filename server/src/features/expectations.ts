import { expectationItems } from '#core';
import { Notifications, type ExpectationsParams } from '#protocol';
import type { Feature } from '../server.js';

/** Tells the extension's Test Explorer of every `expect`, at each version and when its results are out. */
export const expectations: Feature = {
  capabilities: {},
  register: ({ connection, analysis, client }) => {
    analysis.listen((snapshot, stage) => {
      if (!client().commands) return;
      const items = expectationItems(snapshot.resolved, stage.kind === 'done' ? stage.results : undefined);
      void connection.sendNotification(Notifications.expectations, {
        uri: snapshot.uri,
        version: snapshot.version,
        expectations: items.map(({ span, ...one }) => ({ ...one, ...(stage.kind === 'failed' ? FAILED : {}), range: snapshot.range(span) })),
      } satisfies ExpectationsParams);
    });
  },
};

const FAILED = { status: 'not known', actual: 'the analysis failed, which is a mistake of Netsplit; the log says more' } as const;
