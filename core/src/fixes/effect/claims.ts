import { compareHarm, HARMS, type Harm, type VerdictKind } from '../../base/harm.js';
import type { ClientResult, Finding } from '../../engine/facts.js';
import { FAULT_KINDS } from '../../network/kinds.js';
import { causeSize, HEALTHY, type Cause } from '../../network/fault.js';
import type { Side } from '../../render/reports/diffReport.js';
import { toldCause } from '../../review/standing.js';
import type { Tier } from '../../review/tier.js';
import { isLimited } from '../../render/words/bound.js';
import { operationName, vertexName } from '../../render/words/names.js';
import { count } from '../../render/words/sentence.js';

/** One result of a client before and after an edit. */
export type Pair = readonly [old: ClientResult, now: ClientResult];

/** What a change does to one verdict of one operation, over all of its clients. */
export interface Claim extends Harm {
  readonly operation: string;
  readonly change: 'better' | 'worse';
  /** Of the clients to whom this happens. */
  readonly clients: readonly string[];
  /** Whether these are all of the operation's. */
  readonly isAll: boolean;
  /**
   * `never`: it can happen no more, under anything that was looked at. `cause`: more or less has to go wrong for it,
   * or it could not happen before. `faults`: as many have to break as before, and it happens in other numbers of the
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

const WORST_FIRST = HARMS.filter(({ verdict }) => verdict !== 'ok').sort((a, b) => compareHarm(b, a));

/** One client of an operation, and what was found of one verdict before and after. */
interface Row {
  readonly client: string;
  readonly old: ClientResult;
  readonly now: ClientResult;
  readonly was: Told | undefined;
  readonly is: Told | undefined;
}

/** What was found of a verdict, with the cause that is told of it everywhere: a likely fault where one is enough. */
interface Told {
  readonly cause: Cause;
  readonly tier: Tier;
  readonly faults: string;
}

/** A row of a verdict that can happen before and after. */
interface Moved extends Row {
  readonly was: Told;
  readonly is: Told;
  /** Positive where more has to break than before. */
  readonly difference: number;
}

/** A claim about some of the rows. */
interface Change extends Pick<Claim, 'change' | 'what'> {
  readonly rows: readonly Row[];
}

/** What an edit does to each operation, the worst verdicts first. */
export function claimsOf(before: Side, after: Side, pairs: readonly Pair[]): Claim[] {
  const byName = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const name = operationName(after.resolved.model, pair[1].operation);
    byName.set(name, [...(byName.get(name) ?? []), pair]);
  }
  return [...byName].flatMap(([operation, own]) =>
    // Most changes leave most operations alone, whose results are then the very same.
    own.every(([old, now]) => old === now)
      ? []
      : WORST_FIRST.flatMap((harm) => claimsOfHarm(harm, before, after, own).map((claim) => ({ operation, ...claim }))),
  );
}

function claimsOfHarm(harm: Harm, before: Side, after: Side, pairs: readonly Pair[]): Omit<Claim, 'operation'>[] {
  const { verdict, howLong } = harm;
  // A verdict that is gone both until the heal and for the lag is one claim, without how long.
  const isGone = howLong !== undefined && isGoneWhole(verdict, pairs);
  const wasUntilHeal = pairs.some(([old]) => findingOf(old, { verdict, howLong: 'heal' }) !== undefined);
  if (isGone && howLong === 'lag' && wasUntilHeal) return [];
  const rows = pairs.map(([old, now]): Row => {
    const client = vertexName(after.resolved.model, now.client);
    return { client, old, now, was: toldOf(before, old, harm), is: toldOf(after, now, harm) };
  });
  return changesOf(rows, before, after).map(({ change, rows: of, what }) => ({
    verdict,
    ...(howLong === undefined || isGone ? {} : { howLong }),
    change,
    clients: of.map(({ client }) => client),
    isAll: of.length === pairs.length,
    what,
  }));
}

/** Whether the verdict happens to no client any more, for whatever time. */
function isGoneWhole(verdict: VerdictKind, pairs: readonly Pair[]): boolean {
  return pairs.every(
    ([, now]) => now.notKnown === undefined && !now.findings.some(({ outcome }) => outcome.verdict === verdict),
  );
}

function findingOf({ findings }: ClientResult, { verdict, howLong }: Harm): Finding | undefined {
  return findings.find(({ outcome }) => outcome.verdict === verdict && outcome.howLong === howLong);
}

function toldOf({ resolved: { model } }: Side, result: ClientResult, harm: Harm): Told | undefined {
  const finding = findingOf(result, harm);
  return finding === undefined ? undefined : { ...toldCause(model, result, finding), faults: finding.faults };
}

/** The rows where it is gone, those where it came, then those where more or less has to break or happens. */
function changesOf(rows: readonly Row[], before: Side, after: Side): Change[] {
  const known = rows.filter(({ old, now }) => old.notKnown === undefined && now.notKnown === undefined);
  const gone = known.filter(({ was, is }) => was !== undefined && is === undefined);
  // Gone for every client: it happens to nobody then, those included to whom it never happened.
  const whole = known.length === rows.length && rows.every(({ is }) => is === undefined) ? rows : gone;
  const came = known.filter(({ was, is }) => was === undefined && is !== undefined);
  const both = known.flatMap((row): Moved[] => {
    const { was, is } = row;
    return was === undefined || is === undefined ? [] : [{ ...row, was, is, difference: size(is) - size(was) }];
  });
  const changes: Change[] = [
    {
      change: 'better',
      rows: gone.length === 0 ? [] : whole,
      what: { kind: 'never', isLimited: whole.some(({ now }) => isLimited(now)) },
    },
    {
      change: 'worse',
      rows: came,
      what: {
        kind: 'cause',
        now: smallestText(
          after,
          came.map(({ is }) => is),
        ),
      },
    },
    ...moved('better', both, before, after),
    ...moved('worse', both, before, after),
  ];
  return changes.filter((one) => one.rows.length > 0);
}

/** Where another smallest cause has to happen, and where as much has to break and it happens in other numbers. */
function moved(change: Claim['change'], both: readonly Moved[], before: Side, after: Side): Change[] {
  const further = both.filter(({ difference }) => (change === 'better' ? difference > 0 : difference < 0));
  const counted = both.filter(
    ({ difference, old, now, was, is }) =>
      difference === 0 &&
      old.faults === now.faults &&
      was.faults !== is.faults &&
      (BigInt(is.faults) < BigInt(was.faults) ? 'better' : 'worse') === change,
  );
  const counts = counted.map(({ client, now, was, is }) => ({
    client,
    now: is.faults,
    was: was.faults,
    of: now.faults,
  }));
  const now = smallestText(
    after,
    further.map(({ is }) => is),
  );
  const was = smallestText(
    before,
    further.map((row) => row.was),
  );
  return [
    { change, rows: further, what: { kind: 'cause', now, was } },
    { change, rows: counted, what: { kind: 'faults', counts } },
  ];
}

/** How much has to go wrong: nothing, one likely fault, or something rare and how much of it. */
function size({ cause, tier }: Told): number {
  const broken = causeSize(cause) + (cause.partition === undefined ? 0 : 1);
  return tier === 'likely' ? Math.min(1, broken) : 1 + broken;
}

function smallestText(side: Side, all: readonly (Told | undefined)[]): string {
  const told = all.flatMap((one) => one ?? []);
  const [first] = [...told].sort((a, b) => size(a) - size(b));
  return underText(side, first?.cause ?? HEALTHY);
}

/** "under 2 cuts", "under 1 stopped node", "under atlantic", "with no fault" */
function underText({ resolved: { model } }: Side, cause: Cause): string {
  const parts = [
    ...(cause.partition === undefined ? [] : [model.partitions[cause.partition]?.name ?? '?']),
    ...(cause.links.length === 0 ? [] : [count(cause.links.length, 'cut')]),
    ...FAULT_KINDS.flatMap(({ part, one, several }) => {
      const { length } = cause[part];
      return length === 0 ? [] : [`${length} ${length === 1 ? one : several}`];
    }),
  ];
  return parts.length === 0 ? 'with no fault' : `under ${parts.join(' and ')}`;
}
