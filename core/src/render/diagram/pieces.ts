import type { LinkImportance } from '../../engine/importance.js';
import type { ReplicaState } from '../../engine/replicas.js';
import type { Model, VertexId } from '../../model/model.js';
import { visible } from '../print/visible.js';
import type { Broken } from './broken.js';
import type { Layout } from './layout.js';
import type { ShownVerdict } from './requests.js';
import type { Box, Part, Point, Shape } from './scene.js';
import type { Selection } from './selection.js';

/** The design, its layout, and the fault and selection that are shown. */
export interface View {
  readonly model: Model;
  readonly layout: Layout;
  readonly broken: Broken;
  readonly selection: Selection | undefined;
  /** What becomes of each operation, by its client; undefined: it is not shown. */
  readonly verdicts: ReadonlyMap<VertexId, ReadonlyMap<number, ShownVerdict>> | undefined;
  /** What became of the copies, by their machine and store; undefined: it is not shown. */
  readonly replicas: ReadonlyMap<VertexId, ReadonlyMap<number, ReplicaState>> | undefined;
  /** How much of the time without an answer is owed to a link. */
  readonly importance: LinkImportance;
  /** The vertices that are pointed out; undefined: none. */
  readonly taking: ReadonlySet<VertexId> | undefined;
}

/** One thing in the picture: `says` are the parts of the sentence that a screen reader reads. */
export function part(
  { kind, index, states }: Pick<Part, 'kind' | 'index' | 'states'>,
  says: readonly string[],
  shapes: readonly Shape[],
): Part {
  return { kind, index, states, label: `${says.filter((one) => one !== '').join(', ')}.`, shapes };
}

export function text(
  look: string,
  anchor: 'start' | 'middle' | 'end',
  at: Point,
  content: { readonly text: string; readonly full?: string },
): Shape {
  return { kind: 'text', look, anchor, ...at, ...content };
}

export function fullName(model: Model, vertex: VertexId): string {
  return visible(model.vertices[vertex]?.name ?? '?');
}

export function crossOut({ x, y, width, height }: Box): Shape[] {
  return [
    {
      kind: 'line',
      look: 'stop',
      points: [
        { x, y },
        { x: x + width, y: y + height },
      ],
    },
    {
      kind: 'line',
      look: 'stop',
      points: [
        { x: x + width, y },
        { x, y: y + height },
      ],
    },
  ];
}
