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

export function drawScene(scene: Scene): SVGSVGElement {
  const svg = create('svg', {
    class: 'netsplit',
    viewBox: `0 0 ${scene.width} ${scene.height}`,
    role: 'group',
    'aria-label': scene.description,
  });
  svg.append(...scene.parts.map(drawPart));
  // One of them can be reached with Tab; arrow keys go on from there.
  svg.querySelector('[role=button]')?.setAttribute('tabindex', '0');
  return svg;
}

/** The shapes are what one clicks and reaches by keyboard; the texts on them say what their label says in full. */
function drawPart(part: Part): SVGGElement {
  const group = create('g', {
    class: [part.kind, ...part.states].join(' '),
    'data-kind': part.kind,
    'data-index': part.index,
  });
  const shapes = create(
    'g',
    ACTIVE.has(part.kind) ? { role: 'button', tabindex: -1, 'aria-label': part.label } : { 'aria-hidden': 'true' },
  );
  if (BREAKABLE.has(part.kind)) shapes.setAttribute('aria-pressed', String(isBroken(part)));
  // The sentence of a step stands beside it.
  if (ACTIVE.has(part.kind) && part.kind !== 'step') {
    const title = create('title', {});
    title.textContent = part.label;
    shapes.append(title);
  }
  shapes.append(...part.shapes.filter(({ kind }) => kind !== 'text').map(drawShape));
  group.append(shapes, ...part.shapes.filter(({ kind }) => kind === 'text').map(drawShape));
  return group;
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

const LARGEST = 4;
const SMALLEST = 0.1;
/** Where one reads from top to bottom, the picture gets no smaller than that by itself. */
const SMALLEST_READABLE = 0.7;
/** A small design is not blown up. */
const LARGEST_FIT = 1.25;
const STEP = 1.25;

/** The size of the picture in its scrollable place: it fits until one makes it larger or smaller; dragging moves it. */
export class Zoom {
  private svg: SVGSVGElement | undefined;
  private size = { width: 1, height: 1 };
  /** Undefined: as large as it fits. */
  private chosen: number | undefined;

  /** `fits`: what of the picture is seen without scrolling when it fits. */
  constructor(
    private readonly place: HTMLElement,
    private readonly fits: 'all' | 'width',
  ) {
    new ResizeObserver(() => this.apply()).observe(place);
    place.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        this.by(event.deltaY < 0 ? STEP : 1 / STEP);
      },
      { passive: false },
    );
    this.dragging();
  }

  show(svg: SVGSVGElement, { width, height }: Scene): void {
    this.svg = svg;
    this.size = { width, height };
    this.apply();
  }

  larger(): void {
    this.by(STEP);
  }

  smaller(): void {
    this.by(1 / STEP);
  }

  fit(): void {
    this.chosen = undefined;
    this.apply();
  }

  private by(factor: number): void {
    const before = this.scale;
    this.chosen = Math.min(LARGEST, Math.max(SMALLEST, before * factor));
    // What is in the middle stays there.
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.place;
    const ratio = this.chosen / before;
    this.apply();
    this.place.scrollTo(
      (scrollLeft + clientWidth / 2) * ratio - clientWidth / 2,
      (scrollTop + clientHeight / 2) * ratio - clientHeight / 2,
    );
  }

  private get scale(): number {
    const { clientWidth, clientHeight } = this.place;
    if (this.fits === 'width')
      return this.chosen ?? Math.max(SMALLEST_READABLE, Math.min(1, clientWidth / this.size.width));
    return (
      this.chosen ??
      Math.max(SMALLEST, Math.min(LARGEST_FIT, clientWidth / this.size.width, clientHeight / this.size.height))
    );
  }

  private apply(): void {
    if (this.svg === undefined) return;
    // Whole pixels, rounded down, or the place would get scroll bars that it does not need.
    this.svg.setAttribute('width', String(Math.floor(this.size.width * this.scale)));
    this.svg.setAttribute('height', String(Math.floor(this.size.height * this.scale)));
  }

  private dragging(): void {
    let last: { readonly x: number; readonly y: number } | undefined;
    this.place.addEventListener('pointerdown', ({ button, clientX, clientY }) => {
      if (button === 0) last = { x: clientX, y: clientY };
    });
    this.place.addEventListener('pointermove', ({ buttons, clientX, clientY }) => {
      if (last === undefined || buttons === 0) return;
      this.place.scrollBy(last.x - clientX, last.y - clientY);
      last = { x: clientX, y: clientY };
    });
    this.place.addEventListener('pointerup', () => (last = undefined));
  }
}
