import type { DiagramQuery } from './diagram.js';
import type { Message } from './place.js';
import type { TimelineQuery } from './timeline.js';

export type PictureFormat = 'svg' | 'png';

/**
 * Which picture a file is made of. The pixels of a PNG are made by the page: it gets an SVG whose colours depend on
 * nothing.
 */
export interface PictureQuery {
  readonly of:
    | { readonly kind: 'diagram'; readonly query: DiagramQuery }
    | { readonly kind: 'timeline'; readonly query: TimelineQuery };
  readonly format: PictureFormat;
}

/** Width and height in pixels of the screen. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export type PictureAnswer = ({ readonly kind: 'picture' } & Picture) | Message;

/** Page → extension host, where a picture is to become a file. */
export type FromPicture =
  | { readonly type: 'export'; readonly format: PictureFormat }
  /** In base 64. */
  | { readonly type: 'png'; readonly data: string };
