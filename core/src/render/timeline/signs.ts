import type { VertexId } from '../../model/model.js';
import type { TraceStep } from '../../simulate/trace.js';
import type { Point, Shape } from '../diagram/scene.js';

/** The signs of a timeline's steps: messages, events, and the one where it goes wrong. */

/** How much lower an arrow ends than it begins: time passes between sending and receiving. */
const FALL = 10;

export function signs(step: TraceStep, at: (vertex: VertexId) => number, y: number, isHarm: boolean): Shape[] {
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

export function text(
  look: string,
  anchor: 'start' | 'middle' | 'end',
  at: Point,
  content: string,
): Extract<Shape, { kind: 'text' }> {
  return { kind: 'text', look, anchor, ...at, text: content };
}
