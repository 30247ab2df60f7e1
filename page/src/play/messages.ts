import type {
  Completion,
  Elements,
  Hover,
  PanelReport,
  PickedFault,
  DiagramTarget,
  TimelineTarget,
  WrittenPartition,
} from '#core';
import type { Place as Range, ToDiagram } from '#protocol';
import type { DesignData } from '../design.js';
import type { ShownRun } from '../runDialog.js';

// What the page of the playground and its worker tell each other. Offsets are in the design's own file.

/** Page → worker. */
export type ToWorker =
  | { readonly type: 'design'; readonly version: number; readonly files: DesignData['files'] }
  | {
      [Kind in keyof Asks]: {
        readonly type: 'ask';
        readonly id: number;
        readonly kind: Kind;
        readonly of: Asks[Kind][0];
      };
    }[keyof Asks];

/** Worker → page. */
export type FromWorker =
  | ({ readonly type: 'facts'; readonly version: number } & Facts)
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown };

/** What can be asked about the newest text, and what is answered. */
export interface Asks {
  readonly diagram: readonly [of: DiagramTarget, answer: ToDiagram];
  readonly elements: readonly [of: number, answer: Elements];
  readonly run: readonly [of: TimelineTarget, answer: ShownRun | string];
  readonly complete: readonly [of: number, answer: readonly Completion[]];
  readonly hover: readonly [of: number, answer: Hover | undefined];
  readonly write: readonly [of: PickedFault, answer: WrittenPartition];
  readonly picture: readonly [of: DiagramTarget, answer: { svg: string; width: number; height: number }];
}

/** What is known about one version of the text. It is told twice: without results, and with them. */
export interface Facts {
  readonly tokens: readonly { readonly from: number; readonly to: number; readonly type: string }[];
  readonly problems: readonly Problem[];
  /** What every fault does; a sentence where that is not listed. Undefined: not known yet. */
  readonly faults: PanelReport<Range> | string | undefined;
}

/** A diagnostic, with what an editor may do about it. */
export interface Problem {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly code: string;
  readonly message: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly { readonly from: number; readonly to: number; readonly insert: string }[];
  }[];
}
