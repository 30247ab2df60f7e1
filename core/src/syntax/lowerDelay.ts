import type { LinkStatement, PercentileLiteral, SpreadClause, WithinClause } from './ast.js';
import { duration, nodesOf, optional, type Part, probability, tokens, word } from './cst.js';
import { shareOfPercentile } from './percentile.js';

/** What follows the ends of a link or the members of a mesh. */
export function wire(part: Part): Pick<LinkStatement, 'roundTrip' | 'spread' | 'fails'> {
  const [found] = nodesOf(part, 'wire');
  if (found === undefined) return {};
  return {
    ...optional('roundTrip', duration(found, 'roundTrip')),
    ...spread(found),
    ...optional('fails', probability(found, 'fails')),
  };
}

/** How a round trip varies, where that is said. */
function spread(part: Part): { readonly spread?: SpreadClause } {
  const [found] = nodesOf(part, 'spread');
  if (found === undefined) return {};
  const { span } = found;
  const by = duration(found, 'deviation');
  if (by !== undefined) return { spread: { kind: 'deviation', by, span } };
  const { percentile } = percentileOf(found);
  const slow = duration(found, 'slow');
  if (percentile === undefined || slow === undefined) return {};
  return { spread: { kind: 'percentile', percentile, slow, span } };
}

/** A time limit in place of a verdict, where there is one. */
export function within(part: Part): WithinClause[] {
  const limit = duration(part, 'Numeric');
  if (limit === undefined) return [];
  const images = [...tokens(part, 'Numeric'), ...tokens(part, 'percentile')].map(({ image }) => image);
  return [{ limit, ...percentileOf(part), text: `within ${images.join(' ')}`, span: part.span }];
}

function percentileOf(part: Part): { readonly percentile?: PercentileLiteral } {
  const found = word(part, 'percentile');
  if (found === undefined) return {};
  const { name, span } = found;
  return optional('percentile', { share: shareOfPercentile(name), text: name, span });
}
