import type { Cause } from '../../engine/facts.js';
import type { Model, VertexId } from '../../model/model.js';
import { HEALTHY } from '../../network/fault.js';
import { whenText } from '../words/cause.js';
import { visible } from '../print/visible.js';
import { count, list, msText } from '../words/sentence.js';
import { BADGE_HEIGHT, BADGE_INDENT, NAME_HEIGHT, roleOf, type Badge, type Placed, type Role } from './blocks.js';
import { brokenBy, isStopped, linkState, type Broken, type LinkState } from './broken.js';
import { along, contains, grown, rounded } from './geometry.js';
import { layOut, percent, type Layout, type LinkLine, type Mark } from './layout.js';
import { pixels, SMALL_COLUMN } from './measure.js';
import type { Box, Part, PartKind, PartState, Point, Scene, Shape } from './scene.js';
import { selectedStores, takingPart, type Selection } from './selection.js';

export interface DrawOptions {
  /** What is broken; without it, the healthy network. */
  readonly cause?: Cause;
  readonly selection?: Selection;
}

/**
 * The picture of a design: zones with their machines, stores, clients and links, and what a fault does to them. The
 * same input gives the same picture to the last byte, and neither a fault nor a selection moves anything.
 */
export function drawDiagram(model: Model, { cause = HEALTHY, selection }: DrawOptions = {}): Scene {
  const layout = layoutOf(model);
  const view: View = { model, layout, broken: brokenBy(model, cause), selection, taking: takingPart(model, selection) };
  const parts = [
    ...layout.placed.flatMap((one) => (isZone(model, one) ? [drawZone(view, one)] : [])),
    ...sides(view),
    ...layout.wires.map((wire) => drawWire(view, wire)),
    ...layout.lines.map((line) => drawLink(view, line)),
    ...layout.placed.flatMap((one) => (isZone(model, one) ? [] : [drawVertex(view, one)])),
  ];
  if (parts.length === 0) return emptyScene(description(model, cause, selection));
  const legend = drawLegend(view, parts);
  return {
    width: Math.max(layout.width, legend.width),
    height: layout.height + legend.height,
    description: description(model, cause, selection),
    parts: [...parts, ...legend.parts],
  };
}

/** Whoever breaks one thing after the other looks at the same places again and again. */
const layouts = new WeakMap<Model, Layout>();

function layoutOf(model: Model): Layout {
  const known = layouts.get(model) ?? layOut(model);
  layouts.set(model, known);
  return known;
}

function emptyScene(says: string): Scene {
  return {
    width: pixels(says, SMALL_COLUMN) + 48,
    height: 48,
    description: says,
    parts: [
      { kind: 'legend', index: 0, states: [], label: says, shapes: [text('small', 'start', 24, 24, { text: says })] },
    ],
  };
}

interface View {
  readonly model: Model;
  readonly layout: Layout;
  readonly broken: Broken;
  readonly selection: Selection | undefined;
  /** Undefined: nothing is pointed out. */
  readonly taking: ReadonlySet<VertexId> | undefined;
}

function pointedOut(model: Model, selection: Selection): string {
  switch (selection.kind) {
    case 'store':
      return `who takes part in store ${model.stores[selection.store]?.name ?? '?'}`;
    case 'operation':
      return `who takes part in operation ${model.operations[selection.operation]?.name ?? '?'}`;
    case 'zone':
      return `who is in zone ${model.vertices[selection.zone]?.name ?? '?'}`;
  }
}

function description(model: Model, cause: Cause, selection: Selection | undefined): string {
  const of = (kind: string): number => model.vertices.filter((vertex) => vertex.kind === kind).length;
  const counts = (['zone', 'node', 'router', 'client'] as const).flatMap((kind) =>
    of(kind) > 0 ? [count(of(kind), kind)] : [],
  );
  const all = [
    ...counts,
    ...(model.links.length > 0 ? [count(model.links.length, 'link')] : []),
    ...(model.stores.length > 0 ? [count(model.stores.length, 'store')] : []),
  ];
  const what =
    all.length === 0
      ? 'The design declares nothing that could be drawn.'
      : `A network of ${list(all)}, ${whenText(model, cause)}.`;
  if (selection === undefined) return visible(what);
  return visible(`${what} Pointed out: ${pointedOut(model, selection)}.`);
}

// Vertices

function isZone(model: Model, { vertex }: Placed): boolean {
  return model.vertices[vertex]?.kind === 'zone';
}

/** What is stopped is never dimmed: it must be seen. */
function statesOf(view: View, id: VertexId): PartState[] {
  const { taking } = view;
  const stopped = isStopped(view.model, view.broken, id);
  return [
    ...(stopped ? (['stopped'] as const) : []),
    ...(taking === undefined || (stopped && !taking.has(id))
      ? []
      : [taking.has(id) ? ('selected' as const) : ('dimmed' as const)]),
  ];
}

function drawZone(view: View, { vertex, box, name, lines }: Placed): Part {
  const { model, layout } = view;
  const members = model.vertices[vertex]?.kind === 'zone' ? model.vertices[vertex].members : [];
  const stopped = isStopped(view.model, view.broken, vertex);
  const bar = layout.bars.find(({ zone }) => zone === vertex)?.box;
  const strip = bar ?? { ...box, height: NAME_HEIGHT };
  const shapes: Shape[] = [
    { kind: 'box', look: 'zone-frame', radius: 8, ...box },
    { kind: 'box', look: 'zone-bar', radius: bar === undefined ? 8 : 0, ...strip },
    text('zone-name', 'middle', strip.x + strip.width / 2, strip.y + strip.height / 2, name),
    ...lines.map((line, i) =>
      text('small', 'middle', box.x + box.width / 2, box.y + NAME_HEIGHT + 6 + (i + 0.5) * BADGE_HEIGHT, line),
    ),
    ...(stopped && layout.collapsed.includes(vertex) ? crossOut(box) : []),
  ];
  const down = members.filter((id) => isStopped(view.model, view.broken, id)).length;
  const states: PartState[] = stopped
    ? ['stopped']
    : view.taking !== undefined && layout.collapsed.includes(vertex)
      ? [members.some((id) => view.taking?.has(id)) ? 'selected' : 'dimmed']
      : [];
  const says = [
    `Zone ${fullName(model, vertex)} of ${count(members.length, 'node')}`,
    stopped ? 'lost' : down > 0 ? `${down} of them stopped` : '',
  ];
  return part('zone', vertex, states, says, shapes);
}

function drawVertex(view: View, placed: Placed): Part {
  const kind = view.model.vertices[placed.vertex]?.kind ?? 'node';
  return kind === 'node' ? drawNode(view, placed) : drawPlace(view, placed, kind);
}

/** A router or a client: a name in a shape of its own. */
function drawPlace(view: View, { vertex, box, name }: Placed, kind: PartKind): Part {
  const { model } = view;
  const found = model.vertices[vertex];
  const stopped = isStopped(view.model, view.broken, vertex);
  const outline: Shape =
    kind === 'router'
      ? { kind: 'polygon', look: 'router-box', points: hexagon(box) }
      : { kind: 'box', look: 'client-box', radius: box.height / 2, ...box };
  const where =
    found?.kind === 'client' && found.placement.kind !== 'free'
      ? `${found.placement.kind === 'zone' ? 'in zone' : 'at'} ${fullName(model, found.placement.vertex)}`
      : '';
  const via =
    found?.kind === 'client' && found.via.length > 0
      ? `asks only ${list(found.via.map((id) => fullName(model, id)))}`
      : '';
  const says = [
    `${kind === 'router' ? 'Router' : 'Client'} ${fullName(model, vertex)}${where === '' ? '' : ` ${where}`}`,
    via,
    stopped ? (kind === 'client' ? 'issues nothing' : 'stopped') : '',
  ];
  const shapes = [
    outline,
    text('name', 'middle', box.x + box.width / 2, box.y + box.height / 2, name),
    ...(stopped ? crossOut(box) : []),
  ];
  return part(kind, vertex, statesOf(view, vertex), says, shapes);
}

const ROLE_WORDS: Readonly<Record<Role, string>> = { leader: 'leads', replica: 'holds', witness: 'votes for' };

function drawNode(view: View, { vertex, box, name, badges, moreBadges }: Placed): Part {
  const { model } = view;
  const stopped = isStopped(view.model, view.broken, vertex);
  const stores = view.selection === undefined ? undefined : selectedStores(model, view.selection);
  const more =
    moreBadges === 0
      ? []
      : [text('small', 'start', box.x + BADGE_INDENT, badgeY(box, badges.length), { text: `and ${moreBadges} more` })];
  const shapes: Shape[] = [
    { kind: 'box', look: 'node-box', radius: 4, ...box },
    text('name', 'middle', box.x + box.width / 2, box.y + NAME_HEIGHT / 2 + 1, name),
    ...badges.flatMap((badge, i) => drawBadge(badge, box.x, badgeY(box, i), stores?.includes(badge.store) ?? false)),
    ...more,
    ...(stopped ? crossOut(box) : []),
  ];
  const roles = model.stores.flatMap((store, i) => {
    const role = roleOf(model, i, vertex);
    return role === undefined ? [] : [`${ROLE_WORDS[role]} ${visible(store.name)}`];
  });
  const found = model.vertices[vertex];
  const zone = found?.kind === 'node' && found.zone !== undefined ? ` in zone ${fullName(model, found.zone)}` : '';
  const says = [
    `Node ${fullName(model, vertex)}${zone}`,
    roles.length === 0 ? '' : list(roles),
    stopped ? 'stopped' : '',
  ];
  return part('node', vertex, statesOf(view, vertex), says, shapes);
}

function badgeY(box: Box, row: number): number {
  return box.y + NAME_HEIGHT + (row + 0.5) * BADGE_HEIGHT;
}

function drawBadge({ role, name }: Badge, x: number, y: number, isSelected: boolean): Shape[] {
  return [
    badgeSign(role, x + 14, y),
    text(
      isSelected ? 'badge badge-selected' : role === 'witness' ? 'badge badge-witness' : 'badge',
      'start',
      x + BADGE_INDENT,
      y,
      name,
    ),
  ];
}

/** A star leads, a dot holds a copy, an open diamond votes and holds none. */
function badgeSign(role: Role, x: number, y: number): Shape {
  switch (role) {
    case 'leader':
      return { kind: 'polygon', look: 'sign-leader', points: star(x, y, 6.5) };
    case 'replica':
      return { kind: 'box', look: 'sign-replica', radius: 4, x: x - 4, y: y - 4, width: 8, height: 8 };
    case 'witness':
      return {
        kind: 'polygon',
        look: 'sign-witness',
        points: [
          { x, y: y - 5.5 },
          { x: x + 5.5, y },
          { x, y: y + 5.5 },
          { x: x - 5.5, y },
        ],
      };
  }
}

function star(x: number, y: number, radius: number): Point[] {
  return Array.from({ length: 10 }, (_, i) => {
    const angle = (Math.PI * i) / 5 - Math.PI / 2;
    const r = i % 2 === 0 ? radius : radius * 0.42;
    return rounded({ x: x + r * Math.cos(angle), y: y + r * Math.sin(angle) });
  });
}

function hexagon({ x, y, width, height }: Box): Point[] {
  const middle = y + height / 2;
  return [
    { x, y: middle },
    { x: x + 12, y },
    { x: x + width - 12, y },
    { x: x + width, y: middle },
    { x: x + width - 12, y: y + height },
    { x: x + 12, y: y + height },
  ];
}

function crossOut({ x, y, width, height }: Box): Shape[] {
  return [
    {
      kind: 'line',
      look: 'stop',
      points: [
        { x, y },
        { x: x + width, y: y + height },
      ],
    },
    {
      kind: 'line',
      look: 'stop',
      points: [
        { x: x + width, y },
        { x, y: y + height },
      ],
    },
  ];
}

// Links

function drawWire({ model, taking }: View, { client, points }: Layout['wires'][number]): Part {
  const states: PartState[] = taking !== undefined && !taking.has(client) ? ['dimmed'] : [];
  return part(
    'wire',
    client,
    states,
    [`${fullName(model, client)}'s connection to its zone, which can't fail`],
    [{ kind: 'line', look: 'line', points }],
  );
}

const STATES: Readonly<Record<LinkState, readonly PartState[]>> = {
  whole: [],
  cut: ['cut'],
  parted: ['parted'],
  'cut a to b': ['partly-cut'],
  'cut b to a': ['partly-cut'],
};

function drawLink(view: View, line: LinkLine): Part {
  const { model, broken } = view;
  const index = line.links[0] ?? -1;
  const all = line.links.map((link) => linkState(model, broken, link));
  const harmed = all.filter((one) => one !== 'whole').length;
  // Of several links, the line is broken where nothing passes on any of them.
  const state = all.every((one) => one === all[0])
    ? (all[0] ?? 'whole')
    : all.every((one) => one === 'cut' || one === 'parted')
      ? 'cut'
      : 'whole';
  const found = model.links[index];
  const oneWay = line.links.length === 1 && found?.oneWay === true;
  const shapes: Shape[] = [{ kind: 'line', look: 'touch', points: line.points }, ...strokes(line.points, state)];
  if (oneWay) shapes.push(arrow(line.points));
  if (state === 'cut' || state === 'parted') shapes.push(...sign(line.marks.whole, state));
  if (state === 'whole' && harmed > 0) shapes.push(...sign(line.marks.a, 'cut'));
  if (state === 'cut a to b') shapes.push(arrow([...line.points].reverse()), ...sign(line.marks.b, 'cut'));
  if (state === 'cut b to a') shapes.push(arrow(line.points), ...sign(line.marks.a, 'cut'));
  if (line.label !== undefined) {
    const { text: label, box } = line.label;
    shapes.push(
      { kind: 'box', look: 'label-back', radius: 3, ...box },
      text('label', 'middle', box.x + box.width / 2, box.y + box.height / 2, label),
    );
  }
  const states: PartState[] = [...STATES[state], ...(state === 'whole' && harmed > 0 ? (['partly-cut'] as const) : [])];
  const says = line.links.length === 1 ? linkWords(model, index, state) : bundleWords(model, line.links, harmed);
  return { ...part('link', index, states, says, shapes), links: line.links };
}

function linkWords(model: Model, index: number, state: LinkState): string[] {
  const link = model.links[index];
  if (link === undefined) return [];
  const [a, b] = [fullName(model, link.a), fullName(model, link.b)];
  const broken: Readonly<Record<LinkState, string>> = {
    whole: '',
    cut: 'cut',
    parted: 'carries nothing between the sides of the partition',
    'cut a to b': `cut from ${a} to ${b}`,
    'cut b to a': `cut from ${b} to ${a}`,
  };
  return [
    link.kind === 'uplink'
      ? `Uplink of ${a} to ${b}`
      : `Link ${link.name === undefined ? '' : `${visible(link.name)}, `}${link.oneWay ? `from ${a} to ${b} only` : `${a} to ${b}`}`,
    link.roundTripMs === undefined ? '' : `round trip ${msText(link.roundTripMs)}`,
    link.fails === undefined ? '' : `fails with a probability of ${percent(link.fails)}`,
    broken[state],
  ];
}

function bundleWords(model: Model, links: readonly number[], harmed: number): string[] {
  const names = links.slice(0, 4).map((link) => visible(model.links[link]?.label ?? '?'));
  const more = links.length > names.length ? ` and ${links.length - names.length} more` : '';
  return [`${links.length} links: ${names.join(', ')}${more}`, harmed > 0 ? `${harmed} of them broken` : ''];
}

/** The half that leads to where nothing arrives is the broken one. */
function strokes(points: readonly Point[], state: LinkState): Shape[] {
  if (state === 'whole') return [{ kind: 'line', look: 'line', points }];
  if (state === 'cut' || state === 'parted') return [{ kind: 'line', look: 'line line-broken', points }];
  const [first, second] = halves(points);
  const [fine, broken] = state === 'cut a to b' ? [first, second] : [second, first];
  return [
    { kind: 'line', look: 'line', points: fine },
    { kind: 'line', look: 'line line-broken', points: broken },
  ];
}

function halves(points: readonly Point[]): readonly [Point[], Point[]] {
  const { at } = along(points, 0.5);
  const middle = rounded(at);
  let before = 0;
  const total = points.map(
    (point, i) =>
      (before += i === 0 ? 0 : Math.hypot(point.x - (points[i - 1]?.x ?? 0), point.y - (points[i - 1]?.y ?? 0))),
  );
  const first = points.filter((_, i) => (total[i] ?? 0) < before / 2);
  return [
    [...first, middle],
    [middle, ...points.slice(first.length)],
  ];
}

/** At the end of a line. */
function arrow(points: readonly Point[]): Shape {
  const { at, direction } = along(points, 1);
  const back = { x: at.x - direction.x * 11, y: at.y - direction.y * 11 };
  const side = { x: -direction.y * 5, y: direction.x * 5 };
  return {
    kind: 'polygon',
    look: 'arrow',
    points: [at, { x: back.x + side.x, y: back.y + side.y }, { x: back.x - side.x, y: back.y - side.y }].map(rounded),
  };
}

/** A cross where a link is cut, two bars where a partition stands between its ends. */
function sign({ at, direction }: Mark, state: 'cut' | 'parted'): Shape[] {
  const point = (forth: number, across: number): Point =>
    rounded({
      x: at.x + direction.x * forth - direction.y * across,
      y: at.y + direction.y * forth + direction.x * across,
    });
  const strokesOf: readonly (readonly [Point, Point])[] =
    state === 'cut'
      ? [
          [point(-7, -7), point(7, 7)],
          [point(-7, 7), point(7, -7)],
        ]
      : [
          [point(-3, -9), point(-3, 9)],
          [point(3, -9), point(3, 9)],
        ];
  return (['sign-back', 'sign'] as const).flatMap((look) =>
    strokesOf.map((points): Shape => ({ kind: 'line', look, points })),
  );
}

// Sides of a partition

function sides(view: View): Part[] {
  const { layout, broken } = view;
  return broken.splits.flatMap((split, entry) => {
    const numbers = [...new Set(split.values())].sort((x, y) => x - y);
    return numbers.map((side): Part => {
      const on = layout.placed.filter(({ vertex }) => split.get(vertex) === side);
      // A zone that is on a side as a whole stands for what is in it; a machine for the clients at it.
      const outermost = on.filter(({ box }) => !on.some((other) => other.box !== box && contains(other.box, box)));
      const name = broken.splits.length > 1 ? `side ${entry + 1}.${side + 1}` : `side ${side + 1}`;
      const shapes = outermost.flatMap(({ box }) => sideShapes(grown(box, 7 + 5 * entry), name, side));
      return part(
        'side',
        side,
        [],
        [
          `${name.charAt(0).toUpperCase()}${name.slice(1)} of the partition: ${list(outermost.map(({ vertex }) => fullName(view.model, vertex)))}`,
        ],
        shapes,
      );
    });
  });
}

function sideShapes(box: Box, name: string, side: number): Shape[] {
  const tag = { x: box.x + 8, y: box.y - 9, width: pixels(name, SMALL_COLUMN) + 10, height: 16 };
  return [
    { kind: 'box', look: `side-area side-${side % 4}`, radius: 10, ...box },
    { kind: 'box', look: 'side-tag', radius: 3, ...tag },
    text('side-name', 'middle', tag.x + tag.width / 2, tag.y + tag.height / 2, { text: name }),
  ];
}

// Legend

const LEGEND_HEIGHT = 30;

interface Entry {
  readonly text: string;
  readonly shapes: (x: number, y: number) => readonly Shape[];
  readonly states?: readonly PartState[];
}

/** Says what the signs mean that occur in the picture, in one line or in as many as the picture's width asks for. */
function drawLegend(
  { layout }: View,
  parts: readonly Part[],
): { readonly width: number; readonly height: number; readonly parts: readonly Part[] } {
  const looks = new Set(parts.flatMap(({ shapes }) => shapes.map(({ look }) => look)));
  const states = new Set(parts.filter(({ kind }) => kind === 'link').flatMap((one) => one.states));
  const badge = (role: Role, meaning: string): Entry => ({
    text: meaning,
    shapes: (x, y) => [badgeSign(role, x + 8, y)],
  });
  const broken = (state: 'cut' | 'parted', meaning: string): Entry => ({
    text: meaning,
    states: [state],
    shapes: (x, y) => [
      {
        kind: 'line',
        look: 'line line-broken',
        points: [
          { x: x - 8, y },
          { x: x + 18, y },
        ],
      },
      ...sign({ at: { x: x + 5, y }, direction: { x: 1, y: 0 } }, state),
    ],
  });
  const entries: Entry[] = [
    ...(looks.has('sign-leader') ? [badge('leader', 'leader or primary')] : []),
    ...(looks.has('sign-replica') ? [badge('replica', 'holds a copy')] : []),
    ...(looks.has('sign-witness') ? [badge('witness', 'votes, holds no copy')] : []),
    ...(states.has('cut') || states.has('partly-cut') ? [broken('cut', 'cut')] : []),
    ...(states.has('parted') ? [broken('parted', 'nothing passes')] : []),
    ...(looks.has('stop')
      ? [
          {
            text: 'stopped',
            shapes: (x: number, y: number) => crossOut({ x: x - 4, y: y - 7, width: 20, height: 14 }),
            states: ['stopped'] as const,
          },
        ]
      : []),
  ];
  const drawn: Part[] = [];
  let x = 36;
  let y = layout.height;
  let width = 0;
  for (const { text: meaning, shapes, states: own = [] } of entries) {
    const room = pixels(meaning, SMALL_COLUMN) + 62;
    if (x > 36 && x + room > Math.max(layout.width, 360)) [x, y] = [36, y + LEGEND_HEIGHT - 8];
    drawn.push(
      part(
        'legend',
        drawn.length,
        own,
        [meaning],
        [...shapes(x, y), text('small', 'start', x + 26, y, { text: meaning })],
      ),
    );
    x += room;
    width = Math.max(width, x);
  }
  return { width, height: entries.length === 0 ? 0 : y - layout.height + LEGEND_HEIGHT - 12, parts: drawn };
}

// Pieces

function part(
  kind: PartKind,
  index: number,
  states: readonly PartState[],
  says: readonly string[],
  shapes: readonly Shape[],
): Part {
  return { kind, index, states, label: `${says.filter((one) => one !== '').join(', ')}.`, shapes };
}

function text(
  look: string,
  anchor: 'start' | 'middle' | 'end',
  x: number,
  y: number,
  content: { readonly text: string; readonly full?: string },
): Shape {
  return { kind: 'text', look, anchor, x, y, ...content };
}

function fullName(model: Model, vertex: VertexId): string {
  return visible(model.vertices[vertex]?.name ?? '?');
}
