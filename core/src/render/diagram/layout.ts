import type { Model, VertexId } from '../../model/model.js';
import { arrange } from './arrange.js';
import { blocksOf, type Block, type Placed } from './blocks.js';
import { around, moved, ORIGIN, rounded } from './geometry.js';
import { labelled, marksOf } from './labels.js';
import { routed, type LinkLine, type Mark } from './lines.js';
import type { Box, Point } from './scene.js';

/** The places of everything that is drawn. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Zones before their members. */
  readonly placed: readonly Placed[];
  readonly bars: Block['bars'];
  readonly wires: readonly { readonly client: VertexId; readonly points: readonly Point[] }[];
  readonly lines: readonly LinkLine[];
  readonly collapsed: readonly VertexId[];
}

const MARGIN = 30;

/**
 * Places everything. Depends only on the model and its order of declaration: the same design looks the same under every
 * fault, and a fault moves nothing. If almost all blocks are linked with each other, they stand on a ring; if there are
 * routers or few links, in layers (Sugiyama, Tagawa and Toda 1981, as implemented by dagre).
 */
export function layOut(model: Model): Layout {
  const blocks = blocksOf(model);
  const homes = new Map<VertexId, number>();
  blocks.forEach(({ vertex, block }, i) => {
    homes.set(vertex, i);
    for (const one of block.placed) homes.set(one.vertex, i);
  });
  // Members of a zone that is one box are placed at the zone.
  const collapsed = blocks.flatMap(({ block }) => block.collapsed);
  const shown = (id: VertexId): VertexId => {
    const vertex = model.vertices[id];
    if (vertex?.kind === 'node' && vertex.zone !== undefined && collapsed.includes(vertex.zone)) return vertex.zone;
    if (vertex?.kind === 'client' && vertex.placement.kind !== 'free' && !homes.has(id))
      return shown(vertex.placement.vertex);
    return id;
  };
  const ends = model.links.map(({ a, b }) => ({ a: shown(a), b: shown(b) }));
  const pairs = distinctPairs(ends.map(({ a, b }) => [homes.get(a) ?? 0, homes.get(b) ?? 0]));
  const corners = arrange(model, blocks, pairs);
  const placed = blocks.flatMap(({ block }, i) =>
    block.placed.map((one) => ({ ...one, box: moved(one.box, corners[i] ?? ORIGIN) })),
  );
  const bars = blocks.flatMap(({ block }, i) =>
    block.bars.map((bar) => ({ ...bar, box: moved(bar.box, corners[i] ?? ORIGIN) })),
  );
  const drops = blocks.flatMap(({ block }, i) =>
    block.drops.map((drop) => ({ ...drop, points: drop.points.map((point) => moved(point, corners[i] ?? ORIGIN)) })),
  );
  const dropped = drops.filter(({ kind }) => kind === 'link');
  const boxes = { placed, bars };
  const lines = labelled(model, routed(model, boxes, ends, new Set(dropped.map(({ index }) => index))), boxes);
  const uplinks = dropped.map(({ index, points }) => ({ links: [index], points, marks: marksOf(points, undefined) }));
  const wires = drops.filter(({ kind }) => kind === 'wire').map(({ index, points }) => ({ client: index, points }));
  return framed({ width: 0, height: 0, placed, bars, wires, lines: [...uplinks, ...lines], collapsed });
}

function distinctPairs(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const seen = new Set<string>();
  return pairs.filter(([a, b]) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (a === b || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Moves the layout to the left upper corner, with a margin, and rounds it: the same on every machine. */
function framed(layout: Layout): Layout {
  const boxes: Box[] = [
    ...layout.placed.map(({ box }) => box),
    ...layout.lines.flatMap(({ points, label }) => [
      ...points.map((point) => ({ ...point, width: 0, height: 0 })),
      ...(label === undefined ? [] : [label.box]),
    ]),
  ];
  if (boxes.length === 0) return { ...layout, width: 2 * MARGIN, height: 2 * MARGIN };
  const all = around(boxes);
  const by = { x: MARGIN - all.x, y: MARGIN - all.y };
  const at = <T extends Point>(point: T): T => rounded(moved(point, by));
  const mark = ({ at: point, direction }: Mark): Mark => ({ at: at(point), direction });
  return {
    ...layout,
    width: Math.ceil(all.width + 2 * MARGIN),
    height: Math.ceil(all.height + 2 * MARGIN),
    placed: layout.placed.map((one) => ({ ...one, box: at(one.box) })),
    bars: layout.bars.map((one) => ({ ...one, box: at(one.box) })),
    wires: layout.wires.map((one) => ({ ...one, points: one.points.map(at) })),
    lines: layout.lines.map((line) => ({
      ...line,
      points: line.points.map(at),
      ...(line.label === undefined ? {} : { label: { ...line.label, box: at(line.label.box) } }),
      marks: { whole: mark(line.marks.whole), a: mark(line.marks.a), b: mark(line.marks.b) },
    })),
  };
}
