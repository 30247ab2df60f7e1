import type { Span } from '../base/span.js';
import { flatMapped, run, sizeOf, type Steps } from '../base/steps.js';
import { isComment, piecesInSteps } from '../syntax/pieces.js';

/** An address in a comment. */
export interface WebLink {
  readonly span: Span;
  readonly target: string;
}

/** What may stand in an address (RFC 3986, and letters of every script, as people write them). */
const ADDRESS = /https?:\/\/[\p{L}\p{N}][^\s<>"'`{}|\\^]*/gu;

/**
 * The addresses in the comments of a text, in order of position. Only `http` and `https`: nothing else is opened from a
 * design.
 */
export function webLinks(text: string): readonly WebLink[] {
  return run(webLinksInSteps(text));
}

/** `webLinks` in steps. */
export function* webLinksInSteps(text: string): Steps<readonly WebLink[]> {
  const pieces = yield* piecesInSteps(text);
  return yield* flatMapped(pieces.filter(isComment), sizeOf, ({ text: comment, span }) =>
    [...comment.replace(/\*\/$/, '').matchAll(ADDRESS)].map(({ 0: found, index }) => {
      const target = withoutSentence(found);
      return { target, span: { start: span.start + index, end: span.start + index + target.length } };
    }),
  );
}

/**
 * Punctuation after an address belongs to the sentence around it, and so does a bracket that was not opened in the
 * address.
 */
function withoutSentence(found: string): string {
  const last = found.charAt(found.length - 1);
  const isOver =
    /[.,;:!?]/.test(last) ||
    (last === ')' && count(found, ')') > count(found, '(')) ||
    (last === ']' && count(found, ']') > count(found, '['));
  return isOver ? withoutSentence(found.slice(0, -1)) : found;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
