import type { Scene } from '#protocol';
import { onClick } from './controls.js';

const LARGEST = 4;
const SMALLEST = 0.1;
/** A picture that is read from top to bottom does not get smaller than this by itself. */
const SMALLEST_READABLE = 0.7;
/** Nor does a network, unless one asks for the whole. */
const SMALLEST_NETWORK = 0.6;
/** Where a picture is smaller than it was drawn, its texts are this much larger at most, or they leave their boxes. */
const LARGEST_TEXT = 1.18;
/** Below this size only names are shown: everything else could not be read. */
const ONLY_NAMES = 0.45;
/** Then the names have the room of what is not shown, up to so much. */
const LARGEST_NAME = 1.8;
/** Between a name and the sides of its box, in pixels of the picture. */
const NAME_MARGIN = 8;
/** A small design is not enlarged further. */
const LARGEST_FIT = 1.25;
const STEP = 1.25;

/** The size of the picture in its scrollable place: it fits until the user changes its size; dragging moves it. */
export class Zoom {
  private svg: SVGSVGElement | undefined;
  private size = { width: 1, height: 1 };
  /** Undefined: as large as it fits. */
  private chosen: number | undefined;
  /** Has somebody asked for the whole picture, however small its texts get? */
  private isWhole = false;

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
    const isFirst = this.svg === undefined;
    this.svg = svg;
    this.size = { width, height };
    this.apply();
    // Of a network that is larger than its place, the corner may be empty.
    const { scrollWidth, clientWidth } = this.place;
    if (isFirst && this.fits === 'all') this.place.scrollLeft = (scrollWidth - clientWidth) / 2;
  }

  larger(): void {
    this.by(STEP);
  }

  smaller(): void {
    this.by(1 / STEP);
  }

  fit(): void {
    this.chosen = undefined;
    this.isWhole = true;
    this.apply();
  }

  private by(factor: number): void {
    const before = this.scale;
    this.chosen = Math.min(LARGEST, Math.max(SMALLEST, before * factor));
    // The point in the middle stays there.
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
      Math.max(
        this.isWhole ? SMALLEST : SMALLEST_NETWORK,
        Math.min(LARGEST_FIT, clientWidth / this.size.width, clientHeight / this.size.height),
      )
    );
  }

  private apply(): void {
    if (this.svg === undefined) return;
    // Whole pixels, rounded down, or the place would get scroll bars that it does not need.
    this.svg.setAttribute('width', String(Math.floor(this.size.width * this.scale)));
    this.svg.setAttribute('height', String(Math.floor(this.size.height * this.scale)));
    this.svg.style.setProperty('--text-size', String(Math.min(LARGEST_TEXT, Math.max(1, 1 / this.scale))));
    const onlyNames = this.scale < ONLY_NAMES;
    this.svg.classList.toggle('only-names', onlyNames);
    if (onlyNames) this.svg.style.setProperty('--name-size', String(nameSize(this.svg)));
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

/** How much larger than they were drawn all names can be in their boxes. */
function nameSize(svg: SVGSVGElement): number {
  svg.style.removeProperty('--name-size');
  const sizes = [...svg.querySelectorAll<SVGTextElement>('.name, .zone-name')].flatMap((name) => {
    const box = name.parentElement?.firstElementChild;
    const length = name.getComputedTextLength();
    return box instanceof SVGGElement && length > 0 ? [(box.getBBox().width - NAME_MARGIN) / length] : [];
  });
  return Math.max(1, Math.min(LARGEST_NAME, ...sizes));
}

/** The buttons of the size. */
export function zoomButtons(zoom: Zoom): void {
  onClick('out', () => zoom.smaller());
  onClick('in', () => zoom.larger());
  onClick('fit', () => zoom.fit());
}

/** What each key does to the size. */
export function zoomKeys(zoom: Zoom): Readonly<Record<string, () => void>> {
  return {
    '+': () => zoom.larger(),
    '=': () => zoom.larger(),
    '-': () => zoom.smaller(),
    '0': () => zoom.fit(),
  };
}
