import { visible } from '../print/visible.js';

/** A picture of numbers as plain data. All texts are text; `drawChart` makes a scene of it. */
export interface Chart {
  /** What the picture shows, in one or two sentences for screen readers; a table beside it has the numbers. */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly curves: readonly Curve[];
  readonly marks: readonly Mark[];
  /** Below the picture, a line each: what the marks mean. */
  readonly legend: readonly { readonly look: MarkLook; readonly text: string }[];
}

/** One direction of the picture. */
export interface Axis {
  readonly name: string;
  readonly isLog: boolean;
  /** The ends, with `from` left or at the bottom. Both above 0 where `isLog`. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** A row of points that belong together; its name stands at its end. */
export interface Curve {
  readonly name: string;
  /** A row of the style sheet for its colour, and how it is dashed. */
  readonly look: string;
  /** In order of x. */
  readonly points: readonly Spot[];
}

/** `filled`, `open`: as the legend says. `today`: the design as it is. */
export type MarkLook = 'filled' | 'open' | 'today';

/** A point by itself, with its name beside it. */
export interface Mark extends Spot {
  readonly look: MarkLook;
  readonly name: string;
  /** The whole sentence. */
  readonly label: string;
}

/** A place in the units of the axes. What lies beyond an end is drawn at that end. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** An axis in powers of ten that has room for these numbers; `text` writes one. Of none above 0, one decade. */
export function logAxis(name: string, numbers: readonly number[], text: (n: number) => string, most = 1): Axis {
  const some = numbers.filter((n) => n > 0);
  const lowest = Math.floor(Math.log10(Math.min(most / 10, ...some)) + 1e-9);
  const highest = Math.ceil(Math.log10(Math.max(10 ** (lowest + 1), Math.min(most, Math.max(0, ...some)))) - 1e-9);
  const step = Math.max(1, Math.ceil((highest - lowest) / MOST_TICKS));
  const ticks = [];
  for (let power = highest; power >= lowest; power -= step) {
    // 10 ** -5 is 0.00001, and not the 0.000009999999999999999 that multiplication comes to.
    const at = Number(`1e${power}`);
    ticks.push({ at, text: visible(text(at)) });
  }
  return { name, isLog: true, from: Number(`1e${lowest}`), to: Number(`1e${highest}`), ticks };
}

/** An axis from 0 in round steps that has room for these numbers. `least`: no step is smaller, such as 1 of counts. */
export function linearAxis(name: string, numbers: readonly number[], text: (n: number) => string, least = 0): Axis {
  const most = Math.max(0, ...numbers);
  const rough = (most === 0 ? 1 : most) / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(least, ([1, 2, 5, 10].find((one) => one * power >= rough * (1 - 1e-9)) ?? 10) * power);
  const count = Math.max(1, Math.ceil((most / step) * (1 - 1e-9)));
  const ticks = Array.from({ length: count + 1 }, (_, i) => {
    const at = Number((i * step).toPrecision(12));
    return { at, text: visible(text(at)) };
  });
  return { name, isLog: false, from: 0, to: Number((count * step).toPrecision(12)), ticks };
}

const MOST_TICKS = 8;
