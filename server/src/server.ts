import type { CancellationToken, Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver/node';
import type { Analysis } from './analysis.js';
import type { Documents, Snapshot } from './documents.js';

/** What the client said about itself when it started us; nothing in it is taken for granted. */
export interface ClientFacts {
  /** Uri of the folder that holds a page for each diagnostic code, without a slash at its end. */
  readonly docsBase: string | undefined;
  readonly relatedInformation: boolean;
}

/** What a feature has at hand. */
export interface Server {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly analysis: Analysis;
  /** Known once the client has initialized. */
  readonly client: () => ClientFacts;
  /** Answers a request about a document; with `empty` where it is not open, the request was cancelled, or we made a mistake. */
  readonly answer: <T>(request: string, uri: string, empty: T, token: CancellationToken, compute: (snapshot: Snapshot) => T) => T;
}

/** One thing that the server can do: what it tells the client of it, beside the handler that does it. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  readonly register: (server: Server) => void;
}

export function clientFacts(params: InitializeParams): ClientFacts {
  const options: unknown = params.initializationOptions;
  const docsBase = typeof options === 'object' && options !== null && 'docsBase' in options ? options.docsBase : undefined;
  return {
    docsBase: typeof docsBase === 'string' && docsBase !== '' ? docsBase.replace(/\/+$/, '') : undefined,
    relatedInformation: params.capabilities.textDocument?.publishDiagnostics?.relatedInformation === true,
  };
}
