// The extension under Node: the language server is a process.

import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import { offerCheckTask } from './checkTask.js';
import type { MarkdownExtension } from './markdownPreview.js';
import { offerMcpServers } from './mcpServers.js';
import { startNetsplit } from './netsplit.js';

export { deactivate } from './netsplit.js';

export function activate(context: ExtensionContext): Promise<MarkdownExtension> {
  context.subscriptions.push(offerMcpServers(context), offerCheckTask(context));
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const server: ServerOptions = { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } };
  return startNetsplit(context, (options) => new LanguageClient('netsplit', 'Netsplit', server, options));
}
