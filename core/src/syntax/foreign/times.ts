import { isFiller, type Known } from './known.js';
import { withUnit } from './links.js';
import { isMark, lower, type Token, written } from './scan.js';

/** Words of a limit of time; others may limit it the other way round, as `more` does. */
const LIMIT: ReadonlySet<string> = new Set(
  (
    'within in under below less than at most up max maximum latency time response answer answers answered respond ' +
    'responds returns takes took is'
  ).split(' '),
);
const FAULT: ReadonlySet<string> = new Set(['under', 'during', 'when', 'while', 'despite']);
const MARKS = ['<', '=', '≤', ':', ','] as const;

/**
 * `pay from bob latency < 3s`, `pay takes at most 200ms during ocean`: a limit of time. Where a word is left that is
 * neither of it nor a name, nothing is understood: the expectation stays as it is, with its mistake.
 *
 * @param tokens what follows the word `expect`.
 * @param at where the duration stands.
 */
export function readTime(tokens: readonly Token[], at: number, known: Known): readonly string[] | undefined {
  const isPercentile = ({ text }: Token): boolean => /^p\d{2}(\.\d+)?$/i.test(text);
  const isPartition = (token: Token | undefined): boolean => token !== undefined && known.partitions.has(token.text);
  const rest = tokens.filter((token, i) => i !== at && !isPercentile(token));
  const operations = rest.filter(({ text }) => known.operations.has(text));
  const clients = rest.filter(({ text }) => known.places.get(text) === 'client');
  const partitions = rest.filter((token, i) => isPartition(token) && FAULT.has(lower(rest[i - 1] ?? token)));
  const isSaid = (token: Token, i: number): boolean =>
    [...operations, ...clients, ...partitions].includes(token) ||
    (lower(token) === 'from' && clients.includes(rest[i + 1] ?? token)) ||
    (FAULT.has(lower(token)) && isPartition(rest[i + 1])) ||
    LIMIT.has(lower(token)) ||
    isFiller(token) ||
    MARKS.some((mark) => isMark(token, mark));
  const [operation, another] = operations;
  const limit = tokens[at];
  if (operation === undefined || another !== undefined || limit === undefined) return undefined;
  if (partitions.length > 1 || !rest.every(isSaid)) return undefined;
  const from = clients.length === 0 ? '' : ` from ${clients.map(({ text }) => written(text)).join(', ')}`;
  const percentile = tokens.find(isPercentile);
  const share = percentile === undefined ? '' : ` ${lower(percentile)}`;
  const under = partitions.map(({ text }) => ` under ${written(text)}`).join('');
  return [`expect ${written(operation.text)}${from} within ${withUnit(limit.text)}${share}${under}`];
}
