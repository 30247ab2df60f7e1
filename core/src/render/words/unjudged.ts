import type { Resolved, Unjudged } from '../../model/model.js';

/** Why something is not judged, without a full stop: "store `orders` has a mistake in line 4". */
export function whyUnjudged({ sources }: Resolved, { mistake: { what, span, message }, isOwn }: Unjudged): string {
  const { line } = sources.position(span.start);
  const place = `line ${line + 1}${sources.isOwn(span) ? '' : ` of ${sources.fileAt(span.start).path}`}`;
  return isOwn ? `a mistake in ${place}: ${message.replace(/\.$/, '')}` : `${what} has a mistake in ${place}`;
}
