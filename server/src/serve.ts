import { version } from '../../package.json';
import { type Connection, DidChangeWorkspaceFoldersNotification, TextDocumentSyncKind } from 'vscode-languageserver';
import { type DesignsAnswer, type FileAnswer, ServerRequests, type UriParams } from '#protocol';
import { Analysis } from './analysis/analysis.js';
import { Fixes } from './analysis/fixes.js';
import { answering } from './answering.js';
import { RunQueue } from './analysis/queue.js';
import type { StartWorker } from './analysis/worker.js';
import { SYSTEM_CLOCK } from './clock.js';
import { Documents } from './documents/documents.js';
import type { StartLocalFiles } from './documents/project.js';
import { FEATURES } from './features/index.js';
import { clientFacts, NO_FACTS } from './server.js';
import { LiveSettings } from './settings.js';

/**
 * Answers on a connection until it ends, wherever that leads, whatever kind of worker analyses, whether or not there is
 * a disk, and the pages of the diagnostic codes on it.
 */
export function serve(
  connection: Connection,
  startWorker: StartWorker,
  startLocal: StartLocalFiles | undefined,
  pages: string | undefined,
): void {
  const log = (message: string): void => connection.console.error(message);
  const clock = SYSTEM_CLOCK;
  const documents = new Documents(startLocal, clock);
  const queue = new RunQueue(startWorker, clock, log);
  const analysis = new Analysis(documents, queue, clock, log);
  const fixes = new Fixes(analysis, queue, clock, log);
  const settings = new LiveSettings();
  let facts = NO_FACTS;

  const answer = answering(documents, clock, log);

  connection.onInitialize((params) => {
    facts = clientFacts(params, pages);
    settings.listen(connection, params);
    if (facts.files) {
      documents.useFilesOf({
        readFile: (uri) => connection.sendRequest<FileAnswer>(ServerRequests.readFile, { uri } satisfies UriParams),
        listDesigns: (uri) =>
          connection.sendRequest<DesignsAnswer>(ServerRequests.listDesigns, { uri } satisfies UriParams),
      });
    }
    const { workspaceFolders, rootUri } = params;
    documents.projects.folders = (workspaceFolders ?? (rootUri === null ? [] : [{ uri: rootUri }])).map(({ uri }) =>
      uri.replace(/(?<!\/)\/+$/, ''),
    );
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
      const gone = new Set(removed.map(({ uri }) => uri.replace(/(?<!\/)\/+$/, '')));
      documents.foldersChanged(
        [...documents.projects.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)],
        (uri) => analysis.changed(uri),
      );
    });
    return {
      capabilities: Object.assign(
        {
          positionEncoding: 'utf-16',
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
        ...FEATURES.map((feature) => feature.capabilities),
      ),
      serverInfo: { name: 'Netsplit', version },
    };
  });

  for (const feature of FEATURES)
    feature.register({ connection, documents, analysis, fixes, settings, clock, client: () => facts, answer });
  documents.listen(connection, { changed: (uri) => analysis.changed(uri), closed: (uri) => analysis.closed(uri) });
  connection.listen();
}
