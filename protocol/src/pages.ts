import type { Report } from '../../core/src/render/reports/document.js';
import type { Diagram, ElementsAnswer, PickedSelection } from './diagram.js';
import type { PickedFault } from './fault.js';
import type { FromPicture, Picture } from './picture.js';
import type { Place } from './place.js';
import type { Changes, ReportQuery, Runs, TextChange } from './report.js';
import type { Timeline, TimelineTarget } from './timeline.js';

/** The content may be out of date. `waitingFor` is a sentence that says why. */
export interface Pending {
  readonly type: 'pending';
  readonly waitingFor: string;
}

/** The page answers with the pixels of this picture. */
export interface Rasterise extends Picture {
  readonly type: 'rasterise';
}

/** Extension host → report panel. */
export type ToPanel =
  | {
      readonly type: 'report';
      readonly query: ReportQuery;
      readonly report: Report;
      readonly ranges: readonly (readonly (Place | null)[])[];
      readonly runs: Runs;
      readonly changes: Changes;
      /** Of the text that the report and its changes are about. */
      readonly version: number;
    }
  | { readonly type: 'message'; readonly query: ReportQuery; readonly message: string }
  | Pending;

/** The state that a report panel keeps, and gets back after the window was reloaded. */
export interface ReportState {
  readonly query: ReportQuery;
}

/** Report panel → extension host. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly range: Place }
  | { readonly type: 'timeline'; readonly target: TimelineTarget }
  | { readonly type: 'apply'; readonly changes: readonly TextChange[]; readonly version: number };

/** Extension host → diagram panel. */
export type ToDiagram =
  | { readonly type: 'diagram'; readonly uri: string; readonly diagram: Diagram }
  | { readonly type: 'message'; readonly message: string }
  | Pending
  /** The cursor is on these. */
  | ({ readonly type: 'cursor' } & ElementsAnswer)
  | Rasterise;

/** Diagram panel → extension host. */
export type FromDiagram =
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly fault: PickedFault; readonly selection?: PickedSelection }
  | { readonly type: 'write' }
  | { readonly type: 'reveal'; readonly range: Place }
  | { readonly type: 'timeline'; readonly target: TimelineTarget }
  | FromPicture;

/** The state that a diagram panel keeps, and gets back after the window was reloaded. */
export interface DiagramState {
  readonly uri: string;
  readonly fault: PickedFault;
  readonly selection?: PickedSelection;
}

/** Extension host → timeline panel. */
export type ToTimeline =
  | { readonly type: 'timeline'; readonly uri: string; readonly timeline: Timeline }
  | { readonly type: 'message'; readonly message: string }
  | Pending
  | Rasterise;

/** Timeline panel → extension host. */
export type FromTimeline =
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly target: TimelineTarget }
  /** `point`: in an editor that shows the file; `show`: opens one, and leaves the focus; `go`: goes there. */
  | { readonly type: 'reveal'; readonly range: Place; readonly how: 'point' | 'show' | 'go' }
  | FromPicture;

/** The state that a timeline panel keeps, and gets back after the window was reloaded. */
export interface TimelineState {
  readonly uri: string;
  readonly target: TimelineTarget;
}
