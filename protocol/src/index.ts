import type { Scene } from '../../core/src/render/diagram/scene.js';
import type { Report } from '../../core/src/render/reports/document.js';

/**
 * The messages between client, server and webview that LSP does not have. Nothing but types and method names: whoever
 * imports this gets no code of the analysis with it. Positions are LSP's: line and character from 0, UTF-16.
 */
export type { Report, Section, Table, Row, Cell } from '../../core/src/render/reports/document.js';
export type { Part, Scene, Shape } from '../../core/src/render/diagram/scene.js';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A place in a design; one in a file that the design includes says which. */
export interface Place extends Range {
  readonly uri?: string;
}

/** What a simulation breaks: a partition of the file by name, or links and nodes picked by hand. */
export type FaultRequest =
  | { readonly kind: 'partition'; readonly name: string }
  /** `links` are ids of `LinkChoice`, `nodes` names. */
  | { readonly kind: 'custom'; readonly links: readonly string[]; readonly nodes: readonly string[] };

export interface LinkChoice {
  /** Stable while the file is edited elsewhere. */
  readonly id: string;
  /** "us–eu", "us1's uplink" */
  readonly label: string;
  /** "declared, 80 ms" */
  readonly detail: string;
}

export interface Choices {
  readonly partitions: readonly { readonly name: string; readonly detail: string }[];
  readonly links: readonly LinkChoice[];
  readonly nodes: readonly { readonly name: string; readonly detail: string }[];
}

/** What a timeline shows the run of, by name, so that it stays the same while the file is edited. */
export interface TimelineTarget {
  readonly operation: string;
  /** Without it, the one with the worst that was found. */
  readonly client?: string;
  /** Without it, the smallest cause of the worst. */
  readonly fault?: PickedFault;
  /** Without it, the worst that can happen under the fault. */
  readonly outcome?: PickedOutcome;
}

/** One of the things that can happen to a request under a fault. */
export interface PickedOutcome {
  readonly verdict: string;
  readonly howLong?: string;
  /** `detecting`: only until everybody has noticed the break. Without it, whichever it is. */
  readonly phase?: 'detecting' | 'settled';
}

/** Same shape as a report's cells: section, row, cell → the run that it speaks of. */
export type Runs = readonly (readonly (readonly (TimelineTarget | null)[])[])[];

/** A report about one document. A report that can't be made has `message` instead: what is missing and what to do. */
export type ReportAnswer =
  | {
      readonly kind: 'report';
      readonly version: number;
      readonly report: Report /** Same shape as the report's rows: section, row → range. */;
      readonly ranges: readonly (readonly (Place | null)[])[];
      readonly runs: Runs;
    }
  | { readonly kind: 'message'; readonly message: string };

export interface UriParams {
  readonly uri: string;
}
export interface SimulateParams extends UriParams {
  readonly fault: FaultRequest;
}
export interface ExplainParams extends UriParams {
  readonly position: Position;
}

/** A design as it was: what the present text is compared with. `name`: "bank.cap as it was saved". */
export interface EarlierText {
  readonly name: string;
  readonly text: string;
}

/** What a report panel shows and asks for again when its document was analysed anew. */
export type ReportQuery =
  | { readonly kind: 'partition'; readonly uri: string; readonly fault: FaultRequest }
  | { readonly kind: 'all'; readonly uri: string }
  | { readonly kind: 'expectations'; readonly uri: string }
  | { readonly kind: 'compare'; readonly uri: string; readonly before: EarlierText }
  | { readonly kind: 'explain'; readonly uri: string; readonly position: Position };

/**
 * A fault put together by clicks; names and ids stay the same while the file is edited elsewhere. Ids are those of
 * `LinkChoice`.
 */
export interface PickedFault {
  readonly partition?: string;
  readonly links: readonly string[];
  /** Single directions: nothing arrives at this end of the link any more. */
  readonly oneWays: readonly { readonly link: string; readonly to: 'a' | 'b' }[];
  readonly nodes: readonly string[];
  readonly zones: readonly string[];
}

/** Who is pointed out: whoever takes part in the store or operation of this name, or is in the zone. */
export interface PickedSelection {
  readonly kind: 'store' | 'operation' | 'zone';
  readonly name: string;
}

export interface DiagramQuery {
  readonly uri: string;
  readonly fault: PickedFault;
  readonly selection?: PickedSelection;
}

/** One picture, and what goes with it. Lists have the indices that the parts of the scene have. */
export interface Diagram {
  readonly scene: Scene;
  /** Style sheet of the scene. */
  readonly style: string;
  /** As it is in the present text: what is not there any more has been left out. */
  readonly fault: PickedFault;
  readonly selection?: PickedSelection;
  /** By which id a link is picked, and where it stands in the text; what is not written anywhere has no range. */
  readonly links: readonly { readonly id: string; readonly oneWay: boolean; readonly range: Place | null }[];
  readonly vertices: readonly { readonly name: string; readonly range: Place | null }[];
  readonly partitions: readonly string[];
  readonly stores: readonly string[];
  readonly operations: readonly string[];
  readonly zones: readonly string[];
  /** The smallest faults that break anything, smallest first; undefined until the analysis is there. */
  readonly causes?: readonly { readonly title: string; readonly fault: PickedFault }[];
  readonly report: Report;
  /** Same shape as the report's rows: section, row → range. */
  readonly ranges: readonly (readonly (Place | null)[])[];
  readonly runs: Runs;
}

export type DiagramAnswer =
  | { readonly kind: 'diagram'; readonly version: number; readonly diagram: Diagram }
  | { readonly kind: 'message'; readonly message: string };

export interface ElementsParams extends UriParams {
  readonly position: Position;
}

/** What of the picture the text there is about; indices into `Diagram`. */
export interface ElementsAnswer {
  readonly vertices: readonly number[];
  readonly links: readonly number[];
}

/** The text that writes a fault as a partition, and where its name stands afterwards; or why it can't be written. */
export type PartitionAnswer =
  | {
      readonly kind: 'edit';
      readonly version: number;
      readonly at: Position;
      readonly text: string /** Offset and length of the name in `text`. */;
      readonly nameAt: number;
      readonly nameLength: number;
    }
  | { readonly kind: 'message'; readonly message: string };

export interface TimelineQuery extends UriParams {
  readonly target: TimelineTarget;
}

/** One run, and what else can be asked for. */
export interface Timeline {
  /** Everything that can be asked about, with a title for eyes: names stay as they are. */
  readonly requests: readonly { readonly title: string; readonly target: TimelineTarget }[];
  /** The healthy network, named partitions, then the smallest causes of anything bad as far as they are known. */
  readonly causes: readonly { readonly title: string; readonly fault: PickedFault }[];
  /** What can happen to the request under the fault, worst first. */
  readonly outcomes: readonly { readonly title: string; readonly outcome: PickedOutcome }[];
  /** What is shown: all of it is filled in. What is not in the design any more has been left out. */
  readonly target: Required<Pick<TimelineTarget, 'operation' | 'client' | 'fault'>> & Pick<TimelineTarget, 'outcome'>;
  /** "save from app under partition alone: lost" */
  readonly title: string;
  readonly scene: Scene;
  /** Style sheet of the scene. */
  readonly style: string;
  /**
   * In the order of the scene's steps: a sentence each, and what it is about in the text; what is not written anywhere
   * has no range.
   */
  readonly steps: readonly { readonly label: string; readonly range: Place | null; readonly isHarm: boolean }[];
  /** The same in words. */
  readonly report: Report;
  readonly ranges: readonly (readonly (Place | null)[])[];
}

export type TimelineAnswer =
  | { readonly kind: 'timeline'; readonly version: number; readonly timeline: Timeline }
  | { readonly kind: 'message'; readonly message: string };

/**
 * What a timeline can be asked about, in order of declaration, with the worst that was found for each; or why there is
 * nothing.
 */
export type TimelineChoicesAnswer =
  | {
      readonly kind: 'choices';
      readonly choices: readonly {
        readonly title: string;
        readonly target: TimelineTarget /** "lost when db1–db2 is cut" */;
        readonly worst: string;
      }[];
    }
  | { readonly kind: 'message'; readonly message: string };

export type PictureFormat = 'svg' | 'png';

/**
 * Which picture a file is made of. The pixels of a PNG are made by the page: it gets an SVG whose colours depend on
 * nothing.
 */
export interface PictureQuery {
  readonly of:
    | { readonly kind: 'diagram'; readonly query: DiagramQuery }
    | { readonly kind: 'timeline'; readonly query: TimelineQuery };
  readonly format: PictureFormat;
}

/** Width and height in pixels of the screen. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export type PictureAnswer =
  | ({ readonly kind: 'picture' } & Picture)
  | { readonly kind: 'message'; readonly message: string };

/** Page → extension host, where a picture is to become a file. */
export type FromPicture =
  | { readonly type: 'export'; readonly format: PictureFormat }
  /** In base 64. */
  | { readonly type: 'png'; readonly data: string };

/** Requests of the client; `workDoneToken` and cancellation as in LSP. */
export const Requests = {
  /** UriParams → Choices */
  choices: 'netsplit/choices',
  /** ReportQuery → ReportAnswer. Waits until the document's newest version is analysed. */
  report: 'netsplit/report',
  /** DiagramQuery → DiagramAnswer. Waits for nothing: known from the text alone, but for `causes`. */
  diagram: 'netsplit/diagram',
  /** ElementsParams → ElementsAnswer */
  elementsAt: 'netsplit/elementsAt',
  /** DiagramQuery → PartitionAnswer */
  writePartition: 'netsplit/writePartition',
  /** TimelineQuery → TimelineAnswer. Waits for the analysis where the target leaves it to that what is shown. */
  timeline: 'netsplit/timeline',
  /** PictureQuery → PictureAnswer. Waits for nothing. */
  picture: 'netsplit/picture',
  /** UriParams → TimelineChoicesAnswer. Waits until the document's newest version is analysed. */
  timelineChoices: 'netsplit/timelineChoices',
  /** ExpectationRunParams → ExpectationRunAnswer. Waits for nothing. */
  expectationRun: 'netsplit/expectationRun',
} as const;

/** What an editor hands out of a file; `why` is the end of a sentence. */
export type FileAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** The designs below a folder, relative to it, and whether these are all. */
export interface DesignsAnswer {
  readonly paths: readonly string[];
  readonly isAll: boolean;
}

/**
 * Requests of the server, to a client that has `files: true` among its initialization options: about files that are on
 * no disk of the server's.
 */
export const ServerRequests = {
  /** UriParams → FileAnswer */
  readFile: 'netsplit/readFile',
  /** UriParams, of a folder → DesignsAnswer */
  listDesigns: 'netsplit/listDesigns',
} as const;

/** Notifications of the server. */
export const Notifications = {
  /** { uri, version }: results of this version are out. */
  analysed: 'netsplit/analysed',
  /** StatusParams, at each version and when its results are out. */
  status: 'netsplit/status',
  /** ExpectationsParams, at each version and when its results are out. */
  expectations: 'netsplit/expectations',
} as const;

export interface ExpectationRunParams extends UriParams {
  readonly id: string;
}

/**
 * How an expectation comes to fail, in the order in which it happens; empty where it does not, or where no run was
 * found.
 */
export type ExpectationRunAnswer = readonly { readonly label: string; readonly place: Place | null }[];

/** The tests of a design. */
export interface ExpectationsParams extends UriParams {
  readonly version: number;
  readonly expectations: readonly ExpectationTest[];
}

/** Texts are plain, on one line. */
export interface ExpectationTest {
  /** The same while the expectation is written the same. */
  readonly id: string;
  readonly label: string;
  readonly range: Range;
  readonly status: 'holds' | 'fails' | 'not known' | 'pending';
  /** What happens instead, or why it is not known. */
  readonly actual: string;
  readonly bound: string;
}

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly state: 'analysing' | 'analysed' | 'failed';
  /** What was looked at, as plain text; empty where nothing was, or is not yet. */
  readonly looked: string;
}

export interface AnalysedParams {
  readonly uri: string;
  readonly version: number;
}

/**
 * Commands of the extension that lenses, hints and links of hovers run, with a `CommandTarget`. They show something and
 * change nothing.
 */
export const ClientCommands = {
  explain: 'netsplit.explainOperationAtCursor',
  simulatePartition: 'netsplit.simulatePartition',
  simulateAll: 'netsplit.simulateAllPartitions',
  checkExpectations: 'netsplit.checkExpectations',
  showTimeline: 'netsplit.showTimeline',
  openDiagram: 'netsplit.openDiagram',
} as const;

/** What a command is about where that is not what the active editor shows. */
export interface CommandTarget extends UriParams {
  /** Of an operation. */
  readonly position?: Position;
  /** The name of one. */
  readonly partition?: string;
  /** What a timeline is to show. */
  readonly timeline?: TimelineTarget;
}

/** Extension host → report panel. */
export type ToPanel =
  | {
      readonly type: 'report';
      readonly query: ReportQuery;
      readonly report: Report;
      readonly ranges: readonly (readonly (Place | null)[])[];
      readonly runs: Runs;
    }
  | { readonly type: 'message'; readonly query: ReportQuery; readonly message: string }
  /** What is shown may be out of date until that is there, which is said in a sentence. */
  | { readonly type: 'pending'; readonly waitingFor: string };

/** What a report panel keeps, and gets back after the window was loaded again. */
export interface ReportState {
  readonly query: ReportQuery;
}

/** Report panel → extension host. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly range: Place }
  | { readonly type: 'timeline'; readonly target: TimelineTarget };

/** Extension host → diagram panel. */
export type ToDiagram =
  | { readonly type: 'diagram'; readonly uri: string; readonly diagram: Diagram }
  | { readonly type: 'message'; readonly message: string }
  /** What is shown may be out of date until that is there, which is said in a sentence. */
  | { readonly type: 'pending'; readonly waitingFor: string }
  /** The cursor is on these. */
  | ({ readonly type: 'cursor' } & ElementsAnswer)
  /** To be answered with its pixels. */
  | ({ readonly type: 'rasterise' } & Picture);

/** Diagram panel → extension host. */
export type FromDiagram =
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly fault: PickedFault; readonly selection?: PickedSelection }
  | { readonly type: 'write' }
  | { readonly type: 'reveal'; readonly range: Place }
  | { readonly type: 'timeline'; readonly target: TimelineTarget }
  | FromPicture;

/** What a diagram panel keeps, and gets back after the window was loaded again. */
export interface DiagramState {
  readonly uri: string;
  readonly fault: PickedFault;
  readonly selection?: PickedSelection;
}

/** The first message to a language server that is a web worker, before those of LSP. */
export interface WebServerStart {
  /** The address of the script that its analysis worker runs; of the same origin as its own. */
  readonly analysisWorker: string;
}

/** Extension host → timeline panel. */
export type ToTimeline =
  | { readonly type: 'timeline'; readonly uri: string; readonly timeline: Timeline }
  | { readonly type: 'message'; readonly message: string }
  /** What is shown may be out of date until that is there, which is said in a sentence. */
  | { readonly type: 'pending'; readonly waitingFor: string }
  /** To be answered with its pixels. */
  | ({ readonly type: 'rasterise' } & Picture);

/** Timeline panel → extension host. */
export type FromTimeline =
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly target: TimelineTarget }
  /** `point`: in an editor that shows the file; `show`: opens one, and leaves the focus; `go`: goes there. */
  | { readonly type: 'reveal'; readonly range: Place; readonly how: 'point' | 'show' | 'go' }
  | FromPicture;

/** What a timeline panel keeps, and gets back after the window was loaded again. */
export interface TimelineState {
  readonly uri: string;
  readonly target: TimelineTarget;
}
