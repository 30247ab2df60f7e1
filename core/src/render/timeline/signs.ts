import type { VertexId } from '../../model/model.js';
import type { TraceStep } from '../../simulate/trace.js';
import type { Point, Shape } from '../diagram/scene.js';
import type { Copy } from './copies.js';

/** The signs of a timeline's steps: messages, events, and the one where it goes wrong. */

/** How many colours tell the writes of a run apart; their labels do it as well. */
const COPY_COLOURS = 2;

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
export function brokenOff(from: Point, to: Point): Shape[] {
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

export function harmSign({ x, y }: Point): Shape[] {
  return [
    { kind: 'polygon', look: 'harm-sign', points: diamond(x, y, 12) },
    text('timeline-strong', 'middle', { x, y }, '!'),
  ];
}

const CHIP_WIDTH = 22;
const CHIP_HEIGHT = 14;

/** Writes side by side, the left edge of the first at `x`, their middle at `y`; one that is gone is struck out. */
export function chips(copies: readonly Copy[], { x, y }: Point): Shape[] {
  return copies.flatMap(({ label, isGone }, i): Shape[] => {
    const left = x + i * (CHIP_WIDTH + 2);
    const look = `copy copy-${(Number(label.slice(1)) - 1) % COPY_COLOURS}${isGone ? ' copy-gone' : ''}`;
    const strike = {
      look: 'copy-strike',
      kind: 'line' as const,
      points: [
        { x: left - 2, y: y + 5 },
        { x: left + CHIP_WIDTH + 2, y: y - 5 },
      ],
    };
    return [
      { kind: 'box', look, radius: 7, x: left, y: y - CHIP_HEIGHT / 2, width: CHIP_WIDTH, height: CHIP_HEIGHT },
      text('copy-label', 'middle', { x: left + CHIP_WIDTH / 2, y }, label),
      ...(isGone ? [strike] : []),
    ];
  });
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
