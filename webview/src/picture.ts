import type { Part, Scene, Shape } from '#protocol';

/** A scene as SVG elements. Whatever comes from a design becomes text, never markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** Kinds that one can do something with; all others are scenery. */
const ACTIVE: ReadonlySet<Part['kind']> = new Set(['zone', 'node', 'router', 'client', 'link', 'step']);
/** Kinds that can break. */
export const BREAKABLE: ReadonlySet<Part['kind']> = new Set(['zone', 'node', 'link']);
const BROKEN: readonly Part['states'][number][] = ['cut', 'parted', 'stopped'];

export function isBroken({ states }: Part): boolean {
  return BROKEN.some((state) => states.includes(state));
}

/** `before`: what was shown. Verdicts that were others in it are pointed out. */
export function drawScene(scene: Scene, before?: Scene): SVGSVGElement {
  const svg = sheetOf(scene, 'group');
  const known = new Set((before?.parts ?? []).flatMap(verdictsOf));
  svg.append(...scene.parts.map((part) => drawPart(part, before === undefined ? undefined : known)));
  // One of them can be reached with Tab; arrow keys go on from there.
  svg.querySelector('[role=button]')?.setAttribute('tabindex', '0');
  return svg;
}

/** A picture with which one can do nothing. */
export function drawScenery(scene: Scene): SVGSVGElement {
  const svg = sheetOf(scene, 'img');
  svg.append(...scene.parts.map((part) => drawPart(part, undefined, false)));
  return svg;
}

function sheetOf({ width, height, description }: Scene, role: 'group' | 'img'): SVGSVGElement {
  return create('svg', { class: 'netsplit', viewBox: `0 0 ${width} ${height}`, role, 'aria-label': description });
}

/** The shapes are what one clicks and reaches by keyboard; the texts on them say what their label says in full. */
function drawPart(part: Part, known: ReadonlySet<string> | undefined, isActive = ACTIVE.has(part.kind)): SVGGElement {
  const group = create('g', {
    class: [part.kind, ...part.states].join(' '),
    'data-kind': part.kind,
    'data-index': part.index,
  });
  const shapes = create(
    'g',
    isActive ? { role: 'button', tabindex: -1, 'aria-label': part.label } : { 'aria-hidden': 'true' },
  );
  if (isActive && BREAKABLE.has(part.kind)) shapes.setAttribute('aria-pressed', String(isBroken(part)));
  // The sentence of a step stands beside it.
  if (isActive && part.kind !== 'step') {
    const title = create('title', {});
    title.textContent = part.label;
    shapes.append(title);
  }
  shapes.append(...part.shapes.filter(({ kind }) => kind !== 'text').map(drawShape));
  group.append(shapes);
  for (const shape of part.shapes) {
    if (shape.kind !== 'text') continue;
    const drawn = drawShape(shape);
    const key = verdictKey(part, shape);
    if (key !== undefined && known !== undefined && !known.has(key)) drawn.classList.add('changed');
    group.append(drawn);
  }
  return group;
}

/** The signs of verdicts, each with its place: a fault moves nothing. */
function verdictsOf(part: Part): string[] {
  return part.shapes.flatMap((shape) => verdictKey(part, shape) ?? []);
}

function verdictKey({ kind, index }: Part, shape: Shape): string | undefined {
  if (kind === 'legend' || shape.kind !== 'text' || !shape.look.startsWith('verdict ')) return undefined;
  return `${kind} ${index} ${shape.y} ${shape.text}`;
}

function drawShape(shape: Shape): SVGElement {
  switch (shape.kind) {
    case 'box':
      return create('rect', {
        class: shape.look,
        x: shape.x,
        y: shape.y,
        width: shape.width,
        height: shape.height,
        rx: shape.radius,
      });
    case 'line':
      return create('polyline', { class: shape.look, points: pointsOf(shape.points) });
    case 'polygon':
      return create('polygon', { class: shape.look, points: pointsOf(shape.points) });
    case 'text': {
      const text = create('text', {
        class: shape.look,
        x: shape.x,
        y: shape.y,
        'text-anchor': shape.anchor,
        'aria-hidden': 'true',
      });
      text.textContent = shape.text;
      return text;
    }
  }
}

function pointsOf(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}

function create<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const created = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, String(value));
  return created;
}
