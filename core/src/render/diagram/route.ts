import { along, centre, distance, grown, inside, runsThrough } from './geometry.js';
import type { Box, Point } from './scene.js';

/** A line keeps this far from what it goes around. */
const CLEARANCE = 12;

/**
 * A line from one box to another that runs through no obstacle: straight if that is possible, else the shortest way
 * over corners of the obstacles (a visibility graph, searched with A*: Hart, Nilsson and Raphael, 1968). `shift` moves
 * it sideways, for links that run in parallel.
 */
export function route(from: Box, to: Box, obstacles: readonly Box[], shift: number): Point[] {
  const [start, end] = shifted(centre(from), centre(to), shift);
  const walls = obstacles.map((box) => grown(box, CLEARANCE / 2));
  return clipped(detour(start, end, obstacles, walls), from, to);
}

/**
 * Uses only obstacles in the way: at first those that the straight line meets, then those that each way around them
 * meets.
 */
function detour(start: Point, end: Point, obstacles: readonly Box[], walls: readonly Box[]): Point[] {
  const met = new Set<number>();
  for (let way = [start, end]; ; ) {
    const more = walls.flatMap((wall, i) =>
      !met.has(i) && way.some((point, k) => k > 0 && runsThrough(way[k - 1] ?? point, point, wall)) ? [i] : [],
    );
    if (more.length === 0) return way;
    for (const i of more) met.add(i);
    const corners = [...met].flatMap((i) =>
      cornersOf(grown(obstacles[i] ?? { x: 0, y: 0, width: 0, height: 0 }, CLEARANCE)),
    );
    const own = [...met].flatMap((i) => walls[i] ?? []);
    const found = shortest(
      start,
      end,
      corners.filter((point) => !walls.some((wall) => isIn(point, wall))),
      own,
    );
    // If everything is blocked, a line through an obstacle is better than none.
    if (found === undefined) return [start, end];
    way = found;
  }
}

function shifted(start: Point, end: Point, by: number): readonly [Point, Point] {
  const { direction } = along([start, end], 0);
  const move = (point: Point): Point => ({ x: point.x - direction.y * by, y: point.y + direction.x * by });
  return [move(start), move(end)];
}

function shortest(start: Point, end: Point, corners: readonly Point[], walls: readonly Box[]): Point[] | undefined {
  const isFree = (a: Point, b: Point): boolean => !walls.some((wall) => runsThrough(a, b, wall));
  const points = [start, end, ...corners];
  const left = points.map((point) => distance(point, end));
  const far = points.map(() => Infinity);
  const before = points.map(() => -1);
  const done = points.map(() => false);
  far[0] = 0;
  for (;;) {
    let next = -1;
    let least = Infinity;
    for (let i = 0; i < points.length; i++) {
      const whole = (far[i] ?? Infinity) + (left[i] ?? 0);
      if (!done[i] && whole < least) [next, least] = [i, whole];
    }
    if (next < 0) return undefined;
    if (next === 1) break;
    done[next] = true;
    const here = points[next] as Point;
    for (let i = 1; i < points.length; i++) {
      if (done[i]) continue;
      const there = points[i] as Point;
      // A bend costs a little, so that the simpler of two ways of about the same length is taken.
      const length = (far[next] ?? 0) + distance(here, there) + CLEARANCE;
      // A way that would be longer than a known one need not be checked.
      if (length < (far[i] ?? Infinity) && length + (left[i] ?? 0) < (far[1] ?? Infinity) && isFree(here, there)) {
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
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ];
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
  const [first, second, beforeLast, end] = [points[0], points[1], points[last - 1], points[last]] as [
    Point,
    Point,
    Point,
    Point,
  ];
  const out = inside(first, second, from);
  const into = inside(beforeLast, end, to);
  const start = out === undefined ? first : along([first, second], out[1]).at;
  const stop = into === undefined ? end : along([beforeLast, end], into[0]).at;
  return [start, ...points.slice(1, -1), stop];
}
