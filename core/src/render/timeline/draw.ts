import type { Model, VertexId } from '../../model/model.js';
import type { TraceStep } from '../../simulate/trace.js';
import { brokenBy, isStopped } from '../diagram/broken.js';
import { cut, NAME_COLUMN, pixels } from '../diagram/measure.js';
import type { Part, PartState, Point, Scene, Shape } from '../diagram/scene.js';
import { wrap } from '../print/text.js';
import { visible, width as columnsOf } from '../print/visible.js';
import { sentenceOf } from '../reports/witness.js';
import { count } from '../words/sentence.js';
import { vertexName } from '../words/names.js';
import { phaseText } from './report.js';
import type { Timeline } from './timeline.js';

/** Room on the left for "breaks", "noticed" and "heals". */
const MARGIN = 76;
const TOP = 12;
const HEAD_HEIGHT = 28;
const HEAD_COLUMNS = 16;
const LEAST_ROOM = 76;
const LINE_HEIGHT = 17;
const ROW_PADDING = 15;
const LEAST_ROW = 36;
const TEXT_COLUMNS = 60;
const NUMBER_WIDTH = 36;
/** How much lower an arrow ends than it begins: time passes between sending and receiving. */
const FALL = 10;

export interface TimelineOptions {
  /** Room for the sentences, in columns of text; without it, 60. */
  readonly textColumns?: number;
}

interface Lane {
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
interface Places {
  readonly lanes: readonly Lane[];
  /** Where the last lane ends. */
  readonly right: number;
  readonly rows: readonly RowPlace[];
  readonly textX: number;
  /** The width of the sentences. */
  readonly textWidth: number;
  readonly width: number;
  readonly bottom: number;
}

/**
 * The run of a timeline as a space-time diagram: a lane for each client and machine that takes part, time goes
 * downwards, one row for each step with its sentence beside the lanes. The same input gives the same picture to the
 * last byte.
 */
export function drawTimeline(
  model: Model,
  timeline: Timeline,
  { textColumns = TEXT_COLUMNS }: TimelineOptions = {},
): Scene {
  const { steps, title, conclusion, notFound } = timeline;
  const description = visible(`Timeline of ${title}. ${notFound ?? `${count(steps.length, 'step')}.`}`);
  const places = placesOf(model, timeline, textColumns);
  const end = textBlock([...(notFound === undefined ? [] : [notFound]), `In the end: ${conclusion}.`], textColumns);
  const boxWidth = places.textWidth + NUMBER_WIDTH;
  const endBox = {
    x: places.textX - 10,
    y: places.bottom + 8,
    width: boxWidth,
    height: end.length * LINE_HEIGHT + ROW_PADDING,
  };
  const conclusionPart: Part = {
    kind: 'conclusion',
    index: 0,
    states: [],
    label: visible(`In the end: ${conclusion}.`),
    shapes: [
      { kind: 'box', look: 'conclusion-box', radius: 6, ...endBox },
      ...end.map((line, i) =>
        text(
          'timeline-text timeline-strong',
          'start',
          { x: places.textX, y: endBox.y + ROW_PADDING / 2 + (i + 0.5) * LINE_HEIGHT },
          line,
        ),
      ),
    ],
  };
  return {
    width: places.width,
    height: endBox.y + endBox.height + 16,
    description,
    parts: [
      ...band(timeline, places),
      ...places.lanes.map((lane) => drawLane(model, timeline, places, lane)),
      ...steps.map((step, i) => drawStep(timeline, places, step, i)),
      conclusionPart,
    ],
  };
}

function placesOf(model: Model, { subject, steps }: Timeline, textColumns: number): Places {
  const lanes: Lane[] = [];
  let right = MARGIN;
  for (const vertex of lanesOf(model, subject.client, steps)) {
    const room = Math.max(LEAST_ROOM, pixels(cut(vertexName(model, vertex), HEAD_COLUMNS).text, NAME_COLUMN) + 44);
    lanes.push({ vertex, x: right + room / 2, room });
    right += room;
  }
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
function textBlock(paragraphs: readonly string[], columns: number): string[] {
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

/**
 * The band from the break to the heal, or to the end of the run; and the moment at which all replicas have noticed the
 * break.
 */
function band({ steps }: Timeline, { rows, right, bottom }: Places): Part[] {
  const breaks = rows[steps.findIndex(({ phase }) => phase === 'detecting' || phase === 'settled')];
  if (breaks === undefined) return [];
  const healStep = steps.find(({ phase }) => phase === 'healed');
  const heals = healStep === undefined ? undefined : rows[steps.indexOf(healStep)];
  const noticed = rows[steps.findIndex(({ phase }) => phase === 'settled')];
  const from = breaks.top + breaks.height / 2;
  // A run without writes has no step for the heal: the heal is drawn before the steps that follow from it.
  const to = heals === undefined ? bottom : heals.top + (healStep?.kind === 'network' ? heals.height / 2 : 0);
  const across = (look: string, y: number, name: string, nameY = y): Shape[] => [
    {
      kind: 'line',
      look,
      points: [
        { x: MARGIN, y },
        { x: right, y },
      ],
    },
    text('timeline-small', 'end', { x: MARGIN - 8, y: nameY }, name),
  ];
  return [
    {
      kind: 'band',
      index: 0,
      states: [],
      label:
        heals === undefined
          ? 'The network is broken until the end of the run.'
          : 'The network is broken until it heals.',
      shapes: [
        { kind: 'box', look: 'band-area', radius: 0, x: MARGIN, y: from, width: right - MARGIN, height: to - from },
        ...across('band-edge', from, 'breaks'),
        ...(heals === undefined ? [] : across('band-edge', to, 'heals')),
      ],
    },
    ...(noticed === undefined || noticed === breaks
      ? []
      : [
          {
            kind: 'noticed' as const,
            index: 0,
            states: [],
            label: 'From here on, everybody has noticed the break.',
            shapes: across('band-noticed', noticed.top, 'noticed', noticed.top + 10),
          },
        ]),
  ];
}

function drawLane(model: Model, timeline: Timeline, { bottom, rows }: Places, { vertex, x, room }: Lane): Part {
  const { subject, steps } = timeline;
  const kind = model.vertices[vertex]?.kind === 'client' ? 'client' : 'node';
  const stopped = isStopped(model, brokenBy(model, subject.cause), vertex);
  const top = TOP + HEAD_HEIGHT;
  const breaks = rows[steps.findIndex(({ phase }) => phase !== 'healthy')]?.top ?? bottom;
  const heals = rows[steps.findIndex(({ phase }) => phase === 'healed')]?.top ?? bottom;
  const line = (look: string, from: number, to: number): Shape[] =>
    to > from
      ? [
          {
            kind: 'line',
            look,
            points: [
              { x, y: from },
              { x, y: to },
            ],
          },
        ]
      : [];
  const boxWidth = room - 16;
  return {
    kind: 'lane',
    index: vertex,
    states: stopped ? ['stopped'] : [],
    label: visible(
      `${kind === 'client' ? 'Client' : 'Node'} ` +
        `${vertexName(model, vertex)}${stopped ? ', stopped by the fault' : ''}.`,
    ),
    shapes: [
      ...(stopped
        ? [
            ...line('lane-line', top, breaks),
            ...line('lane-line lane-stopped', breaks, heals),
            ...line('lane-line', heals, bottom),
          ]
        : line('lane-line', top, bottom)),
      {
        kind: 'box',
        look: `head-${kind}`,
        radius: kind === 'client' ? HEAD_HEIGHT / 2 : 4,
        x: x - boxWidth / 2,
        y: TOP,
        width: boxWidth,
        height: HEAD_HEIGHT,
      },
      {
        ...text('timeline-strong', 'middle', { x, y: TOP + HEAD_HEIGHT / 2 }, ''),
        ...cut(vertexName(model, vertex), HEAD_COLUMNS),
      },
    ],
  };
}

function drawStep({ steps, harm }: Timeline, places: Places, step: TraceStep, index: number): Part {
  const { rows, textX, width, lanes } = places;
  const row = rows[index] ?? { top: 0, height: 0, lines: [] };
  const y = row.top + row.height / 2;
  const isHarm = harm.includes(index);
  const at = (vertex: VertexId): number => lanes.find((lane) => lane.vertex === vertex)?.x ?? MARGIN;
  const states: PartState[] = [
    ...(step.kind === 'message' && !step.arrives ? (['lost'] as const) : []),
    ...(isHarm ? (['harm'] as const) : []),
  ];
  const firstLine = y - ((row.lines.length - 1) * LINE_HEIGHT) / 2;
  const shapes: Shape[] = [
    { kind: 'box', look: 'row-back', radius: 4, x: 4, y: row.top + 1, width: width - 8, height: row.height - 2 },
    ...signs(step, at, y, isHarm),
    text('timeline-small', 'end', { x: textX - 8, y: firstLine }, String(index + 1)),
    ...row.lines.map((line, i) => text('timeline-text', 'start', { x: textX, y: firstLine + i * LINE_HEIGHT }, line)),
  ];
  return part(
    { kind: 'step', index, states },
    `Step ${index + 1} of ${steps.length}, ${phaseText(step.phase)}: ` +
      `${sentenceOf(step)}${isHarm ? '; here it goes wrong' : ''}.`,
    shapes,
  );
}

function signs(step: TraceStep, at: (vertex: VertexId) => number, y: number, isHarm: boolean): Shape[] {
  switch (step.kind) {
    case 'network':
      return [];
    case 'event':
      return isHarm
        ? harmSign({ x: at(step.at), y })
        : [{ kind: 'polygon', look: 'event-sign', points: diamond(at(step.at), y, 6) }];
    case 'message': {
      const from = { x: at(step.from), y: y - FALL / 2 };
      const to = { x: at(step.to), y: y + FALL / 2 };
      return [
        ...(step.arrives ? arrow(from, to) : brokenOff(from, to)),
        ...(isHarm ? harmSign(step.arrives ? to : from) : []),
      ];
    }
  }
}

function arrow(from: Point, to: Point): Shape[] {
  const side = Math.sign(to.x - from.x);
  return [
    { kind: 'line', look: 'message-line', points: [from, { x: to.x - 6 * side, y: to.y }] },
    {
      kind: 'polygon',
      look: 'message-head',
      points: [to, { x: to.x - 10 * side, y: to.y - 5 }, { x: to.x - 10 * side, y: to.y + 4 }],
    },
  ];
}

/** The arrow ends halfway, in a cross. */
function brokenOff(from: Point, to: Point): Shape[] {
  const half = { x: rounded(from.x + (to.x - from.x) * 0.6), y: rounded(from.y + (to.y - from.y) * 0.6) };
  return [
    { kind: 'line', look: 'message-lost', points: [from, half] },
    {
      kind: 'line',
      look: 'message-cross',
      points: [
        { x: half.x - 6, y: half.y - 6 },
        { x: half.x + 6, y: half.y + 6 },
      ],
    },
    {
      kind: 'line',
      look: 'message-cross',
      points: [
        { x: half.x - 6, y: half.y + 6 },
        { x: half.x + 6, y: half.y - 6 },
      ],
    },
  ];
}

function harmSign({ x, y }: Point): Shape[] {
  return [
    { kind: 'polygon', look: 'harm-sign', points: diamond(x, y, 12) },
    text('timeline-strong', 'middle', { x, y }, '!'),
  ];
}

function diamond(x: number, y: number, radius: number): Point[] {
  return [
    { x, y: y - radius },
    { x: x + radius, y },
    { x, y: y + radius },
    { x: x - radius, y },
  ];
}

function rounded(pixel: number): number {
  return Math.round(pixel * 100) / 100;
}

function part(
  { kind, index, states }: Pick<Part, 'kind' | 'index' | 'states'>,
  says: string,
  shapes: readonly Shape[],
): Part {
  return { kind, index, states, label: visible(says), shapes };
}

function text(
  look: string,
  anchor: 'start' | 'middle' | 'end',
  at: Point,
  content: string,
): Extract<Shape, { kind: 'text' }> {
  return { kind: 'text', look, anchor, ...at, text: content };
}
