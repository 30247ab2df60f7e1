import { window, type ExtensionContext } from 'vscode';
import { showAnalysisStatus } from './analysisStatus.js';
import { registerCommands } from './commands/index.js';
import { LanguageServer, type CreateClient } from './languageServer.js';
import { DiagramPanels } from './panels/diagram.js';
import { ReportPanels } from './panels/report.js';
import { TimelinePanels } from './panels/timeline.js';
import { TestExplorer } from './tests/explorer.js';

let server: LanguageServer | undefined;

/** Wires the parts together by hand, the same ones wherever the extension runs; each of them does its own work. */
export async function startNetsplit(context: ExtensionContext, createClient: CreateClient): Promise<void> {
  const output = window.createOutputChannel('Netsplit', { log: true });
  server = new LanguageServer(context.extensionUri, output, createClient);
  const timelines = new TimelinePanels(context.extensionUri, server);
  const panels = new ReportPanels(context.extensionUri, server, timelines);
  const diagrams = new DiagramPanels(context.extensionUri, server, timelines);
  const commands = registerCommands({
    extensionUri: context.extensionUri,
    output,
    server,
    panels,
    diagrams,
    timelines,
  });
  context.subscriptions.push(
    output,
    server,
    panels,
    diagrams,
    timelines,
    showAnalysisStatus(server),
    new TestExplorer(server),
    ...commands,
  );
  await server.start();
}

/** VS Code waits for this one, and not for what `subscriptions` dispose of: the server gets its time to end. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
