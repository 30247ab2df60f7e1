import type { Known } from './known.js';
import type { Meant } from './links.js';
import { isMark, lower, made, type Token, written } from './scan.js';
import { verdictOf } from './verdicts.js';

/** `accept conflict, stale on view from bob "may be old"`, `accept conflict on pay till 2027-03-01` */
export function readAcceptance(all: readonly Token[], known: Known): Meant {
  const { until, rest: said } = withoutDay(all);
  // A day that is not understood limits what is accepted.
  if (said.some((_, i) => dayAt(said, i) !== undefined)) return undefined;
  const isNamed = ({ kind, text }: Token): boolean =>
    kind === 'quoted' && (known.operations.has(text) || verdictOf(made(text)) !== undefined);
  const reason = said.findLast(({ kind }) => kind === 'quoted');
  // `accept(add, "conflict", "merged")`
  const tokens = said.map((token) => (token !== reason && isNamed(token) ? made(token.text) : token));
  const words = tokens.filter((token) => token.kind === 'word');
  // `accept conflict on add: the cart is a set`
  const colon = tokens.findIndex(
    (token, i) => isMark(token, ':', '(') || (i > 2 && (REASON.has(lower(token)) || /^[-–—]+$/.test(token.text))),
  );
  const named = words.filter(
    ({ text, start }) => known.operations.has(text) && (colon < 0 || start <= (tokens[colon]?.start ?? 0)),
  );
  const other = words.find(({ text }) => known.operations.has(text)) ?? wordAfter(words, 'on', 'for');
  const operations = named.length > 0 ? named : other === undefined ? [] : [other];
  // The reason may have such words too.
  const own = words.filter(({ start }) => colon < 0 || start < (tokens[colon]?.start ?? 0));
  const verdicts = own.filter((token) => !operations.includes(token)).flatMap((token) => verdictOf(token) ?? []);
  if (own.some(isTurned) || verdicts.includes('ok') || verdicts.includes('available')) return undefined;
  if (operations.length === 0 || verdicts.length === 0) return undefined;
  const after = colon < 0 ? [] : tokens.slice(colon + 1).flatMap((token) => (isMark(token, ')') ? [] : token.text));
  const because = reason?.text ?? (after.length > 1 ? after.join(' ') : undefined);
  const why = because === undefined ? '' : ` ${JSON.stringify(because)}`;
  return [...new Set(operations.map(({ text }) => text))].flatMap((operation) =>
    [...new Set(verdicts)].map((verdict) => `accept ${verdict} on ${written(operation)}${why}${until}`),
  );
}

/** `accept no stale on view`: the opposite, or some of it. */
function isTurned(token: Token): boolean {
  return ['no', 'not', 'never', 'nothing', 'none', 'only', 'unless', 'except', 'without'].includes(lower(token));
}

/** `accept conflict on add because items are merged`, `… - items are merged` */
const REASON: ReadonlySet<string> = new Set('because since as'.split(' '));

const UNTIL: ReadonlySet<string> = new Set(['until', 'till', 'expires']);

/** The last day on which an acceptance holds, as ` until DAY`, and the tokens without it. */
function withoutDay(tokens: readonly Token[]): { readonly until: string; readonly rest: readonly Token[] } {
  const at = tokens.findIndex((token) => UNTIL.has(lower(token)));
  const first = at + (isMark(tokens[at + 1], '=', ':') ? 2 : 1);
  const day = at < 0 ? undefined : dayAt(tokens, first);
  if (day === undefined) return { until: '', rest: tokens };
  return { until: ` until ${day.text}`, rest: [...tokens.slice(0, at), ...tokens.slice(first + day.length)] };
}

/** A day such as 2027-03-01, and of how many tokens it is: quoted of one, else of three numbers and two hyphens. */
function dayAt(tokens: readonly Token[], at: number): { readonly text: string; readonly length: number } | undefined {
  const length = tokens[at]?.kind === 'quoted' ? 1 : 5;
  const text = tokens
    .slice(at, at + length)
    .map((token) => token.text)
    .join('');
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { text, length } : undefined;
}

function wordAfter(words: readonly Token[], ...marks: readonly string[]): Token | undefined {
  return words.find((_, i) => marks.includes(lower(words[i - 1] ?? made(''))));
}
