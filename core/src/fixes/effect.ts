import { compareHarm, HARMS, type Harm, type VerdictKind } from '../base/harm.js';
import type { ClientResult, Finding, NeedResult } from '../engine/facts.js';
import { causeSize, HEALTHY, type Cause } from '../network/fault.js';
import { boundOfAll, isLimited } from '../render/words/bound.js';
import { differencesBetween, paired, type Difference, type Side } from '../render/reports/diffReport.js';
import { count, msText, shortList, thousands } from '../render/words/sentence.js';
import { operationName, vertexName } from '../render/words/names.js';

/** What a change does to one verdict of one operation, over all of its clients. */
export interface Claim extends Harm {
  readonly operation: string;
  readonly change: 'better' | 'worse';
  /** Of the clients to whom this happens. */
  readonly clients: readonly string[];
  /** Whether these are all of the operation's. */
  readonly isAll: boolean;
  /**
   * `never`: it can happen no more, under anything that was looked at. `cause`: its smallest cause is another one, or
   * it could not happen before. `faults`: as many have to break as before, and it happens in other numbers of the
   * faults.
   */
  readonly what:
    | { readonly kind: 'never'; readonly isLimited: boolean }
    | { readonly kind: 'cause'; readonly now: string; readonly was?: string }
    | {
        readonly kind: 'faults';
        readonly counts: readonly {
          readonly client: string;
          readonly now: string;
          readonly was: string;
          readonly of: string;
        }[];
      };
}

/** What a change does to a design, seen from one operation. */
export interface Effect {
  /** The half of a title behind the colon: "never stale; errors under 2 cuts (+80 ms)". */
  readonly text: string;
  /** Expectations, as they are written, that hold now and did not before. */
  readonly mended: readonly string[];
}

const WORST_FIRST = HARMS.filter(({ verdict }) => verdict !== 'ok').sort((a, b) => compareHarm(b, a));

/** More of one sort are counted in a title, not listed. */
const MOST_LISTED = 3;
/** An editor's menu shows about so much of a line behind what is done. */
const MOST_CHARACTERS = 125;

type Pair = readonly [old: ClientResult, now: ClientResult];

/** Everything that an edit changes, from no operation's point of view. */
export interface Comparison {
  readonly after: Side;
  readonly pairs: readonly Pair[];
  readonly claims: readonly Claim[];
  readonly needs: Changes;
  readonly expectations: Changes;
  /** What is worse and in no claim. */
  readonly unsaid: readonly string[];
}

interface Changes {
  readonly better: readonly string[];
  readonly worse: readonly string[];
}

/** Compares all verdicts before and after an edit, as `netsplit diff` does. */
export function compareSides(before: Side, after: Side): Comparison {
  const pairs = paired(before, after);
  const byName = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const name = operationName(after.resolved.model, pair[1].operation);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [pair]);
    else known.push(pair);
  }
  const claims = [...byName].flatMap(([name, own]) => claimsOf(before, after, name, own));
  const differences = differencesBetween(before, after);
  return {
    after,
    pairs,
    claims,
    needs: needChanges(before, after),
    expectations: expectationChanges(differences),
    unsaid: unsaidWorse(after, differences, claims),
  };
}

/**
 * What an edit does, seen from one operation: what gets better for it first, then its price, then what gets worse for
 * others, then what gets better for them. Undefined where nothing gets better for the operation. Whatever gets worse
 * anywhere is in the text: in so many words where there is room, else by operation and verdict.
 */
export function effectOf(comparison: Comparison, operation: string): Effect | undefined {
  const { after, pairs, claims, expectations } = comparison;
  const own = pairs.filter(([, now]) => operationName(after.resolved.model, now.operation) === operation);
  const survives = survivesText(own);
  const isBetter =
    claims.some((claim) => claim.operation === operation && claim.change === 'better') || survives !== undefined;
  if (!isBetter) return undefined;
  const [detailed, brief] = [DETAILED, BRIEF].map((wording) =>
    effectText(comparison, operation, own, survives, wording),
  );
  return {
    text: detailed !== undefined && detailed.length <= MOST_CHARACTERS ? detailed : (brief ?? ''),
    mended: expectations.better,
  };
}

/** How what happens to others is told. `slower`: by operation, by how many milliseconds at most. */
interface Wording {
  readonly worse: (claims: readonly Claim[], slower: ReadonlyMap<string, number>) => string[];
  readonly better: (claims: readonly Claim[]) => string[];
  readonly statements: (verb: string, statements: readonly string[]) => string[];
}

const DETAILED: Wording = {
  worse: (claims, slower) => [
    ...claims.map(otherText),
    ...[...slower].map(([name, ms]) => `slows \`${name}\` by ${msText(ms)}`),
  ],
  better: (claims) => listed(claims.map(otherText)),
  /** "breaks `expect a never stale` and 2 more expectations" */
  statements: (verb, [first, ...rest]) =>
    first === undefined
      ? []
      : [`${verb} \`${first}\`${rest.length === 0 ? '' : ` and ${count(rest.length, 'more expectation')}`}`],
};

const BRIEF: Wording = {
  /** "worse for `add` (conflict, +80 ms) and `view` (stale)" */
  worse: (claims, slower) => {
    const what = new Map<string, Set<string>>();
    const say = (operation: string, text: string): void =>
      void what.set(operation, (what.get(operation) ?? new Set()).add(text));
    for (const { operation, verdict } of claims) say(operation, verdict);
    for (const [operation, ms] of slower) say(operation, `+${msText(ms)}`);
    return what.size === 0
      ? []
      : [
          `worse for ${shortList(
            [...what].map(([name, texts]) => `\`${name}\` (${[...texts].join(', ')})`),
            MOST_LISTED,
          )}`,
        ];
  },
  better: (claims) =>
    claims.length === 0
      ? []
      : [`better for ${shortList([...new Set(claims.map(({ operation }) => `\`${operation}\``))], MOST_LISTED)}`],
  statements: (verb, statements) =>
    statements.length === 0 ? [] : [`${verb} ${count(statements.length, 'expectation')}`],
};

function effectText(
  { after, pairs, claims, needs, expectations, unsaid }: Comparison,
  operation: string,
  own: readonly Pair[],
  survives: string | undefined,
  wording: Wording,
): string {
  const ours = (change: Claim['change']): string[] =>
    claims.flatMap((claim) => (claim.operation === operation && claim.change === change ? [ownText(claim)] : []));
  const others = (change: Claim['change']): Claim[] =>
    claims.filter((claim) => claim.operation !== operation && claim.change === change);
  const latency = ownLatency(own);
  const ourParts = [
    ...(survives === undefined ? [] : [survives]),
    ...listed([...ours('better'), ...needs.better]),
    ...ours('worse'),
  ];
  const otherParts = [
    ...unsaid,
    ...wording.worse(
      others('worse'),
      latencyChanges(
        after,
        pairs.filter((pair) => !own.includes(pair)),
      ),
    ),
    ...needs.worse,
    ...wording.statements('breaks', expectations.worse),
    ...wording.statements('mends', expectations.better),
    ...wording.better(others('better')),
  ];
  const limited = pairs.some(([, now]) => isLimited(now))
    ? ` (looked at ${boundOfAll(own.map(([, now]) => now))})`
    : '';
  return `${[`${ourParts.join('; ')}${latency === undefined ? '' : ` (${latency})`}`, ...otherParts].join('; ')}${limited}`;
}

/** What is worse is never left out; of what is better the first will do. */
function listed(parts: readonly string[]): string[] {
  return parts.length <= MOST_LISTED
    ? [...parts]
    : [...parts.slice(0, MOST_LISTED), `${parts.length - MOST_LISTED} more better`];
}

function claimsOf(before: Side, after: Side, operation: string, pairs: readonly Pair[]): Claim[] {
  // Most changes leave most operations alone, whose results are then the very same.
  if (pairs.every(([old, now]) => old === now)) return [];
  const isGone = (verdict: VerdictKind): boolean =>
    pairs.every(
      ([, now]) => now.notKnown === undefined && !now.findings.some(({ outcome }) => outcome.verdict === verdict),
    );
  return WORST_FIRST.flatMap((kind): Claim[] => {
    // Neither until the heal nor for the lag is said once.
    const other =
      kind.howLong === undefined || !isGone(kind.verdict)
        ? undefined
        : pairs.some(([old]) => findingOf(old, { verdict: kind.verdict, howLong: 'heal' }) !== undefined);
    if (kind.howLong === 'lag' && other === true) return [];
    const rows = pairs.map(([old, now]) => ({
      old,
      now,
      was: findingOf(old, kind),
      is: findingOf(now, kind),
      client: vertexName(after.resolved.model, now.client),
    }));
    const claim = (
      change: Claim['change'],
      of: readonly { readonly client: string }[],
      what: Claim['what'],
    ): Claim => ({
      operation,
      verdict: kind.verdict,
      ...(kind.howLong === undefined || other !== undefined ? {} : { howLong: kind.howLong }),
      change,
      clients: of.map(({ client }) => client),
      isAll: of.length === pairs.length,
      what,
    });
    const claims: Claim[] = [];
    const known = rows.filter(({ old, now }) => old.notKnown === undefined && now.notKnown === undefined);
    const gone = known.filter(({ was, is }) => was !== undefined && is === undefined);
    if (gone.length > 0) {
      const whole = known.length === rows.length && rows.every(({ is }) => is === undefined) ? rows : gone;
      claims.push(claim('better', whole, { kind: 'never', isLimited: whole.some(({ now }) => isLimited(now)) }));
    }
    const came = known.filter(({ was, is }) => was === undefined && is !== undefined);
    if (came.length > 0)
      claims.push(
        claim('worse', came, {
          kind: 'cause',
          now: smallestText(
            after,
            came.map(({ is }) => is),
          ),
        }),
      );
    const both = known.flatMap(({ was, is, ...row }) =>
      was === undefined || is === undefined ? [] : [{ ...row, was, is, difference: size(is.cause) - size(was.cause) }],
    );
    for (const change of ['better', 'worse'] as const) {
      const moved = both.filter(({ difference }) => (change === 'better' ? difference > 0 : difference < 0));
      if (moved.length > 0) {
        claims.push(
          claim(change, moved, {
            kind: 'cause',
            now: smallestText(
              after,
              moved.map(({ is }) => is),
            ),
            was: smallestText(
              before,
              moved.map(({ was }) => was),
            ),
          }),
        );
      }
      const counted = both.filter(
        ({ difference, old, now, was, is }) =>
          difference === 0 &&
          old.faults === now.faults &&
          was.faults !== is.faults &&
          (BigInt(is.faults) < BigInt(was.faults) ? 'better' : 'worse') === change,
      );
      if (counted.length > 0)
        claims.push(
          claim(change, counted, {
            kind: 'faults',
            counts: counted.map(({ client, now, was, is }) => ({
              client,
              now: is.faults,
              was: was.faults,
              of: now.faults,
            })),
          }),
        );
    }
    return claims;
  });
}

function findingOf({ findings }: ClientResult, { verdict, howLong }: Harm): Finding | undefined {
  return findings.find(({ outcome }) => outcome.verdict === verdict && outcome.howLong === howLong);
}

/** A named partition breaks whatever it does as one thing. */
function size(cause: Cause): number {
  return causeSize(cause) + (cause.partition === undefined ? 0 : 1);
}

function smallestText(side: Side, findings: readonly (Finding | undefined)[]): string {
  const causes = findings.flatMap((finding) => (finding === undefined ? [] : [finding.cause]));
  const least = causes.reduce((least, cause) => (size(cause) < size(least) ? cause : least), causes[0] ?? HEALTHY);
  return underText(side, least);
}

/** "under 2 cuts", "under 1 stopped node", "under atlantic", "with no fault" */
function underText({ resolved: { model } }: Side, cause: Cause): string {
  const parts = [
    ...(cause.partition === undefined ? [] : [model.partitions[cause.partition]?.name ?? '?']),
    ...(cause.links.length === 0 ? [] : [count(cause.links.length, 'cut')]),
    ...(cause.directions.length === 0 ? [] : [count(cause.directions.length, 'one-way cut')]),
    ...(cause.stopped.length === 0 ? [] : [count(cause.stopped.length, 'stopped node')]),
    ...(cause.zones.length === 0 ? [] : [count(cause.zones.length, 'lost zone')]),
  ];
  return parts.length === 0 ? 'with no fault' : `under ${parts.join(' and ')}`;
}

function ownText(claim: Claim): string {
  const { verdict, what } = claim;
  const name = kindText(claim);
  if (what.kind === 'never')
    return `${what.isLimited ? 'not found' : 'never'} ${what.isLimited ? name : verdict === 'error' ? 'errors' : name}${forText(claim)}`;
  return `${verdict === 'error' ? 'errors' : name}${whatText(what)}${forText(claim)}`;
}

function otherText(claim: Claim): string {
  const { operation, change, what } = claim;
  const text =
    what.kind === 'never'
      ? `${what.isLimited ? 'not found' : 'never'} ${kindText(claim)}`
      : `${kindText(claim)}${whatText(what)}`;
  return `${change === 'worse' ? 'makes ' : ''}\`${operation}\` ${text}${forText(claim)}`;
}

function kindText({ verdict, howLong }: Pick<Claim, 'verdict' | 'howLong'>): string {
  return howLong === 'lag'
    ? `${verdict} for the lag`
    : verdict === 'stale' && howLong === 'heal'
      ? 'stale until the heal'
      : verdict;
}

function whatText(what: Exclude<Claim['what'], { kind: 'never' }>): string {
  if (what.kind === 'cause')
    return ` ${what.now}${what.was === undefined ? '' : `, was ${what.was.replace(/^under /, '')}`}`;
  const [first] = what.counts;
  if (first === undefined) return '';
  return ` in ${thousands(first.now)} of ${thousands(first.of)} faults, was ${thousands(first.was)}`;
}

/**
 * To whom, where it is not everybody; counts differ from client to client, so the first client's are named as its own.
 */
function forText({ clients, isAll, what }: Claim): string {
  if (what.kind !== 'faults') return isAll ? '' : ` for ${shortList(clients, 3)}`;
  const [first] = what.counts;
  if (what.counts.every(({ now, was, of }) => now === first?.now && was === first.was && of === first.of))
    return isAll ? '' : ` for ${shortList(clients, 3)}`;
  return ` for ${first?.client ?? '?'}, and ${first !== undefined && BigInt(first.now) < BigInt(first.was) ? 'fewer' : 'more'} for ${shortList(clients.slice(1), 2)}`;
}

/** Apart from the lag, "survives any 1 cut": where more cuts than before leave it well for every client. */
function survivesText(pairs: readonly Pair[]): string | undefined {
  const least = (results: readonly ClientResult[]): number =>
    Math.min(...results.map(({ okUpToLinks }) => (okUpToLinks === 'all' ? Infinity : okUpToLinks)));
  const [was, is] = [least(pairs.map(([old]) => old)), least(pairs.map(([, now]) => now))];
  if (pairs.length === 0 || is <= was || is < 1) return undefined;
  return is === Infinity ? 'survives any cuts' : `survives any ${count(is, 'cut')}`;
}

/**
 * What the comparison finds worse and no claim says: a named partition that does more harm, what is not known any more.
 */
function unsaidWorse(after: Side, differences: readonly Difference[], claims: readonly Claim[]): string[] {
  const said = new Set(
    claims.flatMap(({ change, operation, clients }) =>
      change === 'worse' ? clients.map((client) => `${operation} ${client}`) : [],
    ),
  );
  const rows = differences.filter(
    ({ about, change, operation, row }) =>
      about === 'verdict' &&
      change === 'worse' &&
      !said.has(`${operationName(after.resolved.model, operation)} ${row.cells[1]?.text ?? ''}`),
  );
  return [
    ...new Set(
      rows.map(
        ({ operation, row: { cells } }) =>
          `\`${operationName(after.resolved.model, operation)}\` ${cells[4]?.text ?? '?'} under ${cells[2]?.text ?? '?'}, was ${cells[3]?.text ?? '?'}`,
      ),
    ),
  ];
}

/** "+80 ms"; where clients differ, the largest change. */
function ownLatency(pairs: readonly Pair[]): string | undefined {
  const changes = pairs.flatMap(([old, now]) =>
    old.latencyMs === undefined || now.latencyMs === undefined ? [] : [now.latencyMs - old.latencyMs],
  );
  const most = changes.reduce((most, change) => (Math.abs(change) > Math.abs(most) ? change : most), 0);
  if (most === 0) return undefined;
  return `${changes.every((change) => change === most) ? '' : 'up to '}${most > 0 ? '+' : '−'}${msText(Math.abs(most))}`;
}

/** By operation, by how many milliseconds it gets slower at most. */
function latencyChanges({ resolved: { model } }: Side, pairs: readonly Pair[]): ReadonlyMap<string, number> {
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
function needChanges(before: Side, after: Side): Changes {
  const nameOf = ({ resolved: { model } }: Side, { operation, step, need, client, guarantee }: NeedResult): string =>
    JSON.stringify([operationName(model, operation), step, need, vertexName(model, client), guarantee]);
  const known = new Map(before.results.needs.map((one) => [nameOf(before, one), one]));
  const changed = (sign: number): string[] => {
    const found = after.results.needs.flatMap((now) => {
      const old = known.get(nameOf(after, now));
      const difference = old === undefined ? 0 : NEED_ORDER.indexOf(now.status) - NEED_ORDER.indexOf(old.status);
      return Math.sign(difference) === sign
        ? [
            `${sign < 0 ? 'gives' : 'takes'} \`${now.guarantee}\` ${sign < 0 ? 'to' : 'from'} \`${operationName(after.resolved.model, now.operation)}\`${sign > 0 && now.status === 'not known' ? ' (not known any more)' : ''}`,
          ]
        : [];
    });
    return [...new Set(found)];
  };
  return { better: changed(-1), worse: changed(1) };
}

function expectationChanges(differences: readonly Difference[]): Changes {
  const rows = differences.filter(({ about }) => about === 'expectation');
  const of = (change: Claim['change']): string[] => [
    ...new Set(rows.flatMap((one) => (one.change === change ? [one.row.cells[0]?.text ?? ''] : []))),
  ];
  const holds = new Set(rows.flatMap(({ row: { cells } }) => (cells[2]?.text === 'holds' ? [cells[0]?.text] : [])));
  return { better: of('better').filter((statement) => holds.has(statement)), worse: of('worse') };
}
