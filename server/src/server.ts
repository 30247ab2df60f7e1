import type { CancellationToken, Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import type { Steps } from '#core';
import type { Analysis } from './analysis/analysis.js';
import type { Fixes } from './analysis/fixes.js';
import type { Clock } from './clock.js';
import type { Documents } from './documents/documents.js';
import type { Snapshot } from './documents/snapshot.js';
import type { LiveSettings } from './settings.js';

/** What the client said about itself when it started us; nothing in it is taken for granted. */
export interface ClientFacts {
  /** Uri of the folder that holds a page for each diagnostic code, without a slash at its end. */
  readonly docsBase: string | undefined;
  readonly relatedInformation: boolean;
  /** Whether it is the VS Code extension: it has the commands that lenses run, a status bar and a Test RunQueue. */
  readonly commands: boolean;
  /** Whether it reads files for us that lie on no disk of ours (`ServerRequests`). */
  readonly files: boolean;
  /**
   * What it understands of signatures: parameters as offsets into the label, and that all of them are there already.
   */
  readonly signatures: { readonly offsets: boolean; readonly noActiveParameter: boolean };
  /** Whether it fills in the parts of a completion one after the other. */
  readonly snippets: boolean;
  /** Whether it selects the part of an edit that is the author's to write. */
  readonly snippetEdits: boolean;
  /** Whether a preview of an edit can say more of it. */
  readonly annotatedEdits: boolean;
  /** Whether it shows why an action is not there. */
  readonly disabledActions: boolean;
  /** Whether it asks again when it is told to. */
  readonly refreshes: { readonly inlayHints: boolean; readonly codeLenses: boolean };
}

/** What a feature has at hand. */
export interface Server {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly analysis: Analysis;
  readonly fixes: Fixes;
  readonly settings: LiveSettings;
  readonly clock: Clock;
  /** Known once the client has initialized. */
  readonly client: () => ClientFacts;
  /**
   * Answers a request about a document, once it is parsed and everything that it includes has arrived. Answers with
   * `empty` where the document is not open, the request was cancelled, or a mistake of ours was thrown. In steps where
   * the answer grows with the text.
   */
  readonly answer: <T>(ask: Ask, empty: T, compute: (snapshot: Snapshot) => T | Steps<T>) => Promise<T>;
}

/** A request about a document; `request` is for the log. */
export interface Ask {
  readonly request: string;
  readonly uri: string;
  readonly token: CancellationToken;
  /** Whether the answer is about files that are not open, as they are now: see `Documents.complete`. */
  readonly isNewest?: boolean;
}

/** One thing that the server can do: what it tells the client of it, beside the handler that does it. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  readonly register: (server: Server) => void;
}

export const NO_FACTS: ClientFacts = {
  docsBase: undefined,
  relatedInformation: false,
  commands: false,
  files: false,
  signatures: { offsets: false, noActiveParameter: false },
  snippets: false,
  snippetEdits: false,
  annotatedEdits: false,
  disabledActions: false,
  refreshes: { inlayHints: false, codeLenses: false },
};

/** `pages`: where the pages of codes lie if the client does not say. */
export function clientFacts(
  { initializationOptions, capabilities: { textDocument, workspace } }: InitializeParams,
  pages: string | undefined,
): ClientFacts {
  const options: unknown = initializationOptions;
  const docsBase =
    typeof options === 'object' && options !== null && 'docsBase' in options ? options.docsBase : undefined;
  return {
    docsBase: typeof docsBase === 'string' && docsBase !== '' ? docsBase.replace(/(?<!\/)\/+$/, '') : pages,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    commands: typeof options === 'object' && options !== null && 'commands' in options && options.commands === true,
    files: typeof options === 'object' && options !== null && 'files' in options && options.files === true,
    signatures: {
      offsets: textDocument?.signatureHelp?.signatureInformation?.parameterInformation?.labelOffsetSupport === true,
      noActiveParameter: textDocument?.signatureHelp?.signatureInformation?.noActiveParameterSupport === true,
    },
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    annotatedEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    refreshes: {
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      codeLenses: workspace?.codeLens?.refreshSupport === true,
    },
  };
}
