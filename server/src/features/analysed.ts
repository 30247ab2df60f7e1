import { Notifications, type AnalysedParams } from '#protocol';
import type { Feature } from '../server.js';

/** Tells the client that a version's analysis is over, so that open reports can be asked for again. */
export const analysed: Feature = {
  capabilities: {},
  register: ({ connection, analysis }) =>
    analysis.listen((snapshot, stage) => {
      if (stage.kind === 'pending') return;
      void connection.sendNotification(Notifications.analysed, { uri: snapshot.uri, version: snapshot.version } satisfies AnalysedParams);
    }),
};
