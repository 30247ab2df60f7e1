import type { Span } from '../base/span.js';
import type { Cause, Outcome } from '../engine/facts.js';
import type { VertexId } from '../model/model.js';

/**
 * What an editor shows more of where somebody clicks: on a lens, on a hint, on a link of a hover. Indices are the
 * model's.
 */
export type Action =
  | { readonly kind: 'explain' /** On an operation's name, in the file itself. */; readonly span: Span }
  | {
      readonly kind: 'timeline';
      readonly operation: number;
      /** Without it, that of the worst that there is. */
      readonly run: ActionRun | undefined;
    }
  | { readonly kind: 'partition'; readonly name: string }
  | { readonly kind: 'expectations' }
  | { readonly kind: 'all' }
  | { readonly kind: 'diagram' }
  /** Of a file without a statement. */
  | { readonly kind: 'template' };

/** One verdict of an operation, whose run an editor can show. */
export interface ActionRun {
  readonly client: VertexId;
  readonly cause: Cause;
  readonly outcome: Pick<Outcome, 'verdict' | 'howLong'>;
}

/** Makes a piece of Markdown lead to something; undefined where the editor has nothing to lead to. */
export type LinkTo = (markdown: string, action: Action) => string | undefined;

/** After a sentence, a link that has no other text: " · timeline". */
export function moreLinks(linkTo: LinkTo, ...links: readonly (readonly [words: string, action: Action])[]): string {
  return links
    .map(([words, action]) => linkTo(words, action))
    .map((link) => (link === undefined ? '' : ` · ${link}`))
    .join('');
}
