import type { Report } from '../../core/src/render/reports/document.js';
import type { FaultRequest } from './fault.js';
import type { Message, Place, Position } from './place.js';
import type { TimelineTarget } from './timeline.js';

/** What makes another design of a text. */
export interface TextChange {
  readonly range: Place;
  readonly text: string;
}

/** Same shape as a report's sections: what makes the design of which a section tells. */
export type Changes = readonly (readonly TextChange[] | null)[];

/** Same shape as a report's cells: section, row, cell → the run that it speaks of. */
export type Runs = readonly (readonly (readonly (TimelineTarget | null)[])[])[];

/** A report about one document. */
export type ReportAnswer =
  | {
      readonly kind: 'report';
      readonly version: number;
      readonly report: Report;
      /** Same shape as the report's rows: section, row → range. */
      readonly ranges: readonly (readonly (Place | null)[])[];
      readonly runs: Runs;
      readonly changes: Changes;
    }
  | Message;

/** A design as it was: what the present text is compared with. `name`: "bank.cap as it was saved". */
export interface EarlierText {
  readonly name: string;
  readonly text: string;
}

/** A recorded history, as JSON lines or EDN, and the JSON that says what its names mean. */
export interface HistoryText {
  readonly name: string;
  readonly text: string;
  readonly names?: string;
}

/** What a report panel shows and asks for again when its document was analysed anew. */
export type ReportQuery =
  | { readonly kind: 'partition'; readonly uri: string; readonly fault: FaultRequest }
  | { readonly kind: 'all'; readonly uri: string }
  | { readonly kind: 'expectations'; readonly uri: string }
  | { readonly kind: 'compare'; readonly uri: string; readonly before: EarlierText }
  | { readonly kind: 'observe'; readonly uri: string; readonly fault: FaultRequest; readonly history: HistoryText }
  | { readonly kind: 'explain'; readonly uri: string; readonly position: Position }
  | {
      readonly kind: 'advise';
      readonly uri: string;
      /** By its name; absent: all of them. */
      readonly operation?: string;
      /** How many may be added. */
      readonly replicas: number;
      readonly links: number;
    };
