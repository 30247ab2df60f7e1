import { NAMES } from '../../checks/names.js';
import type { SpreadClause } from '../../syntax/ast.js';
import type { Link } from '../model.js';
import type { Scope } from './scope.js';

/** A percentile so far from the median is a mistake of units. */
const MOST_TIMES = 1000;

/** How a round trip of `median` milliseconds varies; reports what cannot be. */
export function readSpread(spread: SpreadClause, median: number, scope: Scope): Pick<Link, 'spread'> {
  if (spread.kind === 'deviation') {
    const ms = scope.duration(spread.by, 'A standard deviation');
    if (ms === undefined || ms === 0) return {};
    if (ms <= median) return { spread: { kind: 'deviation', ms } };
    const message = 'A standard deviation of more than the round trip: write a percentile, such as `80ms p99 400ms`.';
    scope.report(NAMES.numberOutOfRange, spread.by.span, message);
    return {};
  }
  const { percentile, slow } = spread;
  const { share } = percentile;
  if (share <= 0.5) {
    const message = 'The round trip is the median: write a percentile above it, such as `p99`.';
    scope.report(NAMES.numberOutOfRange, percentile.span, message);
    return {};
  }
  const ms = scope.duration(slow, 'A round trip');
  if (ms === undefined) return {};
  if (ms > median && ms <= MOST_TIMES * median) return { spread: { kind: 'percentile', share, ms } };
  const message =
    ms <= median
      ? `\`${percentile.text}\` takes longer than the median, which stands before it: swap the two.`
      : `\`${percentile.text}\` is more than ${MOST_TIMES} times the median: are the units right?`;
  scope.report(NAMES.numberOutOfRange, slow.span, message);
  return {};
}
