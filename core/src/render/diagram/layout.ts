import { Graph, layout as layered } from '@dagrejs/dagre';
import type { Link, Model, VertexId } from '../../model/model.js';
import { msText } from '../words/sentence.js';
import { blocksOf, type Block, type Placed } from './blocks.js';
import { along, around, contains, cross, moved, overlap, rounded } from './geometry.js';
import { cut, pixels, SMALL_COLUMN, type Cut } from './measure.js';
import { route } from './route.js';
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

const MARGIN = 30;
/**
 * The distance between two outermost blocks whose link has no label. A link with a label needs room for it, and for a
 * bit of the line on either side.
 */
const SEPARATION = 64;
const LABEL_AIR = 72;
const SMALL_RING = 12;
/** Components beside each other are wrapped into a new row here. */
const WIDEST_ROW = 1600;
const PARALLEL_GAP = 18;
const LABEL_COLUMNS = 30;
const LABEL_HEIGHT = 16;
/** Beyond this many lines, they are drawn straight and have no labels: they could not be followed or read. */
const MOST_ROUTED = 150;
/** Beyond this many links between blocks, layers show nothing and take long to find. */
const MOST_LAYERED = 300;

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
  const lines = labelled(
    model,
    routed(model, { placed, bars }, ends, new Set(dropped.map(({ index }) => index))),
    placed,
    bars,
  );
  const uplinks = dropped.map(({ index, points }) => ({ links: [index], points, marks: marksOf(points, undefined) }));
  const wires = drops.filter(({ kind }) => kind === 'wire').map(({ index, points }) => ({ client: index, points }));
  return framed({ width: 0, height: 0, placed, bars, wires, lines: [...uplinks, ...lines], collapsed });
}

const ORIGIN: Point = { x: 0, y: 0 };

function distinctPairs(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const seen = new Set<string>();
  return pairs.filter(([a, b]) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (a === b || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

type Blocks = ReturnType<typeof blocksOf>;

/** The left upper corner of each block. */
function arrange(model: Model, blocks: Blocks, pairs: readonly (readonly [number, number])[]): Point[] {
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
  const widest = Math.max(0, ...model.links.map((link) => labelWidth(cut(linkText(link), LABEL_COLUMNS))));
  return model.links.length > MOST_ROUTED || widest === 0 ? SEPARATION : widest + LABEL_AIR;
}

function labelWidth({ text }: Cut): number {
  return text === '' ? 0 : pixels(text, SMALL_COLUMN) + 10;
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

type Line = Pick<LinkLine, 'links' | 'points'>;

/**
 * A line for each link; links that would lie on each other run beside each other, or are one line if their ends are
 * drawn as one box.
 */
function routed(
  model: Model,
  { placed, bars }: Pick<Layout, 'placed' | 'bars'>,
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
function endBox(vertex: VertexId, other: VertexId, boxes: ReadonlyMap<VertexId, Box>, bars: Layout['bars']): Box {
  const box = boxes.get(vertex) ?? { ...ORIGIN, width: 0, height: 0 };
  const there = boxes.get(other);
  return (
    (there !== undefined && contains(box, there) ? bars.find(({ zone }) => zone === vertex)?.box : undefined) ?? box
  );
}

/** All boxes except the two ends, the boxes around them and the boxes in them. */
function obstacles(placed: readonly Placed[], bars: Layout['bars'], from: Box, to: Box): Box[] {
  const own = (box: Box): boolean => [from, to].some((end) => contains(box, end) || contains(end, box));
  return [...placed.map(({ box }) => box), ...bars.map(({ box }) => box)].filter((box) => !own(box));
}

/** "cable · 80 ms · fails 0.1%", as in the file. The caller that shows it has to make everything in it visible. */
export function linkText(link: Link | undefined): string {
  if (link === undefined) return '';
  const parts = [
    link.name ?? '',
    link.roundTripMs === undefined ? '' : msText(link.roundTripMs),
    link.fails === undefined ? '' : `fails ${percent(link.fails)}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** "0.1%"; small ones with two significant digits. */
export function percent(probability: number): string {
  return `${Number((100 * probability).toPrecision(2))}%`;
}

/** Places the labels one after the other, each at the place where it covers least. */
function labelled(model: Model, lines: readonly Line[], placed: readonly Placed[], bars: Layout['bars']): LinkLine[] {
  const boxes = [...placed.map(({ box }) => box), ...bars.map(({ box }) => box)];
  const taken: Box[] = [];
  return lines.map((line, i) => {
    const text =
      line.links.length > 1
        ? `${line.links.length} links`
        : lines.length > MOST_ROUTED
          ? ''
          : linkText(model.links[line.links[0] ?? -1]);
    if (text === '') return { ...line, marks: marksOf(line.points, undefined) };
    const label = cut(text, LABEL_COLUMNS);
    const size = { width: labelWidth(label), height: LABEL_HEIGHT };
    const box = bestPlace(size, line.points, (one) => {
      const covered =
        boxes.filter((other) => overlap(one, other) && !contains(other, one)).length +
        boxes.filter((other) => contains(other, one) && other.height < 60).length;
      const crossed = lines.filter(
        (other, j) =>
          j !== i && other.points.some((point, k) => k > 0 && crosses(one, other.points[k - 1] ?? point, point)),
      ).length;
      return 20 * covered + 12 * taken.filter((other) => overlap(one, other)).length + 2 * crossed;
    });
    taken.push(box);
    return { ...line, label: { text: label, box }, marks: marksOf(line.points, box) };
  });
}

function crosses(box: Box, a: Point, b: Point): boolean {
  const [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height];
  return (
    cross(a, b, { x: left, y: top }, { x: right, y: bottom }) ||
    cross(a, b, { x: right, y: top }, { x: left, y: bottom })
  );
}

const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

function bestPlace(
  size: { readonly width: number; readonly height: number },
  points: readonly Point[],
  cost: (box: Box) => number,
): Box {
  let best: Box | undefined;
  let least = Infinity;
  for (const share of SHARES) {
    const { at } = along(points, share);
    const box = { x: at.x - size.width / 2, y: at.y - size.height / 2, ...size };
    const price = cost(box) + Math.abs(share - 0.5);
    if (price < least) [best, least] = [box, price];
  }
  return best ?? { ...ORIGIN, ...size };
}

/** Half of a cross and a little space. */
const MARK_ROOM = 9;

function marksOf(points: readonly Point[], label: Box | undefined): LinkLine['marks'] {
  const pick = (shares: readonly number[]): Mark => {
    const free = shares
      .map((share) => along(points, share))
      .find(
        ({ at }) =>
          label === undefined ||
          !overlap(label, { x: at.x - MARK_ROOM, y: at.y - MARK_ROOM, width: 2 * MARK_ROOM, height: 2 * MARK_ROOM }),
      );
    return free ?? along(points, shares[0] ?? 0.5);
  };
  return {
    whole: pick([0.5, 0.36, 0.64, 0.25, 0.75, 0.18, 0.82, 0.13, 0.87]),
    a: pick([0.2, 0.12, 0.3]),
    b: pick([0.8, 0.88, 0.7]),
  };
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
