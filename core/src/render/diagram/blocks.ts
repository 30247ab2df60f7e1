import type { Model, Store, VertexId } from '../../model/model.js';
import { schemeOf } from '../../model/schemes/index.js';
import { count, list } from '../words/sentence.js';
import { centre, moved } from './geometry.js';
import { cut, NAME_COLUMN, pixels, SMALL_COLUMN, type Cut } from './measure.js';
import { requestsHeight, requestsOf, requestsWidth, type Request } from './requests.js';
import type { Box, Point } from './scene.js';

/** From this many nodes on, a zone is one box with a count: single machines would be too small to read. */
export const COLLAPSE_FROM = 100;

const NAME_COLUMNS = 22;
const BADGE_COLUMNS = 20;
const MOST_BADGES = 6;
const NARROWEST = 76;
export const NAME_HEIGHT = 24;
export const BADGE_HEIGHT = 17;
export const BADGE_INDENT = 24;
/** Of the mark at the end of the line of a copy. */
export const MARK_WIDTH = 18;
/** Of a client's or router's name. */
export const CLIENT_HEIGHT = 24;
const BAR_HEIGHT = 24;
const PADDING = 16;
const GAP = 26;
/** Room for a line from a zone's network to a machine or client of the zone. */
const DROP = 26;
/** The gap between the lines that run beside each other to rows further away. */
const LANE = 5;

/**
 * The role of a node in a store, or that it runs an instance of a service. `leader`: declared as the leader or the
 * primary.
 */
export type Role = 'leader' | 'replica' | 'observer' | 'witness' | 'instance';

export interface Badge {
  /** Of the store, or, of an instance, of the service. */
  readonly index: number;
  readonly role: Role;
  readonly name: Cut;
}

/** A vertex of the design with its place. */
export interface Placed {
  readonly vertex: VertexId;
  readonly box: Box;
  readonly name: Cut;
  readonly badges: readonly Badge[];
  /** The number of stores for which there was no room. */
  readonly moreBadges: number;
  /** Of a zone that is one box: the summary of its contents. */
  readonly lines: readonly Cut[];
  /** Of a client: what it issues. */
  readonly requests: readonly Request[];
}

/** What stands in the box of a vertex of which only the name is drawn. */
const EMPTY = { badges: [], moreBadges: 0, lines: [], requests: [] };

/** A part of the picture that is placed as a whole: a zone with its contents, or a machine with its clients. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly placed: readonly Placed[];
  /** Of a zone: the bar that stands for its network. */
  readonly bars: readonly { readonly zone: VertexId; readonly box: Box }[];
  /** Uplinks by their link, wires by their client. */
  readonly drops: readonly {
    readonly kind: 'link' | 'wire';
    readonly index: number;
    readonly points: readonly Point[];
  }[];
  /** Zones that are drawn as one box. */
  readonly collapsed: readonly VertexId[];
}

/**
 * The outermost blocks in order of declaration, each with its vertex: zones, nodes outside zones, routers, clients that
 * are not placed.
 */
export function blocksOf(model: Model): readonly { readonly vertex: VertexId; readonly block: Block }[] {
  const collapse = model.vertices.filter(({ kind }) => kind === 'node').length >= COLLAPSE_FROM;
  return model.vertices.flatMap((vertex, id) => {
    switch (vertex.kind) {
      case 'node':
        return vertex.zone === undefined ? [{ vertex: id, block: machine(model, id) }] : [];
      case 'zone':
        return [{ vertex: id, block: collapse ? collapsedZone(model, id) : zone(model, id) }];
      case 'router':
        return [{ vertex: id, block: single(model, id, CLIENT_HEIGHT + 8) }];
      case 'client':
        return vertex.placement.kind === 'free' ? [{ vertex: id, block: client(model, id) }] : [];
    }
  });
}

export function roleOf(model: Model, store: number, vertex: VertexId): Role | undefined {
  const found = model.stores[store];
  if (found === undefined) return undefined;
  const { replication, observers = [] } = found;
  if (observers.some(({ node }) => node === vertex)) return 'observer';
  if (!found.replicas.includes(vertex)) return votersOf(found).includes(vertex) ? 'witness' : undefined;
  return schemeOf(replication).leader(replication) === vertex ? 'leader' : 'replica';
}

/** The nodes that vote and hold no copy: witnesses, and electors outside the store. */
export function votersOf({ replication, replicas, witnesses }: Store): readonly VertexId[] {
  const electors = schemeOf(replication).electors(replication) ?? [];
  return [...witnesses, ...electors.filter((id) => !replicas.includes(id) && !witnesses.includes(id))];
}

/** The clients at a machine, or in a zone. */
export function clientsOf(model: Model, place: VertexId): VertexId[] {
  return model.vertices.flatMap((vertex, id) =>
    vertex.kind === 'client' && vertex.placement.kind !== 'free' && vertex.placement.vertex === place ? [id] : [],
  );
}

function badgesOf(model: Model, vertex: VertexId): Badge[] {
  const stores = model.stores.flatMap((store, i): Badge[] => {
    const role = roleOf(model, i, vertex);
    return role === undefined ? [] : [{ index: i, role, name: cut(store.name, BADGE_COLUMNS) }];
  });
  const services = model.services.flatMap(({ name, instances }, index): Badge[] =>
    instances.includes(vertex) ? [{ index, role: 'instance', name: cut(name, BADGE_COLUMNS) }] : [],
  );
  return [...services, ...stores];
}

function nameOf(model: Model, vertex: VertexId): Cut {
  return cut(model.vertices[vertex]?.name ?? '?', NAME_COLUMNS);
}

function widthOf(name: Cut): number {
  return Math.max(NARROWEST, pixels(name.text, NAME_COLUMN) + 24);
}

function single(model: Model, vertex: VertexId, height: number): Block {
  const name = nameOf(model, vertex);
  const box = { x: 0, y: 0, width: widthOf(name), height };
  return {
    ...box,
    placed: [{ vertex, box, name, ...EMPTY }],
    bars: [],
    drops: [],
    collapsed: [],
  };
}

function client(model: Model, vertex: VertexId): Block {
  const requests = requestsOf(model, vertex);
  const block = single(model, vertex, CLIENT_HEIGHT + requestsHeight(requests));
  const width = Math.max(block.width, requestsWidth(requests));
  return { ...block, width, placed: block.placed.map((one) => ({ ...one, box: { ...one.box, width }, requests })) };
}

/** A node with its stores; the clients that are at it stand inside. */
function machine(model: Model, vertex: VertexId): Block {
  const name = nameOf(model, vertex);
  const all = badgesOf(model, vertex);
  const badges = all.slice(0, all.length > MOST_BADGES ? MOST_BADGES - 1 : MOST_BADGES);
  const moreBadges = all.length - badges.length;
  const clients = clientsOf(model, vertex).map((id) => client(model, id));
  const width = Math.max(
    widthOf(name),
    // Room for the mark of what becomes of the copy: a fault moves nothing.
    ...badges.map(
      ({ name: { text }, role }) =>
        pixels(text, SMALL_COLUMN) + BADGE_INDENT + 12 + (role === 'instance' || role === 'witness' ? 0 : MARK_WIDTH),
    ),
    ...clients.map((one) => one.width + 16),
  );
  const lines = badges.length + (moreBadges > 0 ? 1 : 0);
  let height = NAME_HEIGHT + 4 + lines * BADGE_HEIGHT + (lines > 0 ? 4 : 0);
  const inside = clients.flatMap((one) => {
    const y = height;
    height += one.height + 6;
    return one.placed.map((placed) => ({ ...placed, box: { ...placed.box, x: 8, y, width: width - 16 } }));
  });
  if (clients.length > 0) height += 2;
  const own = { ...EMPTY, vertex, box: { x: 0, y: 0, width, height }, name, badges, moreBadges };
  const placed = [own, ...inside];
  return { width, height, placed, bars: [], drops: [], collapsed: [] };
}

/**
 * Clients above the bar of the zone's network, machines below, in as many rows as keep the zone about as wide as it is
 * high.
 */
function zone(model: Model, vertex: VertexId): Block {
  const found = model.vertices[vertex];
  const members = found?.kind === 'zone' ? found.members : [];
  const machines = members.map((id) => ({ id, block: machine(model, id) }));
  const clients = clientsOf(model, vertex).map((id) => ({ id, block: client(model, id) }));
  const columns = Math.max(machines.length <= 4 ? machines.length : Math.ceil(Math.sqrt(machines.length * 1.5)), 1);
  const below = grid(
    machines.map(({ block }) => block),
    columns,
  );
  const above = grid(
    clients.map(({ block }) => block),
    Math.max(columns, 3),
  );
  const name = nameOf(model, vertex);
  const inner = Math.max(below.width, above.width, pixels(name.text, NAME_COLUMN) + 24);
  const width = inner + 2 * PADDING;
  const barY = clients.length === 0 ? 0 : PADDING + above.height + DROP;
  const bar = { x: 0, y: barY, width, height: BAR_HEIGHT };
  const top = barY + BAR_HEIGHT + DROP;
  const height = machines.length === 0 ? barY + BAR_HEIGHT + PADDING : top + below.height + PADDING;
  const placed: Placed[] = [{ vertex, box: { x: 0, y: 0, width, height }, name, ...EMPTY }];
  const drops: Block['drops'][number][] = [];
  machines.forEach(({ id, block }, i) => {
    const cell = below.cells[i];
    if (cell === undefined) return;
    const at = { x: PADDING + (inner - below.width) / 2 + cell.x, y: top + cell.y };
    placed.push(...block.placed.map((one) => ({ ...one, box: moved(one.box, at) })));
    const link = model.links.findIndex(
      ({ kind, a, b }) => kind === 'uplink' && ((a === id && b === vertex) || (b === id && a === vertex)),
    );
    const body = moved(block.placed[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 }, at);
    if (link >= 0)
      drops.push({
        kind: 'link',
        index: link,
        points: drop(body, { x: at.x - cell.indent, y: bar.y + BAR_HEIGHT }, cell.row, 'down'),
      });
  });
  clients.forEach(({ id, block }, i) => {
    const cell = above.cells[i];
    if (cell === undefined) return;
    // The last row is the one next to the bar.
    const at = { x: PADDING + (inner - above.width) / 2 + cell.x, y: PADDING + cell.y };
    placed.push(...block.placed.map((one) => ({ ...one, box: moved(one.box, at) })));
    drops.push({
      kind: 'wire',
      index: id,
      points: drop(
        moved({ x: 0, y: 0, width: block.width, height: block.height }, at),
        { x: at.x - cell.indent, y: bar.y },
        above.rows - 1 - cell.row,
        'up',
      ),
    });
  });
  return { width, height, placed, bars: [{ zone: vertex, box: bar }], drops, collapsed: [] };
}

/**
 * A straight line from the bar to a block in the next row; to a block further away, through the gap to the left of its
 * column. `from`: the left edge of its column, at the bar.
 */
function drop(box: Box, from: Point, row: number, way: 'down' | 'up'): Point[] {
  const middle = centre(box);
  if (row === 0)
    return [
      { x: middle.x, y: from.y },
      { x: middle.x, y: way === 'down' ? box.y : box.y + box.height },
    ];
  const x = from.x - LANE * Math.min(row, 4);
  const y = way === 'down' ? box.y + NAME_HEIGHT / 2 : middle.y;
  return [
    { x, y: from.y },
    { x, y },
    { x: box.x, y },
  ];
}

interface Cell {
  /** The left upper corner of the block. */
  readonly x: number;
  readonly y: number;
  readonly row: number;
  /** How far the block stands from the left edge of its column. */
  readonly indent: number;
}

function grid(
  blocks: readonly Block[],
  columns: number,
): { readonly width: number; readonly height: number; readonly rows: number; readonly cells: readonly Cell[] } {
  const rows = Math.ceil(blocks.length / columns);
  const widths = Array.from({ length: Math.min(columns, blocks.length) }, (_, c) =>
    Math.max(...blocks.filter((_block, i) => i % columns === c).map(({ width }) => width)),
  );
  const heights = Array.from({ length: rows }, (_, r) =>
    Math.max(...blocks.slice(r * columns, (r + 1) * columns).map(({ height }) => height)),
  );
  const before = (lengths: readonly number[], n: number): number =>
    lengths.slice(0, n).reduce((sum, length) => sum + length + GAP, 0);
  const cells = blocks.map((block, i): Cell => {
    const column = i % columns;
    const row = Math.floor(i / columns);
    const indent = ((widths[column] ?? 0) - block.width) / 2;
    return { x: before(widths, column) + indent, y: before(heights, row), row, indent };
  });
  return {
    width: Math.max(0, before(widths, widths.length) - GAP),
    height: Math.max(0, before(heights, rows) - GAP),
    rows,
    cells,
  };
}

/** One box: how many machines, and which stores have replicas there. */
function collapsedZone(model: Model, vertex: VertexId): Block {
  const found = model.vertices[vertex];
  const members = found?.kind === 'zone' ? found.members : [];
  const name = nameOf(model, vertex);
  const width = Math.max(widthOf(name), 170);
  const box = { x: 0, y: 0, width, height: NAME_HEIGHT + 2 * BADGE_HEIGHT + 12 };
  const clients = [vertex, ...members].flatMap((place) => clientsOf(model, place)).length;
  const counts = { text: list([count(members.length, 'node'), ...(clients > 0 ? [count(clients, 'client')] : [])]) };
  const stores = model.stores.flatMap((store, i) =>
    members.some((id) => roleOf(model, i, id) !== undefined) ? [store.name] : [],
  );
  const services = model.services.flatMap(({ name: service, instances }) =>
    members.some((id) => instances.includes(id)) ? [service] : [],
  );
  const held = cut([...services, ...(stores.length === 0 ? ['no store'] : stores)].join(', '), 24);
  return {
    ...box,
    placed: [{ vertex, box, name, ...EMPTY, lines: [counts, held] }],
    bars: [],
    drops: [],
    collapsed: [vertex],
  };
}
