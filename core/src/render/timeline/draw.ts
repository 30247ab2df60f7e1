import type { Model, VertexId } from '../../model/model.js';
import type { TraceStep } from '../../simulate/trace.js';
import { brokenBy, isStopped } from '../diagram/broken.js';
import { cut } from '../diagram/measure.js';
import type { Part, PartState, Scene, Shape } from '../diagram/scene.js';
import { visible } from '../print/visible.js';
import { sentenceOf } from '../reports/witness.js';
import { count } from '../words/sentence.js';
import { vertexName } from '../words/names.js';
import { phaseText } from './report.js';
import {
  HEAD_COLUMNS,
  HEAD_HEIGHT,
  LINE_HEIGHT,
  MARGIN,
  NUMBER_WIDTH,
  placesOf,
  ROW_PADDING,
  textBlock,
  TOP,
} from './places.js';
import { changedCopies } from './copies.js';
import type { Lane, Places } from './places.js';
import { chips, signs, text } from './signs.js';
import type { Timeline } from './timeline.js';

/** The width of the sentences if the caller does not say. */
const TEXT_COLUMNS = 60;

/** How a timeline is drawn. */
export interface TimelineOptions {
  /** Room for the sentences, in columns of text; without it, 60. */
  readonly textColumns?: number;
  /** Room for the lanes and the sentences, in pixels: with many lanes the sentences have fewer columns, at least 20. */
  readonly width?: number;
}

/**
 * The run of a timeline as a space-time diagram: a lane for each client and machine that takes part, time goes
 * downwards, one row for each step with its sentence beside the lanes. The same input gives the same picture to the
 * last byte.
 */
export function drawTimeline(
  model: Model,
  timeline: Timeline,
  { textColumns: mostColumns = TEXT_COLUMNS, width }: TimelineOptions = {},
): Scene {
  const { steps, title, conclusion, notFound } = timeline;
  const description = visible(`Timeline of ${title}. ${notFound ?? `${count(steps.length, 'step')}.`}`);
  const places = placesOf(model, timeline, { mostColumns, width });
  const end = textBlock(
    [...(notFound === undefined ? [] : [notFound]), `In the end: ${conclusion}.`],
    places.textColumns,
  );
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

function drawStep({ steps, harm, copies }: Timeline, places: Places, step: TraceStep, index: number): Part {
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
    ...lanes.flatMap(({ vertex, x }) =>
      chips(
        changedCopies(copies, index).filter((one) => one.at === vertex),
        { x: x + 5, y: row.top + row.height - 9 },
      ),
    ),
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

function part(
  { kind, index, states }: Pick<Part, 'kind' | 'index' | 'states'>,
  says: string,
  shapes: readonly Shape[],
): Part {
  return { kind, index, states, label: visible(says), shapes };
}
