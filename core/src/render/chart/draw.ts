import { pixels, SMALL_COLUMN } from '../diagram/measure.js';
import { part, text } from '../diagram/pieces.js';
import { overlap } from '../diagram/geometry.js';
import type { Box, Part, Point, Scene, Shape } from '../diagram/scene.js';
import { visible } from '../print/visible.js';
import type { Axis, Chart, Curve, Mark, MarkLook, Spot } from './chart.js';

/** The area of the numbers; names of axes, ticks and curves stand around it. In pixels. */
const AREA = { width: 420, height: 260 };
const GAP = 10;
const LINE = 18;
/** Names of curves and marks keep this distance from each other. */
const APART = 14;
const MARK = 5;

/** A chart as a scene: deterministic to the last digit, and with everything in it as text. */
export function drawChart({ description, x, y, curves, marks, legend }: Chart): Scene {
  const ticks = Math.max(...y.ticks.map((tick) => pixels(tick.text, SMALL_COLUMN)));
  const left = GAP + ticks + GAP;
  const names = Math.max(0, ...curves.map(({ name }) => pixels(name, SMALL_COLUMN) + 2 * GAP));
  const top = GAP + LINE * 1.5;
  const bottom = top + AREA.height;
  const place = ({ x: across, y: up }: Spot): Point => ({
    x: rounded(left + AREA.width * along(x, across)),
    y: rounded(bottom - AREA.height * along(y, up)),
  });
  const below = bottom + 2 * LINE + GAP + LINE / 2;
  const width = left + AREA.width + Math.max(names, 3 * GAP, MARK * 6);
  const longest = Math.max(0, ...legend.map((one) => pixels(one.text, SMALL_COLUMN) + 4 * GAP));
  return {
    width: Math.ceil(Math.max(width, longest)),
    height: Math.ceil(below + legend.length * LINE + (legend.length === 0 ? 0 : GAP)),
    description: visible(description),
    parts: [
      axes(x, y, { left, top, bottom }),
      ...drawCurves(curves, place, left + AREA.width + GAP),
      ...drawMarks(marks, place, width),
      ...legend.map((one, i) => legendLine(one, { x: 2 * GAP, y: below + LINE * i + LINE / 2 })),
    ],
  };
}

function rounded(n: number): number {
  return Math.round(n * 10) / 10;
}

/** From 0 to 1. */
function along({ isLog, from, to }: Axis, at: number): number {
  const part = isLog
    ? (Math.log10(Math.max(at, from)) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))
    : (at - from) / (to - from);
  return Math.min(1, Math.max(0, part));
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** The frame, a line at each tick, and the names; that of y stands above it. */
function axes(x: Axis, y: Axis, { left, top, bottom }: Frame): Part {
  const right = left + AREA.width;
  const shapes: Shape[] = [];
  for (const { at, text: label } of y.ticks) {
    const height = rounded(bottom - AREA.height * along(y, at));
    const points = [
      { x: left, y: height },
      { x: right, y: height },
    ];
    shapes.push({ kind: 'line', look: 'grid', points }, small('end', { x: left - GAP / 2, y: height }, label));
  }
  for (const { at, text: label } of x.ticks) {
    const across = rounded(left + AREA.width * along(x, at));
    const points = [
      { x: across, y: top },
      { x: across, y: bottom },
    ];
    shapes.push({ kind: 'line', look: 'grid', points }, small('middle', { x: across, y: bottom + LINE * 0.7 }, label));
  }
  const corner = [
    { x: left, y: top },
    { x: left, y: bottom },
    { x: right, y: bottom },
  ];
  return part(
    { kind: 'axis', index: 0, states: [] },
    [`Across: ${visible(x.name)}`, `upwards: ${visible(y.name)}`],
    [
      ...shapes,
      { kind: 'line', look: 'axis-line', points: corner },
      small('middle', { x: (left + right) / 2, y: bottom + LINE * 1.8 }, visible(x.name)),
      small('start', { x: GAP, y: GAP + LINE / 2 }, visible(y.name)),
    ],
  );
}

function small(anchor: 'start' | 'middle' | 'end', at: Point, label: string): Shape {
  return text('small', anchor, at, { text: label });
}

function drawCurves(curves: readonly Curve[], place: (spot: Spot) => Point, names: number): Part[] {
  const ends = curves.map(({ points }) => place(points.at(-1) ?? { x: 0, y: 0 }).y);
  const spread = apart(ends);
  return curves.map(({ name, look, points }, i) => {
    const placed = points.map(place);
    return part(
      { kind: 'curve', index: i, states: [] },
      [`Curve ${visible(name)}`],
      [
        { kind: 'line', look: `curve-line ${look}`, points: placed },
        small('start', { x: names, y: spread[i] ?? 0 }, visible(name)),
      ],
    );
  });
}

/** Heights of texts, moved down as far as it takes not to stand on each other. */
function apart(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0) || a - b);
  const moved = [...heights];
  let least = -Infinity;
  for (const i of order) {
    moved[i] = Math.max(heights[i] ?? 0, least);
    least = (moved[i] ?? 0) + APART;
  }
  // What went below the last one goes up again, all of it.
  const over = Math.max(0, ...moved.map((one) => one)) - Math.max(...heights, -Infinity) - APART;
  return over > 0 ? moved.map((one) => one - over) : moved;
}

/** Marks that touch each other share one row of names, in the order in which they are given. */
function drawMarks(marks: readonly Mark[], place: (spot: Spot) => Point, right: number): Part[] {
  const named: Box[] = [];
  return clustersOf(marks.map((mark) => ({ mark, at: place(mark) }))).map((cluster, i) => {
    const [{ at: first } = { at: { x: 0, y: 0 } }] = cluster;
    const inOrder = cluster.map(({ mark }) => mark).sort((a, b) => marks.indexOf(a) - marks.indexOf(b));
    const shown = inOrder.flatMap(({ name }) => (name === '' ? [] : [visible(name)])).join(', ');
    const labels = inOrder.map(({ label }) => visible(label));
    // The design as it is stands on top of what lies at its place.
    const signs = [false, true].flatMap((isToday) =>
      cluster.flatMap(({ mark: { look }, at }) => ((look === 'today') === isToday ? sign(look, at) : [])),
    );
    const names = shown === '' ? [] : [nameOf(shown, first, right, named)];
    return part({ kind: 'mark', index: i, states: [] }, labels, [...signs, ...names]);
  });
}

interface Placed {
  readonly mark: Mark;
  readonly at: Point;
}

/** From above, so that a name that has to make room stands nearer to its own mark than to the one above. */
function clustersOf(all: readonly Placed[]): readonly (readonly Placed[])[] {
  const clusters: Placed[][] = [];
  for (const one of [...all].sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x)) {
    const near = clusters.find((cluster) =>
      cluster.some(({ at }) => Math.abs(at.x - one.at.x) <= 2 * MARK && Math.abs(at.y - one.at.y) <= 2 * MARK),
    );
    if (near === undefined) clusters.push([one]);
    else near.push(one);
  }
  return clusters;
}

/** A text beside a mark, further down where another one stands there; left of it where it would leave the picture. */
function nameOf(shown: string, mark: Point, right: number, named: Box[]): Shape {
  const width = pixels(shown, SMALL_COLUMN);
  const isLeft = mark.x + MARK + 4 + width > right;
  const x = isLeft ? mark.x - MARK - 4 - width : mark.x + MARK + 4;
  const box = { x, y: rounded(mark.y - MARK - 2), width, height: APART };
  while (named.some((other) => overlap(box, other))) box.y = rounded(box.y + 2);
  named.push(box);
  return small(isLeft ? 'end' : 'start', { x: rounded(isLeft ? x + width : x), y: box.y }, shown);
}

function sign(look: MarkLook, { x, y }: Point): Shape[] {
  if (look === 'today') {
    const by = MARK + 3;
    const points = [
      { x, y: y - by },
      { x: x + by, y },
      { x, y: y + by },
      { x: x - by, y },
    ].map((one) => ({ x: rounded(one.x), y: rounded(one.y) }));
    return [{ kind: 'polygon', look: 'mark-today', points }];
  }
  const box = { x: rounded(x - MARK), y: rounded(y - MARK), width: 2 * MARK, height: 2 * MARK };
  return [{ kind: 'box', look: `mark-${look}`, radius: MARK, ...box }];
}

function legendLine({ look, text: says }: Chart['legend'][number], at: Point): Part {
  const shown = visible(says);
  return part(
    { kind: 'legend', index: 0, states: [] },
    [shown],
    [...sign(look, at), small('start', { x: at.x + 2 * GAP, y: at.y }, shown)],
  );
}
