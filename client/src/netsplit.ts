import { window, workspace, type ExtensionContext } from 'vscode';
import { showAnalysisStatus } from './analysisStatus.js';
import { registerCommands } from './commands/index.js';
import { LANGUAGE, LanguageServer, type CreateClient } from './languageServer.js';
import { type MarkdownExtension, markdownPreview } from './markdownPreview.js';
import { DiagramPanels } from './panels/diagram.js';
import { ReportPanels } from './panels/report.js';
import { TimelinePanels } from './panels/timeline.js';
import { TestExplorer } from './tests/explorer.js';

let server: LanguageServer | undefined;

/**
 * Wires the parts together by hand, the same ones wherever the extension runs; each of them does its own work.
 * Returns what VS Code's Markdown preview uses.
 */
export async function startNetsplit(context: ExtensionContext, createClient: CreateClient): Promise<MarkdownExtension> {
  const output = window.createOutputChannel('Netsplit', { log: true });
  const started = new LanguageServer(context.extensionUri, output, createClient);
  server = started;
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
  const preview = markdownPreview((params) => started.fence(params));
  context.subscriptions.push(
    output,
    server,
    preview,
    panels,
    diagrams,
    timelines,
    showAnalysisStatus(server),
    new TestExplorer(server),
    ...commands,
  );
  // A preview of Markdown starts the extension too, mostly for pages without a design: no server runs for those.
  if (workspace.textDocuments.some(isDesign)) await started.start();
  else context.subscriptions.push(workspace.onDidOpenTextDocument((document) => isDesign(document) && started.start()));
  return preview;
}

function isDesign({ languageId }: { readonly languageId: string }): boolean {
  return languageId === LANGUAGE;
}

/** VS Code waits for this one, and not for what `subscriptions` dispose of: the server gets its time to end. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
