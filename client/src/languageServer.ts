import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  l10n,
  type LogOutputChannel,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  CloseAction,
  ErrorAction,
  State,
  WorkDoneProgress,
  type BaseLanguageClient,
  type ErrorHandler,
  type LanguageClientOptions,
  type WorkDoneProgressBegin,
  type WorkDoneProgressReport,
} from 'vscode-languageclient';
import {
  ClientCommands,
  Notifications,
  Requests,
  ServerRequests,
  type AnalysedParams,
  type Choices,
  type DiagramAnswer,
  type DiagramQuery,
  type ElementsAnswer,
  type ElementsParams,
  type ExpectationRunAnswer,
  type ExpectationRunParams,
  type ExpectationsParams,
  type FenceAnswer,
  type FenceParams,
  type PartitionAnswer,
  type DocumentAnswer,
  type DocumentQuery,
  type PictureAnswer,
  type PictureQuery,
  type ReportAnswer,
  type ReportQuery,
  type StatusParams,
  type TimelineAnswer,
  type TimelineChoicesAnswer,
  type TimelineQuery,
  type UriParams,
} from '#protocol';
import { listDesigns, readFile } from './editorFiles.js';

export const LANGUAGE = 'cap';

/**
 * Where designs may live. Both sides of a comparison (`git:` and the like) are left out: each mark would stand there
 * twice.
 */
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'];

/** A server that ends by itself is started again, at most this many times within this many minutes. */
const MAX_RESTARTS = 4;
const RESTART_WINDOW_MINUTES = 3;
/** A connection that fails this often in a row does not recover. */
const MAX_ERRORS = 3;

export interface Progress {
  readonly message?: string;
  readonly percentage?: number;
}

/** A client of a server that is a process, or one of a server that is a web worker: it is not started yet. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The language server as the rest of the extension knows it: what is asked of it, what it tells, and its life. */
export class LanguageServer implements Disposable {
  private readonly client: BaseLanguageClient;
  private readonly analysedEmitter = new EventEmitter<AnalysedParams>();
  private readonly statusEmitter = new EventEmitter<StatusParams>();
  private readonly expectationsEmitter = new EventEmitter<ExpectationsParams>();
  private readonly stoppedEmitter = new EventEmitter<void>();
  private requests = 0;

  /** Results of a version of a document are out. */
  readonly onAnalysed = this.analysedEmitter.event;
  /** How far the analysis of a document is. */
  readonly onStatus = this.statusEmitter.event;
  /** What became of the expectations of a document, or that this is being found out. */
  readonly onExpectations = this.expectationsEmitter.event;
  /** It has ended; it may be on its way back. */
  readonly onStopped = this.stoppedEmitter.event;

  constructor(
    extensionUri: Uri,
    private readonly output: LogOutputChannel,
    createClient: CreateClient,
  ) {
    this.client = createClient({
      documentSelector: SCHEMES.map((scheme) => ({ language: LANGUAGE, scheme })),
      initializationOptions: {
        docsBase: Uri.joinPath(extensionUri, 'docs', 'diagnostics').toString(),
        commands: true,
        files: true,
      },
      // Included files and the settings beside a design change without being open: a checkout, another program.
      synchronize: { fileEvents: workspace.createFileSystemWatcher('**/{*.cap,netsplit.json}') },
      // What a hover leads to. Whatever a name of the file might pretend to be, no other command is run.
      markdown: { isTrusted: { enabledCommands: Object.values(ClientCommands) } },
      outputChannel: output,
      errorHandler: errorHandler(() => void this.offerRestart()),
    });
    this.client.onRequest(ServerRequests.readFile, ({ uri }: UriParams) => readFile(uri));
    this.client.onRequest(ServerRequests.listDesigns, ({ uri }: UriParams) => listDesigns(uri));
    this.client.onNotification(Notifications.analysed, (params: AnalysedParams) => this.analysedEmitter.fire(params));
    this.client.onNotification(Notifications.status, (params: StatusParams) => this.statusEmitter.fire(params));
    this.client.onNotification(Notifications.expectations, (params: ExpectationsParams) =>
      this.expectationsEmitter.fire(params),
    );
    this.client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) this.stoppedEmitter.fire();
    });
  }

  /**
   * Whether it runs. Never throws: where the server can't be started, the user is told, and the rest of the extension
   * goes on.
   */
  async start(): Promise<boolean> {
    try {
      await this.client.start();
      return true;
    } catch (error) {
      this.output.error(`The language server did not start: ${textOf(error)}`);
      void this.offerRestart();
      return false;
    }
  }

  async restart(): Promise<boolean> {
    if (this.client.needsStop()) {
      try {
        await this.client.stop();
      } catch (error) {
        // Users restart a server that does not answer, so it may not have ended by itself: the client ends the process
        // anyway.
        this.output.warn(`The language server did not stop in time: ${textOf(error)}`);
      }
    }
    return this.start();
  }

  async stop(): Promise<void> {
    if (this.client.needsStop()) await this.client.stop();
  }

  choices(uri: string): Promise<Choices> {
    return this.client.sendRequest<Choices>(Requests.choices, { uri } satisfies UriParams);
  }

  /** Waits for nothing: parts that need the analysis are left out until it is done. */
  diagram(query: DiagramQuery, token: CancellationToken): Promise<DiagramAnswer> {
    return this.client.sendRequest<DiagramAnswer>(Requests.diagram, query, token);
  }

  elementsAt(params: ElementsParams): Promise<ElementsAnswer> {
    return this.client.sendRequest<ElementsAnswer>(Requests.elementsAt, params);
  }

  writePartition(query: DiagramQuery): Promise<PartitionAnswer> {
    return this.client.sendRequest<PartitionAnswer>(Requests.writePartition, query);
  }

  /** For a file: with all styles in it. */
  picture(query: PictureQuery): Promise<PictureAnswer> {
    return this.client.sendRequest<PictureAnswer>(Requests.picture, query);
  }

  /** The whole report, for a file. Waits until the document's newest version is analysed. */
  document(query: DocumentQuery, token: CancellationToken): Promise<DocumentAnswer> {
    return this.client.sendRequest<DocumentAnswer>(Requests.document, query, token);
  }

  /** Waits for the analysis only where the target leaves it to that what is shown. */
  timeline(query: TimelineQuery, token: CancellationToken): Promise<TimelineAnswer> {
    return this.client.sendRequest<TimelineAnswer>(Requests.timeline, query, token);
  }

  /** Waits until the document's newest version is analysed. */
  timelineChoices(uri: string, token: CancellationToken): Promise<TimelineChoicesAnswer> {
    return this.client.sendRequest<TimelineChoicesAnswer>(Requests.timelineChoices, { uri } satisfies UriParams, token);
  }

  /** A design in a Markdown page, as HTML. Starts the server where no design is open yet. */
  fence(params: FenceParams): Promise<FenceAnswer> {
    return this.client.sendRequest<FenceAnswer>(Requests.fence, params);
  }

  /** How an expectation comes to fail. */
  expectationRun(params: ExpectationRunParams): Promise<ExpectationRunAnswer> {
    return this.client.sendRequest<ExpectationRunAnswer>(Requests.expectationRun, params);
  }

  /** Waits until the document's newest version is analysed; `onProgress` hears how far that is. */
  async report(
    query: ReportQuery,
    token: CancellationToken,
    onProgress: (progress: Progress) => void,
  ): Promise<ReportAnswer> {
    const workDoneToken = `netsplit-report-${this.requests++}`;
    const subscription = this.client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== 'end') onProgress(progressOf(value));
    });
    try {
      return await this.client.sendRequest<ReportAnswer>(Requests.report, { ...query, workDoneToken }, token);
    } finally {
      subscription.dispose();
    }
  }

  dispose(): void {
    this.analysedEmitter.dispose();
    this.statusEmitter.dispose();
    this.expectationsEmitter.dispose();
    this.stoppedEmitter.dispose();
  }

  private async offerRestart(): Promise<void> {
    const restart = l10n.t('Restart');
    const show = l10n.t('Show Output');
    const message = l10n.t('The Netsplit language server has stopped: designs are not checked until it runs again.');
    const pick = await window.showErrorMessage(message, restart, show);
    if (pick === restart) await this.restart();
    if (pick === show) this.output.show(true);
  }
}

function errorHandler(giveUp: () => void): ErrorHandler {
  const ends: number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= MAX_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => {
      ends.push(Date.now());
      const recent = ends.filter((time) => Date.now() - time < RESTART_WINDOW_MINUTES * 60_000);
      if (recent.length <= MAX_RESTARTS) return { action: CloseAction.Restart, handled: true };
      giveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

function progressOf({ message, percentage }: WorkDoneProgressBegin | WorkDoneProgressReport): Progress {
  return { ...(message === undefined ? {} : { message }), ...(percentage === undefined ? {} : { percentage }) };
}

export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
