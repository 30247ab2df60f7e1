import type { Message } from './place.js';

/** What the report of a design is saved as. */
export type DocumentFormat = 'md' | 'html';

/** The whole report of one design, as `netsplit report` writes it. */
export interface DocumentQuery {
  readonly uri: string;
  /** What the design is called in it: "shop.cap". */
  readonly name: string;
  readonly format: DocumentFormat;
}

export type DocumentAnswer = { readonly kind: 'document'; readonly text: string } | Message;
