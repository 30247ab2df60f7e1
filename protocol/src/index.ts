// The messages between client, server and webview that LSP does not have. Nothing but types and method names: an import
// of this brings no code of the analysis along. Positions are LSP's: line and character from 0, UTF-16.

import type { Position, UriParams } from './place.js';
import type { TimelineTarget } from './timeline.js';

export type { Cell, Report, Row, Section, Table } from '../../core/src/render/reports/document.js';
export type { Part, Scene, Shape } from '../../core/src/render/diagram/scene.js';
export type {
  Diagram,
  DiagramAnswer,
  DiagramQuery,
  ElementsAnswer,
  ElementsParams,
  PartitionAnswer,
  PickedSelection,
} from './diagram.js';
export type {
  ExpectationRunAnswer,
  ExpectationRunParams,
  ExpectationTest,
  ExpectationsParams,
} from './expectations.js';
export type { Choices, FaultRequest, LinkChoice, PickedFault } from './fault.js';
export type { FenceAnswer, FenceParams } from './fence.js';
export type { DesignsAnswer, FileAnswer } from './files.js';
export type {
  DiagramState,
  FromDiagram,
  FromPanel,
  FromTimeline,
  Pending,
  Rasterise,
  ReportState,
  TimelineState,
  ToDiagram,
  ToPanel,
  ToTimeline,
} from './pages.js';
export type { DocumentAnswer, DocumentFormat, DocumentQuery } from './document.js';
export type { FromPicture, Picture, PictureAnswer, PictureFormat, PictureQuery } from './picture.js';
export type { Message, Place, Position, Range, UriParams } from './place.js';
export type { Changes, EarlierText, HistoryText, ReportAnswer, ReportQuery, Runs, TextChange } from './report.js';
export type {
  PickedOutcome,
  Play,
  Timeline,
  TimelineAnswer,
  TimelineChoicesAnswer,
  TimelineQuery,
  TimelineTarget,
} from './timeline.js';

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
  /** TimelineQuery → TimelineAnswer. Waits for the analysis where the target leaves something open. */
  timeline: 'netsplit/timeline',
  /** PictureQuery → PictureAnswer. Waits for nothing. */
  picture: 'netsplit/picture',
  /** DocumentQuery → DocumentAnswer. Waits until the document's newest version is analysed. */
  document: 'netsplit/document',
  /** UriParams → TimelineChoicesAnswer. Waits until the document's newest version is analysed. */
  timelineChoices: 'netsplit/timelineChoices',
  /** ExpectationRunParams → ExpectationRunAnswer. Waits for nothing. */
  expectationRun: 'netsplit/expectationRun',
  /** FenceParams → FenceAnswer. About no open document; waits for included files alone. */
  fence: 'netsplit/fence',
} as const;

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

export interface AnalysedParams {
  readonly uri: string;
  readonly version: number;
}

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly state: 'analysing' | 'analysed' | 'failed';
  /** What was looked at, as plain text; empty where nothing was, or is not yet. */
  readonly looked: string;
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
  newDesign: 'netsplit.newDesignFromSample',
} as const;

/** The subject of a command that is not about the active editor. */
export interface CommandTarget extends UriParams {
  /** Of an operation. */
  readonly position?: Position;
  /** The name of one. */
  readonly partition?: string;
  /** What a timeline is to show. */
  readonly timeline?: TimelineTarget;
  /** The address of a recorded history. */
  readonly history?: string;
}

/** The first message to a language server that is a web worker, before those of LSP. */
export interface WebServerStart {
  /** The address of its own script, which its analysis worker runs, too. */
  readonly script: string;
}
