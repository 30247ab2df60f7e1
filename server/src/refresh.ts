import type { Connection } from 'vscode-languageserver';

/**
 * Tells the client to ask again. One that can't be reached any more, or refuses, will ask by itself at the next edit.
 */
export function refresh(connection: Connection, what: 'inlayHint' | 'codeLens'): void {
  connection
    .sendRequest(`workspace/${what}/refresh`)
    .catch((error: unknown) => connection.console.warn(`${what} was not refreshed: ${String(error)}`));
}
