import { along, centre, distance, grown, inside } from './geometry.js';
import type { Box, Point } from './scene.js';

/** A line keeps this far from what it goes around. */
const CLEARANCE = 12;

/** More corners than these are not searched: the line goes straight, through whatever stands there. */
const MOST_CORNERS = 600;

/**
 * A line from one box to another that runs through no obstacle: straight where that is possible, else the shortest way over corners of the
 * obstacles (a visibility graph, searched with Dijkstra's algorithm). `shift` moves it sideways, for links that run in parallel.
 */
export function route(from: Box, to: Box, obstacles: readonly Box[], shift: number): Point[] {
  const [start, end] = shifted(centre(from), centre(to), shift);
  const isFree = (a: Point, b: Point): boolean => obstacles.every((box) => inside(a, b, grown(box, CLEARANCE / 2)) === undefined);
  const way = isFree(start, end) ? [start, end] : (around(start, end, obstacles, isFree) ?? [start, end]);
  return clipped(way, from, to);
}

function shifted(start: Point, end: Point, by: number): readonly [Point, Point] {
  const { direction } = along([start, end], 0);
  const move = (point: Point): Point => ({ x: point.x - direction.y * by, y: point.y + direction.x * by });
  return [move(start), move(end)];
}

function around(start: Point, end: Point, obstacles: readonly Box[], isFree: (a: Point, b: Point) => boolean): Point[] | undefined {
  const corners = obstacles.flatMap((box) => cornersOf(grown(box, CLEARANCE))).filter((point) => !obstacles.some((box) => isIn(point, grown(box, CLEARANCE / 2))));
  if (corners.length > MOST_CORNERS) return undefined;
  const points = [start, end, ...corners];
  const far = points.map(() => Infinity);
  const before = points.map(() => -1);
  const done = points.map(() => false);
  far[0] = 0;
  for (;;) {
    let next = -1;
    for (let i = 0; i < points.length; i++) if (!done[i] && (far[i] ?? Infinity) < (next < 0 ? Infinity : (far[next] ?? Infinity))) next = i;
    if (next < 0) return undefined;
    if (next === 1) break;
    done[next] = true;
    const here = points[next] as Point;
    for (let i = 1; i < points.length; i++) {
      const there = points[i] as Point;
      // A bend costs a little, so that of two ways that are about as long the simpler one is taken.
      const length = (far[next] ?? 0) + distance(here, there) + CLEARANCE;
      if (!done[i] && length < (far[i] ?? Infinity) && isFree(here, there)) {
        far[i] = length;
        before[i] = next;
      }
    }
  }
  const way: Point[] = [];
  for (let i = 1; i >= 0; i = before[i] ?? -1) way.unshift(points[i] as Point);
  return way;
}

function cornersOf({ x, y, width, height }: Box): Point[] {
  return [{ x, y }, { x: x + width, y }, { x, y: y + height }, { x: x + width, y: y + height }];
}

function isIn(point: Point, box: Box): boolean {
  return point.x > box.x && point.x < box.x + box.width && point.y > box.y && point.y < box.y + box.height;
}

/** Begins and ends at the borders of the boxes instead of inside them. */
function clipped(way: readonly Point[], from: Box, to: Box): Point[] {
  const points = [...way];
  while (points.length > 2 && isIn(points[1] as Point, from)) points.shift();
  while (points.length > 2 && isIn(points[points.length - 2] as Point, to)) points.pop();
  const last = points.length - 1;
  const [first, second, beforeLast, end] = [points[0], points[1], points[last - 1], points[last]] as [Point, Point, Point, Point];
  const out = inside(first, second, from);
  const into = inside(beforeLast, end, to);
  const start = out === undefined ? first : along([first, second], out[1]).at;
  const stop = into === undefined ? end : along([beforeLast, end], into[0]).at;
  return [start, ...points.slice(1, -1), stop];
}
