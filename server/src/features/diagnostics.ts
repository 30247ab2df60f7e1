import type { Diagnostic, Loudness, Severity } from '#core';
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
        newest: (uri) => documents.newest(uri),
        isIncluded: (uri) => documents.isIncluded(uri),
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

/** Editors show no more of one file, and sending more would keep others waiting. */
const MOST_PUBLISHED = 1000;

/** The most severe, in their order; the last of them says how many are left out. */
function published(all: readonly Diagnostic[]): readonly Diagnostic[] {
  if (all.length <= MOST_PUBLISHED) return all;
  const kept = new Set<Diagnostic>();
  for (const severity of SEVERITIES)
    for (const one of all) if (one.severity === severity && kept.size < MOST_PUBLISHED) kept.add(one);
  const left = all.length - MOST_PUBLISHED;
  const last = [...kept].at(-1);
  return all.flatMap((one) => {
    if (!kept.has(one)) return [];
    return [one === last ? { ...one, message: `${one.message} (${left} more findings are not shown here.)` } : one];
  });
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export function versionOf(snapshot: Snapshot, client: ClientFacts, loudness: Loudness): DesignVersion {
  return {
    uri: snapshot.uri,
    version: snapshot.version,
    files: snapshot.files,
    mistakes: JSON.stringify(
      snapshot.resolved.diagnostics.slice(0, MOST_PUBLISHED).map(({ code, message }) => [code, message]),
    ),
    diagnostics: (results) =>
      published(snapshot.diagnostics(results, loudness)).map((one) => ({
        uri: snapshot.uriAt(one.span),
        diagnostic: toLsp(one, snapshot, client),
      })),
  };
}
