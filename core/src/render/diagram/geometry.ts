import type { Box, Point } from './scene.js';

export const ORIGIN: Point = { x: 0, y: 0 };

export function centre(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

export function moved<T extends Point>(thing: T, by: Point): T {
  return { ...thing, x: thing.x + by.x, y: thing.y + by.y };
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The smallest box around all of them. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, point, i) => sum + (i === 0 ? 0 : distance(points[i - 1] ?? point, point)), 0);
}

/**
 * Which part of the segment from a to b lies in the box, as shares of its length; undefined: none (Liang and Barsky,
 * 1984).
 */
export function inside(a: Point, b: Point, box: Box): readonly [number, number] | undefined {
  const [left, right] = within(a.x, b.x, box.x, box.x + box.width);
  const [top, bottom] = within(a.y, b.y, box.y, box.y + box.height);
  const from = Math.max(0, left, top);
  const to = Math.min(1, right, bottom);
  return from < to ? [from, to] : undefined;
}

/**
 * The share of the way from a to b, along one axis, that lies between low and high; with the ends reversed if none
 * does.
 */
function within(a: number, b: number, low: number, high: number): readonly [number, number] {
  if (a === b) return a >= low && a <= high ? [0, 1] : [1, 0];
  const [enter, leave] = [(low - a) / (b - a), (high - a) / (b - a)];
  return enter < leave ? [enter, leave] : [leave, enter];
}

/** Whether a segment runs through a box; asked very often, so the plainly negative cases are answered first. */
export function runsThrough(a: Point, b: Point, box: Box): boolean {
  if ((a.x < box.x && b.x < box.x) || (a.y < box.y && b.y < box.y)) return false;
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  if ((a.x > right && b.x > right) || (a.y > bottom && b.y > bottom)) return false;
  return inside(a, b, box) !== undefined;
}

/**
 * The point at a share of the way along a line of several segments, and the direction in which it goes on from there.
 */
export function along(points: readonly Point[], share: number): { readonly at: Point; readonly direction: Point } {
  let left = lengthOf(points) * share;
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1] as Point;
    const b = points[i] as Point;
    const length = distance(a, b);
    if (length > 0 && (left <= length || i === points.length - 1)) {
      const direction = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
      return { at: { x: a.x + direction.x * left, y: a.y + direction.y * left }, direction };
    }
    left -= length;
  }
  return { at: points[0] ?? { x: 0, y: 0 }, direction: { x: 1, y: 0 } };
}

/** Do the segments from a to b and from c to d cross? Touching ends do not count. */
export function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point): number => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

export function rounded<T extends Point>(point: T): T {
  return { ...point, x: Math.round(point.x * 10) / 10, y: Math.round(point.y * 10) / 10 };
}
