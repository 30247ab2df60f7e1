import type { Model, VertexId } from '../../model/model.js';
import type { Block, Placed } from './blocks.js';
import { contains, ORIGIN } from './geometry.js';
import type { Cut } from './measure.js';
import { route } from './route.js';
import type { Box, Point } from './scene.js';

/** The lines of a diagram's links, from one box to another and around the others. */

/**
 * One drawn line; it has several links only if zones are drawn as one box. It runs from the first link's `a` to its
 * `b`.
 */
export interface LinkLine {
  readonly links: readonly number[];
  readonly points: readonly Point[];
  readonly label?: { readonly text: Cut; readonly box: Box };
  /** Where a cut is marked: of the whole line, and of the half that leads to either end. Clear of the label. */
  readonly marks: { readonly whole: Mark; readonly a: Mark; readonly b: Mark };
}

export interface Mark {
  readonly at: Point;
  /** Of length 1, from a to b. */
  readonly direction: Point;
}

const PARALLEL_GAP = 18;
/** Beyond this many lines, they are drawn straight and have no labels: they could not be followed or read. */
export const MOST_ROUTED = 150;

/** The boxes that are drawn. */
export interface Boxes {
  readonly placed: readonly Placed[];
  readonly bars: Block['bars'];
}

export type Line = Pick<LinkLine, 'links' | 'points'>;

/**
 * A line for each link; links that would lie on each other run beside each other, or are one line if their ends are
 * drawn as one box.
 */
export function routed(
  model: Model,
  { placed, bars }: Boxes,
  ends: readonly { readonly a: VertexId; readonly b: VertexId }[],
  done: ReadonlySet<number>,
): Line[] {
  const groups = new Map<string, number[]>();
  ends.forEach(({ a, b }, i) => {
    if (a === b || done.has(i)) return;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  const merged = (i: number): boolean => ends[i]?.a !== model.links[i]?.a || ends[i]?.b !== model.links[i]?.b;
  const bundles = [...groups.values()].flatMap((links) =>
    links.some(merged) ? [[links]] : [links.map((link) => [link])],
  );
  const boxes = new Map(placed.map(({ vertex, box }) => [vertex, box]));
  const crowded = bundles.length > MOST_ROUTED;
  return bundles.flatMap((bundle) =>
    bundle.map((links, k): Line => {
      const { a = -1, b = -1 } = ends[links[0] ?? -1] ?? {};
      const [from, to] = [endBox(a, b, boxes, bars), endBox(b, a, boxes, bars)];
      // Of two links in opposite directions each has its own side, so the shift is that of the pair, not of the link.
      const shift = (k - (bundle.length - 1) / 2) * PARALLEL_GAP * (a < b ? 1 : -1);
      return { links, points: route(from, to, crowded ? [] : obstacles(placed, bars, from, to), shift) };
    }),
  );
}

/** A link of a zone ends at its frame, which is its network; a link to a member of the zone ends at the bar. */
function endBox(vertex: VertexId, other: VertexId, boxes: ReadonlyMap<VertexId, Box>, bars: Block['bars']): Box {
  const box = boxes.get(vertex) ?? { ...ORIGIN, width: 0, height: 0 };
  const there = boxes.get(other);
  return (
    (there !== undefined && contains(box, there) ? bars.find(({ zone }) => zone === vertex)?.box : undefined) ?? box
  );
}

/** All boxes except the two ends, the boxes around them and the boxes in them. */
function obstacles(placed: readonly Placed[], bars: Block['bars'], from: Box, to: Box): Box[] {
  const own = (box: Box): boolean => [from, to].some((end) => contains(box, end) || contains(end, box));
  return [...placed.map(({ box }) => box), ...bars.map(({ box }) => box)].filter((box) => !own(box));
}
