import type { Model } from '../../model/model.js';
import { visible } from '../print/visible.js';
import { roundTripText } from '../words/roundTrip.js';
import { yearText } from '../words/share.js';
import { linkState, type LinkState } from './broken.js';
import { along, rounded } from './geometry.js';
import { percent } from './labels.js';
import type { Layout } from './layout.js';
import type { LinkLine } from './lines.js';
import { fullName, part, text, type View } from './pieces.js';
import type { Part, PartState, Point, Shape } from './scene.js';
import { linkSign } from './signs.js';

export function drawWire({ model, taking }: View, { client, points }: Layout['wires'][number]): Part {
  const states: PartState[] = taking !== undefined && !taking.has(client) ? ['dimmed'] : [];
  return part(
    { kind: 'wire', index: client, states },
    [`${fullName(model, client)}'s connection to its zone, which can't fail`],
    [{ kind: 'line', look: 'line', points }],
  );
}

/** How many widths there are for lines that matter: `line-weight-1` to this one. */
export const WEIGHTS = 5;

/** The width by the part of the most that is owed to one link: each next one stands for three times as much. */
function weightOf({ importance }: View, owed: number): string {
  const most = Math.max(0, ...importance.values());
  if (owed <= 0 || most <= 0) return '';
  const steps = Math.round(Math.log(most / owed) / Math.log(3));
  return ` line-weight-${Math.min(WEIGHTS, Math.max(1, WEIGHTS - steps))}`;
}

const STATES: Readonly<Record<LinkState, readonly PartState[]>> = {
  whole: [],
  cut: ['cut'],
  parted: ['parted'],
  'cut a to b': ['partly-cut'],
  'cut b to a': ['partly-cut'],
};

export function drawLink(view: View, line: LinkLine): Part {
  const { model, broken } = view;
  const index = line.links[0] ?? -1;
  const all = line.links.map((link) => linkState(model, broken, link));
  const harmed = all.filter((one) => one !== 'whole').length;
  // Of several links, the line is broken if nothing passes on any of them.
  const state = all.every((one) => one === all[0])
    ? (all[0] ?? 'whole')
    : all.every((one) => one === 'cut' || one === 'parted')
      ? 'cut'
      : 'whole';
  const found = model.links[index];
  const oneWay = line.links.length === 1 && found?.oneWay === true;
  const owed = line.links.reduce((sum, link) => sum + (view.importance.get(link) ?? 0), 0);
  const shapes: Shape[] = [
    { kind: 'line', look: 'touch', points: line.points },
    ...strokes(line.points, state, weightOf(view, owed)),
  ];
  if (oneWay) shapes.push(arrow(line.points));
  if (state === 'cut' || state === 'parted') shapes.push(...linkSign(line.marks.whole, state));
  if (state === 'whole' && harmed > 0) shapes.push(...linkSign(line.marks.a, 'cut'));
  if (state === 'cut a to b') shapes.push(arrow([...line.points].reverse()), ...linkSign(line.marks.b, 'cut'));
  if (state === 'cut b to a') shapes.push(arrow(line.points), ...linkSign(line.marks.a, 'cut'));
  if (line.label !== undefined) {
    const { text: label, box } = line.label;
    shapes.push(
      { kind: 'box', look: 'label-back', radius: 3, ...box },
      text('label', 'middle', { x: box.x + box.width / 2, y: box.y + box.height / 2 }, label),
    );
  }
  const states: PartState[] = [...STATES[state], ...(state === 'whole' && harmed > 0 ? (['partly-cut'] as const) : [])];
  const words = line.links.length === 1 ? linkWords(model, index, state) : bundleWords(model, line.links, harmed);
  const says = owed > 0 ? [...words, `owed to it: ${yearText(owed)} without an answer`] : words;
  return { ...part({ kind: 'link', index, states }, says, shapes), links: line.links };
}

function linkWords(model: Model, index: number, state: LinkState): string[] {
  const link = model.links[index];
  if (link === undefined) return [];
  const [a, b] = [fullName(model, link.a), fullName(model, link.b)];
  const name = link.name === undefined ? '' : `${visible(link.name)}, `;
  const broken: Readonly<Record<LinkState, string>> = {
    whole: '',
    cut: 'cut',
    parted: 'carries nothing between the sides of the partition',
    'cut a to b': `cut from ${a} to ${b}`,
    'cut b to a': `cut from ${b} to ${a}`,
  };
  return [
    `Link ${name}${link.oneWay ? `from ${a} to ${b} only` : `${a} to ${b}`}`,
    link.roundTripMs === undefined ? '' : `round trip ${roundTripText(link)}`,
    link.fails === undefined ? '' : `fails with a probability of ${percent(link.fails)}`,
    broken[state],
  ];
}

function bundleWords(model: Model, links: readonly number[], harmed: number): string[] {
  const names = links.slice(0, 4).map((link) => visible(model.links[link]?.label ?? '?'));
  const more = links.length > names.length ? ` and ${links.length - names.length} more` : '';
  return [`${links.length} links: ${names.join(', ')}${more}`, harmed > 0 ? `${harmed} of them broken` : ''];
}

/** The half that leads to the end at which nothing arrives is the broken one. */
function strokes(points: readonly Point[], state: LinkState, weight: string): Shape[] {
  if (state === 'whole') return [{ kind: 'line', look: `line${weight}`, points }];
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
