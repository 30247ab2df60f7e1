/** What an editor hands out of a file; `why` is the end of a sentence. */
export type FileAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** The designs below a folder, relative to it, and whether these are all. */
export interface DesignsAnswer {
  readonly paths: readonly string[];
  readonly isAll: boolean;
}
