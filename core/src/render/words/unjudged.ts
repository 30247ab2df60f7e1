import type { Resolved, Unjudged } from '../../model/model.js';

/** "store `orders` has a mistake in line 4": why something is not judged. The end of a sentence, without a full stop. */
export function whyUnjudged({ sources }: Resolved, { mistake: { what, span, message }, isOwn }: Unjudged): string {
  const { line } = sources.position(span.start);
  const place = `line ${line + 1}${sources.isOwn(span) ? '' : ` of ${sources.fileAt(span.start).path}`}`;
  return isOwn ? `a mistake in ${place}: ${message}` : `${what} has a mistake in ${place}`;
}

/** "`pay` (store `orders` has a mistake in line 4)": the end of a sentence that begins with "Not judged: ". */
export function unjudgedText(resolved: Resolved, one: Unjudged): string {
  return `${one.kind === 'expectation' ? one.name : `${one.kind} ${one.name}`}: ${whyUnjudged(resolved, one)}`;
}
