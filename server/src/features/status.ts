import { boundOfAll } from '#core';
import { Notifications, type StatusParams } from '#protocol';
import type { Stage } from '../analysis/document.js';
import type { Feature } from '../server.js';

/** Tells the extension how far the analysis of each document is, and what was looked at. */
export const status: Feature = {
  capabilities: {},
  register: ({ connection, analysis, client }) =>
    analysis.listen(({ uri, version }, stage) => {
      if (client().commands)
        void connection.sendNotification(Notifications.status, {
          uri,
          version,
          ...stateOf(stage),
        } satisfies StatusParams);
    }),
};

function stateOf(stage: Stage): Pick<StatusParams, 'state' | 'looked'> {
  if (stage.kind === 'pending') return { state: 'analysing', looked: '' };
  if (stage.kind === 'failed') return { state: 'failed', looked: '' };
  return { state: 'analysed', looked: stage.results.clients.length === 0 ? '' : boundOfAll(stage.results.clients) };
}
