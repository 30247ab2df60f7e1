import {
  type Disposable,
  EventEmitter,
  lm,
  McpStdioServerDefinition,
  Uri,
  workspace,
  type ExtensionContext,
} from 'vscode';
import { foldersOnDisk, OWN_NODE } from './ownNode.js';

/** As package.json contributes it. */
const PROVIDER = 'netsplit.mcp';

/**
 * Offers `netsplit mcp` to the agents of VS Code, a server for each folder, which is what it reads. Nothing runs until
 * the user starts one. An editor that knows of no such servers, or is older, has none.
 */
export function offerMcpServers({ extensionUri, extension }: ExtensionContext): Disposable {
  // Editors built from VS Code may leave it out.
  const { registerMcpServerDefinitionProvider: register } = lm as Partial<typeof lm>;
  if (register === undefined) return { dispose: () => undefined };
  const changed = new EventEmitter<void>();
  const folders = workspace.onDidChangeWorkspaceFolders(() => changed.fire());
  const { version } = extension.packageJSON as { readonly version: string };
  const registered = register(PROVIDER, {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => {
      const all = foldersOnDisk();
      return all.map(({ name, uri }) => {
        const server = new McpStdioServerDefinition(
          all.length === 1 ? 'Netsplit' : `Netsplit (${name})`,
          OWN_NODE.path,
          [Uri.joinPath(extensionUri, 'dist', 'mcp.js').fsPath],
          { ...OWN_NODE.env },
          version,
        );
        server.cwd = uri;
        return server;
      });
    },
  });
  return {
    dispose: () => {
      registered.dispose();
      folders.dispose();
      changed.dispose();
    },
  };
}
