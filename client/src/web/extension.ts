// The extension in a browser: the language server is a web worker, and the analysis another one inside it.

import { Uri, workspace, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { WebServerStart } from '#protocol';
import type { MarkdownExtension } from '../markdownPreview.js';
import { startNetsplit } from '../netsplit.js';

export { deactivate } from '../netsplit.js';

export function activate(context: ExtensionContext): Promise<MarkdownExtension> {
  let script: string | undefined;
  let worker: Worker | undefined;
  context.subscriptions.push({
    dispose: () => {
      worker?.terminate();
      if (script !== undefined) URL.revokeObjectURL(script);
    },
  });
  const server = async (): Promise<MessageTransports> => {
    script ??= await localScript(Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js'));
    // A server that is started again takes the place of one that may hang; the protocol has no end for a worker.
    worker?.terminate();
    worker = new Worker(script, { name: 'Netsplit' });
    worker.postMessage({ script } satisfies WebServerStart);
    // Not the worker itself: the client would not know it as one, for VS Code has put its own constructor before that
    // of the browser.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return startNetsplit(context, (options) => new LanguageClient('netsplit', 'Netsplit', server, options));
}

/**
 * The address of a copy of a script that belongs to this page. A worker needs one of the same origin, and an
 * extension's files lie elsewhere: on another host, or at an address of the workbench, which `workspace.fs` reads and a
 * worker can't.
 */
async function localScript(uri: Uri): Promise<string> {
  const source = new TextDecoder().decode(await workspace.fs.readFile(uri));
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}
