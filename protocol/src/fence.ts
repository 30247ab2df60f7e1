import type { UriParams } from './place.js';

/** A design in a Markdown page: `uri` is that of the page. */
export interface FenceParams extends UriParams {
  /** What follows the marks: "cap under=ocean". */
  readonly info: string;
  readonly text: string;
}

/** What stands in its place. HTML of the product's own, in which every text of the design is text; empty: not drawn. */
export interface FenceAnswer {
  readonly html: string;
}
