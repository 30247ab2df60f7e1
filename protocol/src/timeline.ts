import type { Part, Scene } from '../../core/src/render/diagram/scene.js';
import type { Report } from '../../core/src/render/reports/document.js';
import type { PickedFault } from './fault.js';
import type { Message, Place, UriParams } from './place.js';

/** The run that a timeline shows, by name, so that it stays the same while the file is edited. */
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

export interface TimelineQuery extends UriParams {
  readonly target: TimelineTarget;
}

/** A run on the picture of the design: for each step the scene of its phase, and what is drawn over it. */
export interface Play {
  readonly scenes: Readonly<Record<string, Scene>>;
  readonly frames: readonly { readonly phase: string; readonly parts: readonly Part[] }[];
}

/** One run, and what else can be asked for. */
export interface Timeline {
  /** Everything that can be asked about, with a title for eyes: names stay as they are. */
  readonly requests: readonly { readonly title: string; readonly target: TimelineTarget }[];
  /** The healthy network, named partitions, then the smallest causes of anything bad as far as they are known. */
  readonly causes: readonly { readonly title: string; readonly fault: PickedFault }[];
  /** What can happen to the request under the fault, worst first. */
  readonly outcomes: readonly { readonly title: string; readonly outcome: PickedOutcome }[];
  /** What is shown: all of it is filled in. Parts that are not in the design any more have been left out. */
  readonly target: Required<Pick<TimelineTarget, 'operation' | 'client' | 'fault'>> & Pick<TimelineTarget, 'outcome'>;
  /** "save from app under partition alone: lost" */
  readonly title: string;
  readonly scene: Scene;
  /** The same run on the picture of the design, in the order of the steps. */
  readonly play: Play;
  /** Style sheet of the scene. */
  readonly style: string;
  /**
   * In the order of the scene's steps: a sentence each, and what it is about in the text; a step without a place in the
   * text has no range.
   */
  readonly steps: readonly { readonly label: string; readonly range: Place | null; readonly isHarm: boolean }[];
  /** The same in words. */
  readonly report: Report;
  readonly ranges: readonly (readonly (Place | null)[])[];
}

export type TimelineAnswer =
  | { readonly kind: 'timeline'; readonly version: number; readonly timeline: Timeline }
  | Message;

/**
 * The requests that a timeline can show, in order of declaration, with the worst that one fault does to each, else the
 * worst that was found; or why there is nothing.
 */
export type TimelineChoicesAnswer =
  | {
      readonly kind: 'choices';
      readonly choices: readonly {
        readonly title: string;
        readonly target: TimelineTarget;
        /** "lost when db1–db2 is cut" */
        readonly worst: string;
      }[];
    }
  | Message;
