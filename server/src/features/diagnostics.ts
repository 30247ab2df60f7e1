import type { Loudness } from '#core';
import { Notifications } from '#protocol';
import type { Stage } from '../analysis/document.js';
import type { Snapshot } from '../documents/snapshot.js';
import { Publishing, type DesignVersion } from '../publishing.js';
import type { ClientFacts, Feature } from '../server.js';
import { toLsp } from '../toLsp.js';

/** Pushed, not pulled: they come with each version, and again when its verdicts are there. */
export const diagnostics: Feature = {
  capabilities: {},
  register: ({ connection, documents, analysis, settings, client, clock }) => {
    const publishing = new Publishing(
      {
        newest: (uri) => {
          const open = documents.get(uri);
          return open === undefined ? undefined : { version: open.version, text: open.resolved.text };
        },
        isIncluded: (uri) => documents.including(uri).length > 0,
      },
      {
        publish: (params) => void connection.sendDiagnostics(params),
        analysed: (params) => void connection.sendNotification(Notifications.analysed, params),
      },
      clock,
    );
    const update = (snapshot: Snapshot, stage: Stage): void =>
      publishing.update(versionOf(snapshot, client(), settings.loudness), stage);
    analysis.listen(update);
    let { loudness } = settings;
    settings.onChange(() => {
      if (settings.loudness === loudness) return;
      ({ loudness } = settings);
      for (const uri of documents.uris) {
        const snapshot = documents.get(uri);
        if (snapshot?.isAwaiting === false) update(snapshot, analysis.stage(snapshot));
      }
    });
    analysis.onClosed((uri) => publishing.closed(uri));
  },
};

export function versionOf(snapshot: Snapshot, client: ClientFacts, loudness: Loudness): DesignVersion {
  return {
    uri: snapshot.uri,
    version: snapshot.version,
    files: snapshot.files,
    mistakes: JSON.stringify(snapshot.resolved.diagnostics.map(({ code, message }) => [code, message])),
    diagnostics: (results) =>
      snapshot
        .diagnostics(results, loudness)
        .map((one) => ({ uri: snapshot.uriAt(one.span), diagnostic: toLsp(one, snapshot, client) })),
  };
}
