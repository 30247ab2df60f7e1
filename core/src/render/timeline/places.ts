import type { Model, VertexId } from '../../model/model.js';
import type { TraceStep } from '../../simulate/trace.js';
import { cut, NAME_COLUMN, pixels } from '../diagram/measure.js';
import { wrap } from '../print/text.js';
import { visible, width as columnsOf } from '../print/visible.js';
import { sentenceOf } from '../reports/witness.js';
import { vertexName } from '../words/names.js';
import type { Timeline } from './timeline.js';

/** Where the lanes, rows and sentences of a timeline stand. */

/** Room on the left for "breaks", "noticed" and "heals". */
export const MARGIN = 64;
export const TOP = 12;
export const HEAD_HEIGHT = 28;
export const HEAD_COLUMNS = 16;
const LEAST_ROOM = 76;
export const LINE_HEIGHT = 17;
export const ROW_PADDING = 15;
const LEAST_ROW = 36;
export const NUMBER_WIDTH = 36;

export interface Lane {
  readonly vertex: VertexId;
  /** The position of its line, in the middle of its room. */
  readonly x: number;
  readonly room: number;
}

interface RowPlace {
  readonly top: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** The places of everything that is drawn. */
export interface Places {
  readonly lanes: readonly Lane[];
  /** Where the last lane ends. */
  readonly right: number;
  readonly rows: readonly RowPlace[];
  readonly textX: number;
  /** The width of the sentences, and in columns of text. */
  readonly textWidth: number;
  readonly textColumns: number;
  readonly width: number;
  readonly bottom: number;
}

/** Narrower sentences would be a word a line. */
const LEAST_COLUMNS = 20;

/** `width`: of all lanes and sentences; the sentences have what the lanes leave, but never too little to be read. */
export function placesOf(
  model: Model,
  { subject, steps }: Timeline,
  { mostColumns, width = Infinity }: { readonly mostColumns: number; readonly width?: number | undefined },
): Places {
  const lanes: Lane[] = [];
  let right = MARGIN;
  for (const vertex of lanesOf(model, subject.client, steps)) {
    const room = Math.max(LEAST_ROOM, pixels(cut(vertexName(model, vertex), HEAD_COLUMNS).text, NAME_COLUMN) + 34);
    lanes.push({ vertex, x: right + room / 2, room });
    right += room;
  }
  const left = Math.floor((width - right - 12 - 2 * NUMBER_WIDTH) / NAME_COLUMN);
  const textColumns = Math.min(mostColumns, Math.max(LEAST_COLUMNS, left));
  const rows: RowPlace[] = [];
  let y = TOP + HEAD_HEIGHT + 12;
  for (const step of steps) {
    const lines = textBlock([`${sentenceOf(step)}.`], textColumns);
    const height = Math.max(LEAST_ROW, lines.length * LINE_HEIGHT + ROW_PADDING);
    rows.push({ top: y, height, lines });
    y += height;
  }
  const textX = (lanes.length === 0 ? 24 : right + 12) + (lanes.length === 0 ? 0 : NUMBER_WIDTH);
  const textWidth = Math.ceil(textColumns * NAME_COLUMN);
  return {
    lanes,
    right,
    rows,
    textX,
    textWidth,
    textColumns,
    width: textX + textWidth + NUMBER_WIDTH,
    bottom: lanes.length === 0 ? TOP : y,
  };
}

/** The vertices that take part: the client of the question, other clients, then machines, in order of declaration. */
function lanesOf(model: Model, client: VertexId, steps: readonly TraceStep[]): VertexId[] {
  if (steps.length === 0) return [];
  const taking = new Set(
    steps.flatMap((step) => (step.kind === 'message' ? [step.from, step.to] : step.kind === 'event' ? [step.at] : [])),
  );
  const others = model.vertices.flatMap((vertex, id) =>
    id !== client && taking.has(id) ? [{ id, isClient: vertex.kind === 'client' }] : [],
  );
  return [
    client,
    ...others.filter(({ isClient }) => isClient).map(({ id }) => id),
    ...others.filter(({ isClient }) => !isClient).map(({ id }) => id),
  ];
}

/** Lines of at most `columns` columns; a longer word, such as a long name, is broken. */
export function textBlock(paragraphs: readonly string[], columns: number): string[] {
  return paragraphs.flatMap((paragraph) =>
    wrap(
      visible(paragraph)
        .split(' ')
        .map((word) => broken(word, columns))
        .join(' '),
      columns,
    ),
  );
}

function broken(word: string, columns: number): string {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (columnsOf(piece) + columnsOf(character) > columns) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece].join(' ');
}
