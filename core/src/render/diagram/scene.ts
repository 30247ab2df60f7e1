/**
 * A picture as plain data: an SVG file, a panel and a test use the same scene. All texts are text, never markup, and
 * everything in them is visible; each printer escapes for its medium. Lengths are in pixels, y grows downwards.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** What the picture shows, as one or two sentences for screen readers. */
  readonly description: string;
  /** In painting order. */
  readonly parts: readonly Part[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/**
 * `side`: of a partition. `wire`: of a client placed in a zone, which cannot fail. `legend`: what the signs mean. Of a
 * timeline: `lane`: of a client or machine, `band`: while the network is broken, `noticed`: the moment from which all
 * replicas have noticed it, `step`, `conclusion`: the outcome of the run. `play`: what a step of a run does to the
 * picture of the design. Of a chart: `axis`: both of them, `curve`, `mark`: a point with a name.
 */
export type PartKind =
  | 'zone'
  | 'node'
  | 'router'
  | 'client'
  | 'link'
  | 'wire'
  | 'side'
  | 'legend'
  | 'lane'
  | 'band'
  | 'noticed'
  | 'step'
  | 'conclusion'
  | 'play'
  | 'axis'
  | 'curve'
  | 'mark';

/** One thing of the design with all of its shapes. */
export interface Part {
  readonly kind: PartKind;
  /**
   * Into the model's vertices or links, or a run's steps; of a wire, the client; of a side, its number; of several
   * links that are drawn as one, the first.
   */
  readonly index: number;
  /**
   * The state of the part. `partly-cut`: cut in one direction, or some of several links that are drawn as one line. Of
   * a step: `lost`: its message is lost, `harm`: the harm happens here.
   */
  readonly states: readonly PartState[];
  /** A sentence: "Link us–eu, round trip 80 ms, cut." */
  readonly label: string;
  readonly shapes: readonly Shape[];
  /** Of a link: all links that are drawn as this line. */
  readonly links?: readonly number[];
}

export type PartState = 'cut' | 'partly-cut' | 'parted' | 'stopped' | 'selected' | 'dimmed' | 'lost' | 'harm';

/** `look` is a row of the style sheet in `style.ts`. */
export type Shape =
  | ({ readonly kind: 'box'; readonly look: string; readonly radius: number } & Box)
  | { readonly kind: 'line'; readonly look: string; readonly points: readonly Point[] }
  | { readonly kind: 'polygon'; readonly look: string; readonly points: readonly Point[] }
  | ({
      readonly kind: 'text';
      readonly look: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly text: string;
      /** The whole text, if `text` was cut. */
      readonly full?: string;
    } & Point);
