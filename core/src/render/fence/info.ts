import { didYouMean } from '../../base/didYouMean.js';

/** What can stand in place of a fence. */
export const FENCE_PARTS = ['picture', 'table', 'source'] as const;
export type FencePart = (typeof FENCE_PARTS)[number];

/** What the words after "```cap" ask for. */
export interface FenceInfo {
  /** In the order in which they are shown; one at least. */
  readonly parts: readonly FencePart[];
  /** The name of the partition to show; without it, the healthy network and every likely fault. */
  readonly under?: string;
  /** Words that mean nothing here, each with what was probably meant. */
  readonly unknown: readonly { readonly word: string; readonly meant?: string }[];
}

/** A word, perhaps with a value, or what stands in braces. */
const WORD = /[^\s{="']+(?:=(?:"[^"]*"?|'[^']*'?|[^\s{"']*))?|\{[^}]*\}?/g;

/**
 * Reads an info string such as "cap under=ocean" or "cap source table"; undefined: the fence holds no design.
 * Attributes that site generators know, as in `title="x"` or `{1,3}`, are theirs.
 */
export function fenceInfo(info: string): FenceInfo | undefined {
  const [language, ...attributes] = info.match(WORD) ?? [];
  const words = attributes.filter((word) => !word.includes('=') && !word.startsWith('{'));
  const under = attributes.find((word) => word.startsWith('under='))?.slice('under='.length);
  if (language !== 'cap') return undefined;
  const parts = words.flatMap((word) => FENCE_PARTS.filter((part) => part === word));
  const unknown = words
    .filter((word) => !FENCE_PARTS.some((part) => part === word))
    .map((word) => {
      const meant = didYouMean(word, FENCE_PARTS);
      return meant === undefined ? { word } : { word, meant };
    });
  return {
    parts: parts.length > 0 ? [...new Set(parts)] : ['picture', 'table'],
    ...(under === undefined ? {} : { under: under.replaceAll(/["']/g, '') }),
    unknown,
  };
}
