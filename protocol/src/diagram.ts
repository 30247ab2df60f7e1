import type { Scene } from '../../core/src/render/diagram/scene.js';
import type { Report } from '../../core/src/render/reports/document.js';
import type { PickedFault } from './fault.js';
import type { Message, Place, Position, UriParams } from './place.js';
import type { Runs } from './report.js';

/** What is pointed out: who takes part in the store or operation of this name, or who is in the zone. */
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
  /** As it is in the present text: parts that are no longer there have been left out. */
  readonly fault: PickedFault;
  readonly selection?: PickedSelection;
  /** By which id a link is picked, and where it stands in the text; a part without a declaration has no range. */
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

export type DiagramAnswer = { readonly kind: 'diagram'; readonly version: number; readonly diagram: Diagram } | Message;

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
      readonly text: string;
      /** Offset and length of the name in `text`. */
      readonly nameAt: number;
      readonly nameLength: number;
    }
  | Message;
