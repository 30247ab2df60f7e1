import type { Link, Model } from '../../model/model.js';
import { roundTripText } from '../words/roundTrip.js';
import { along, contains, cross, lengthOf, ORIGIN, overlap } from './geometry.js';
import { MOST_ROUTED, type Boxes, type Line, type LinkLine, type Mark } from './lines.js';
import { cut, pixels, SMALL_COLUMN, type Cut } from './measure.js';
import type { Box, Point } from './scene.js';

/** The labels of a diagram's links, and the places where a cut is marked. */

const LABEL_COLUMNS = 30;
const LABEL_HEIGHT = 16;

/** "cable · 80 ms · fails 0.1%", as in the file. The caller that shows it has to make everything in it visible. */
export function linkText(link: Link | undefined): string {
  if (link === undefined) return '';
  const parts = [link.name ?? '', roundTripText(link), link.fails === undefined ? '' : `fails ${percent(link.fails)}`];
  return parts.filter((part) => part !== '').join(' · ');
}

/** "0.1%"; small ones with two significant digits. */
export function percent(probability: number): string {
  return `${Number((100 * probability).toPrecision(2))}%`;
}

export function linkLabel(link: Link | undefined): Cut {
  return cut(linkText(link), LABEL_COLUMNS);
}

export function labelWidth({ text }: Cut): number {
  return text === '' ? 0 : pixels(text, SMALL_COLUMN) + 10;
}

/** Places the labels one after the other, each at the place where it covers least. */
export function labelled(model: Model, lines: readonly Line[], { placed, bars }: Boxes): LinkLine[] {
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
/** Of a line, this much has to be seen beside its label, in pixels: a cut is marked there, and clicked. */
const SEEN = 26;
/** Between a line and a label beside it. */
const BESIDE = 4;

/** On the line where enough of it stays to be seen, else beside it. */
function bestPlace(
  size: { readonly width: number; readonly height: number },
  points: readonly Point[],
  cost: (box: Box) => number,
): Box {
  const length = lengthOf(points);
  let best: Box | undefined;
  let least = Infinity;
  for (const share of SHARES) {
    const { at, direction } = along(points, share);
    // How much of a straight line through its middle a label covers, and how far it has to be moved to cover nothing.
    const covered = Math.min(size.width / Math.abs(direction.x), size.height / Math.abs(direction.y));
    const away = (size.width * Math.abs(direction.y) + size.height * Math.abs(direction.x)) / 2 + BESIDE;
    for (const side of [0, -1, 1]) {
      const middle = { x: at.x - side * away * direction.y, y: at.y + side * away * direction.x };
      const box = { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size };
      const hides = side === 0 && length - covered < SEEN;
      const price = cost(box) + Math.abs(share - 0.5) + (side === 0 ? 0 : 8) + (hides ? 40 : 0);
      if (price < least) [best, least] = [box, price];
    }
  }
  return best ?? { ...ORIGIN, ...size };
}

/** Half of a cross and a little space. */
const MARK_ROOM = 9;

export function marksOf(points: readonly Point[], label: Box | undefined): LinkLine['marks'] {
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
