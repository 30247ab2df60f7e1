import type { ClientResult, NeedResult } from '../../engine/facts.js';
import type { Difference, Side } from '../../render/reports/diffReport.js';
import { operationName, vertexName } from '../../render/words/names.js';
import { count, msText } from '../../render/words/sentence.js';
import type { Claim, Pair } from './claims.js';

/** What changes besides verdicts, in words. */
export interface Changes {
  readonly better: readonly string[];
  readonly worse: readonly string[];
}

/** Apart from the lag, "survives any 1 cut": where more cuts than before leave it well for every client. */
export function survivesText(pairs: readonly Pair[]): string | undefined {
  const least = (results: readonly ClientResult[]): number =>
    Math.min(...results.map(({ okUpToLinks }) => (okUpToLinks === 'all' ? Infinity : okUpToLinks)));
  const [was, is] = [least(pairs.map(([old]) => old)), least(pairs.map(([, now]) => now))];
  if (pairs.length === 0 || is <= was || is < 1) return undefined;
  return is === Infinity ? 'survives any cuts' : `survives any ${count(is, 'cut')}`;
}

/**
 * What the comparison finds worse and no claim says: a named partition that does more harm, what is not known any more.
 */
export function unsaidWorse(after: Side, differences: readonly Difference[], claims: readonly Claim[]): string[] {
  const { model } = after.resolved;
  const said = new Set(
    claims.flatMap(({ change, operation, clients }) =>
      change === 'worse' ? clients.map((client) => `${operation} ${client}`) : [],
    ),
  );
  const texts = differences.flatMap(({ about, change, operation, row: { cells } }) => {
    const name = operationName(model, operation);
    const [, client, under, was, is] = cells.map(({ text }) => text);
    if (about !== 'verdict' || change !== 'worse' || said.has(`${name} ${client ?? ''}`)) return [];
    return `\`${name}\` ${is ?? '?'} under ${under ?? '?'}, was ${was ?? '?'}`;
  });
  return [...new Set(texts)];
}

/** "+80 ms"; where clients differ, the largest change. */
export function latencyText(pairs: readonly Pair[]): string | undefined {
  const changes = pairs.flatMap(([old, now]) =>
    old.latencyMs === undefined || now.latencyMs === undefined ? [] : [now.latencyMs - old.latencyMs],
  );
  const most = changes.reduce((most, change) => (Math.abs(change) > Math.abs(most) ? change : most), 0);
  if (most === 0) return undefined;
  const bound = changes.every((change) => change === most) ? '' : 'up to ';
  return `${bound}${most > 0 ? '+' : '−'}${msText(Math.abs(most))}`;
}

/** By operation, by how many milliseconds it gets slower at most. */
export function slowerOperations({ resolved: { model } }: Side, pairs: readonly Pair[]): ReadonlyMap<string, number> {
  const slower = new Map<string, number>();
  for (const [old, now] of pairs) {
    const change = (now.latencyMs ?? 0) - (old.latencyMs ?? 0);
    const name = operationName(model, now.operation);
    if (old.latencyMs !== undefined && now.latencyMs !== undefined && change > (slower.get(name) ?? 0))
      slower.set(name, change);
  }
  return slower;
}

const NEED_ORDER: readonly NeedResult['status'][] = ['given', 'not known', 'broken', 'impossible'];

/** `needs` that are given to a client and were not, and the other way round. */
export function needChanges(before: Side, after: Side): Changes {
  const { model } = after.resolved;
  const known = new Map(before.results.needs.map((one) => [nameOf(before, one), one]));
  const changes = after.results.needs.map((now) => {
    const old = known.get(nameOf(after, now));
    const worse = old === undefined ? 0 : NEED_ORDER.indexOf(now.status) - NEED_ORDER.indexOf(old.status);
    return { now, worse, what: `\`${now.guarantee}\``, whose: `\`${operationName(model, now.operation)}\`` };
  });
  const better = changes.flatMap(({ worse, what, whose }) => (worse < 0 ? [`gives ${what} to ${whose}`] : []));
  const worse = changes.flatMap((one) => {
    if (one.worse <= 0) return [];
    return `takes ${one.what} from ${one.whose}${one.now.status === 'not known' ? ' (not known any more)' : ''}`;
  });
  return { better: [...new Set(better)], worse: [...new Set(worse)] };
}

/** What tells a need of a client from the others, before and after an edit. */
function nameOf({ resolved: { model } }: Side, { operation, step, need, client, guarantee }: NeedResult): string {
  return JSON.stringify([operationName(model, operation), step, need, vertexName(model, client), guarantee]);
}

/** Expectations, as they are written: those that hold now and did not, and those that are worse. */
export function expectationChanges(differences: readonly Difference[]): Changes {
  const rows = differences.filter(({ about }) => about === 'expectation');
  const of = (change: Claim['change']): string[] => [
    ...new Set(rows.flatMap((one) => (one.change === change ? [one.row.cells[0]?.text ?? ''] : []))),
  ];
  const holds = new Set(rows.flatMap(({ row: { cells } }) => (cells[2]?.text === 'holds' ? [cells[0]?.text] : [])));
  return { better: of('better').filter((statement) => holds.has(statement)), worse: of('worse') };
}
