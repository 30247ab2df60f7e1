import { leadersUnder } from '../../engine/replicas.js';
import type { Model, VertexId } from '../../model/model.js';
import type { Cause } from '../../network/fault.js';
import type { Phase, TraceStep } from '../../simulate/trace.js';
import { drawDiagram, type DrawOptions } from '../diagram/draw.js';
import type { Box, Part, Point, Scene, Shape } from '../diagram/scene.js';
import type { Copy } from './copies.js';
import { brokenOff, chips, harmSign } from './signs.js';
import type { Timeline } from './timeline.js';

/** A run on the picture of the design: one frame for each step. Nothing moves by itself: who shows it sets the pace. */
export interface Play {
  /** The design in each phase of the run, all of one size. */
  readonly scenes: Readonly<Partial<Record<Phase, Scene>>>;
  readonly frames: readonly PlayFrame[];
}

/** What is drawn over the scene of its phase after a step. */
export interface PlayFrame {
  readonly phase: Phase;
  readonly parts: readonly Part[];
}

/** The frames of a run; none where no run was found. */
export function playOf(model: Model, { subject, steps, copies, harm }: Timeline): Play {
  const boxes = boxesOf(model, drawDiagram(model));
  return {
    scenes: scenesOf(model, subject.cause, new Set(steps.map(({ phase }) => phase))),
    frames: steps.map((step, i) => ({
      phase: step.phase,
      parts: [part(i, [...copyShapes(copies[i] ?? [], boxes), ...stepShapes(step, boxes, harm.includes(i))])],
    })),
  };
}

/** The leader that the break elected leads after the heal as well. */
function scenesOf(model: Model, cause: Cause, phases: ReadonlySet<Phase>): Play['scenes'] {
  const replicas = leadersUnder(model, cause);
  const options: Readonly<Record<Phase, DrawOptions>> = {
    healthy: {},
    detecting: { cause },
    settled: { cause, replicas },
    healed: { replicas },
  };
  const drawn = [...phases].map((phase) => ({ phase, scene: drawDiagram(model, options[phase]) }));
  // Their legends differ, and nothing may move from step to step.
  const width = Math.max(...drawn.map(({ scene }) => scene.width));
  const height = Math.max(...drawn.map(({ scene }) => scene.height));
  return Object.fromEntries(drawn.map(({ phase, scene }) => [phase, { ...scene, width, height }]));
}

function part(index: number, shapes: readonly Shape[]): Part {
  return { kind: 'play', index, states: [], label: '', shapes };
}

type Boxes = ReadonlyMap<VertexId, Box>;

/** Where each vertex is drawn; the nodes of a zone that is drawn as one box are there. */
function boxesOf(model: Model, { parts }: Scene): Boxes {
  const boxes = new Map<VertexId, Box>();
  for (const { kind, index, shapes } of parts) {
    const [first] = shapes;
    if (first?.kind === 'box' && (kind === 'node' || kind === 'client' || kind === 'zone')) boxes.set(index, first);
  }
  model.vertices.forEach((vertex, id) => {
    const zone = vertex.kind === 'node' && vertex.zone !== undefined ? boxes.get(vertex.zone) : undefined;
    if (!boxes.has(id) && zone !== undefined) boxes.set(id, zone);
  });
  return boxes;
}

/** The writes of a replica stand on the upper edge of its box. */
function copyShapes(copies: readonly Copy[], boxes: Boxes): Shape[] {
  return [...new Set(copies.map(({ at }) => at))].flatMap((at) => {
    const box = boxes.get(at);
    const own = copies.filter((one) => one.at === at);
    return box === undefined ? [] : chips(own, { x: box.x + box.width - 24 * own.length, y: box.y });
  });
}

function stepShapes(step: TraceStep, boxes: Boxes, isHarm: boolean): Shape[] {
  if (step.kind === 'network') return [];
  if (step.kind === 'event') {
    const box = boxes.get(step.at);
    return box === undefined ? [] : [ringOf(box), ...(isHarm ? harmSign(corner(box)) : [])];
  }
  const [from, to] = [boxes.get(step.from), boxes.get(step.to)];
  if (from === undefined || to === undefined || from === to) return [];
  const way = [edgeTowards(from, middle(to)), edgeTowards(to, middle(from))] as const;
  return [
    ...(step.arrives ? arrow(...way) : brokenOff(...way)),
    ...(isHarm ? harmSign(corner(step.arrives ? to : from)) : []),
  ];
}

/** An arrow in any direction. */
function arrow(from: Point, to: Point): Shape[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const back = (along: number, aside: number): Point => ({
    x: Math.round(to.x - (dx * along - dy * aside) / length),
    y: Math.round(to.y - (dy * along + dx * aside) / length),
  });
  return [
    { kind: 'line', look: 'message-line', points: [from, back(8, 0)] },
    { kind: 'polygon', look: 'message-head', points: [to, back(13, 6), back(13, -6)] },
  ];
}

const ROOM = 4;

function ringOf({ x, y, width, height }: Box): Shape {
  return {
    kind: 'box',
    look: 'play-ring',
    radius: 8,
    x: x - ROOM,
    y: y - ROOM,
    width: width + 2 * ROOM,
    height: height + 2 * ROOM,
  };
}

function corner({ x, y }: Box): Point {
  return { x, y };
}

function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where the way from the middle of a box to a point leaves the box. */
function edgeTowards(box: Box, to: Point): Point {
  const from = middle(box);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const scale = Math.min(dx === 0 ? 1 : Math.abs(box.width / 2 / dx), dy === 0 ? 1 : Math.abs(box.height / 2 / dy), 1);
  return { x: Math.round(from.x + dx * scale), y: Math.round(from.y + dy * scale) };
}
