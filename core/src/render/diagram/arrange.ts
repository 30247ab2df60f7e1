import { Graph, layout as layered } from '@dagrejs/dagre';
import type { Model } from '../../model/model.js';
import type { blocksOf } from './blocks.js';
import { around, moved, ORIGIN, overlap } from './geometry.js';
import { labelWidth, linkLabel } from './labels.js';
import { MOST_ROUTED } from './lines.js';
import type { Box, Point } from './scene.js';

/** Where the blocks of a diagram stand: on a ring or in layers, component by component. */

/**
 * The distance between two outermost blocks whose link has no label. A link with a label needs room for it, and for a
 * bit of the line on either side.
 */
const SEPARATION = 64;
const LABEL_AIR = 72;
const SMALL_RING = 12;
/** Components beside each other are wrapped into a new row here. */
const WIDEST_ROW = 1600;
/** Beyond this many links between blocks, layers show nothing and take long to find. */
const MOST_LAYERED = 300;

type Blocks = ReturnType<typeof blocksOf>;

/** The left upper corner of each block. */
export function arrange(model: Model, blocks: Blocks, pairs: readonly (readonly [number, number])[]): Point[] {
  const room = separation(model);
  const corners: Point[] = blocks.map(() => ORIGIN);
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  for (const members of components(blocks.length, pairs)) {
    const boxes = members.map((i) => ({
      ...ORIGIN,
      width: blocks[i]?.block.width ?? 0,
      height: blocks[i]?.block.height ?? 0,
    }));
    const own = pairs
      .filter(([a]) => members.includes(a))
      .map(([a, b]): readonly [number, number] => [members.indexOf(a), members.indexOf(b)]);
    const kinds = members.map((i) => model.vertices[blocks[i]?.vertex ?? -1]?.kind);
    const at =
      own.length > MOST_LAYERED || (own.length >= members.length && members.length > 2 && !kinds.includes('router'))
        ? ring(boxes, own, room)
        : layers(boxes, own, kinds, room);
    const placed = boxes.map((box, i) => moved(box, at[i] ?? ORIGIN));
    const frame = around(placed);
    if (x > 0 && x + frame.width > WIDEST_ROW) [x, y, rowHeight] = [0, y + rowHeight + SEPARATION, 0];
    members.forEach((member, i) => (corners[member] = moved(at[i] ?? ORIGIN, { x: x - frame.x, y: y - frame.y })));
    x += frame.width + SEPARATION;
    rowHeight = Math.max(rowHeight, frame.height);
  }
  return corners;
}

/** The distance between blocks that stand beside each other. */
function separation(model: Model): number {
  const widest = Math.max(0, ...model.links.map((link) => labelWidth(linkLabel(link))));
  return model.links.length > MOST_ROUTED || widest === 0 ? SEPARATION : widest + LABEL_AIR;
}

/** The connected components, in order of their first members. */
function components(n: number, pairs: readonly (readonly [number, number])[]): number[][] {
  const group = Array.from({ length: n }, (_, i) => i);
  const find = (i: number): number => (group[i] === i ? i : find(group[i] ?? i));
  for (const [a, b] of pairs) {
    const [x, y] = [find(a), find(b)];
    group[Math.max(x, y)] = Math.min(x, y);
  }
  const found = new Map<number, number[]>();
  for (let i = 0; i < n; i++) found.set(find(i), [...(found.get(find(i)) ?? []), i]);
  return [...found.values()];
}

/**
 * On an ellipse that is as small as its blocks allow; a block with one link stands next to the block that it is linked
 * with.
 */
function ring(boxes: readonly Box[], pairs: readonly (readonly [number, number])[], wanted: number): Point[] {
  const order = ringOrder(boxes.length, pairs);
  const n = boxes.length;
  // Four corners are easier to read than a cross.
  const turn = n % 2 === 0 ? Math.PI / n : 0;
  for (let radius = 40; ; radius *= 1.06) {
    const at: Point[] = [];
    order.forEach((i, k) => {
      const angle = (2 * Math.PI * k) / n - Math.PI / 2 - turn;
      const box = boxes[i] ?? { ...ORIGIN, width: 0, height: 0 };
      at[i] = { x: 1.25 * radius * Math.cos(angle) - box.width / 2, y: radius * Math.sin(angle) - box.height / 2 };
    });
    const placed = boxes.map((box, i) => moved(box, at[i] ?? ORIGIN));
    // On a large ring links lead across it: neighbours need no room for a label between them.
    const room = n > SMALL_RING ? SEPARATION / 2 : wanted;
    // A label beside its neighbour takes its width, one below it hardly more than its height.
    const claims = placed.map((box) => ({
      x: box.x - room / 2,
      y: box.y - Math.min(room, SEPARATION) / 2,
      width: box.width + room,
      height: box.height + Math.min(room, SEPARATION),
    }));
    const free = claims.every((a, i) => claims.every((b, j) => j <= i || !overlap(a, b)));
    if (free) return at;
  }
}

function ringOrder(n: number, pairs: readonly (readonly [number, number])[]): number[] {
  const neighbours = Array.from({ length: n }, (_, i) =>
    pairs.flatMap(([a, b]) => (a === i ? [b] : b === i ? [a] : [])),
  );
  const order: number[] = [];
  for (let i = 0; i < n; i++) if ((neighbours[i]?.length ?? 0) > 1) order.push(i);
  for (let i = 0; i < n; i++) {
    if (order.includes(i)) continue;
    order.splice(order.indexOf(neighbours[i]?.[0] ?? -1) + 1, 0, i);
  }
  return order;
}

/** Clients on top. Two blocks stand beside each other, more blocks in layers from the top to the bottom. */
function layers(
  boxes: readonly Box[],
  pairs: readonly (readonly [number, number])[],
  kinds: readonly (string | undefined)[],
  room: number,
): Point[] {
  const graph = new Graph<object, { width: number; height: number; x?: number; y?: number }, object>();
  graph.setGraph({
    rankdir: boxes.length === 2 ? 'LR' : 'TB',
    nodesep: room / 2,
    ranksep: boxes.length === 2 ? room : SEPARATION * 1.4,
  });
  boxes.forEach(({ width, height }, i) => graph.setNode(String(i), { width, height }));
  for (const [a, b] of pairs) {
    const [from, to] = kinds[b] === 'client' ? [b, a] : [a, b];
    graph.setEdge(String(from), String(to), {});
  }
  layered(graph);
  return boxes.map(({ width, height }, i) => {
    const { x = 0, y = 0 } = graph.node(String(i));
    return { x: x - width / 2, y: y - height / 2 };
  });
}
