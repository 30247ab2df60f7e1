import { compareHarm, type Harm } from '../../base/harm.js';
import { flatMapped, run, type Steps } from '../../base/steps.js';
import type { Cause, ClientResult, ExpectationStatus, FaultVerdict, Finding, Results } from '../../engine/facts.js';
import type { Model, Resolved, VertexId } from '../../model/model.js';
import { causeSize } from '../../network/fault.js';
import { decisionOn } from '../../review/decided.js';
import { toldCause } from '../../review/standing.js';
import type { Tier } from '../../review/tier.js';
import { boundOfAll, isLimited } from '../words/bound.js';
import { whenText } from '../words/cause.js';
import { operationName, vertexName } from '../words/names.js';
import { thousands } from '../../base/thousands.js';
import { count, list } from '../words/sentence.js';
import { statement } from '../words/statement.js';
import { verdictText } from '../words/verdict.js';
import { statusCell, text, verdictCell, worstCell } from './cells.js';
import type { Cell, Report, Row, Section } from './document.js';
import { NAME_SIZE, notCompared } from './notCompared.js';

/** One of the two designs that are compared. */
export interface Side {
  /** What the file is called. */
  readonly name: string;
  readonly resolved: Resolved;
  readonly results: Results;
}

const CHANGES = ['worse', 'better', 'other'] as const;
export type Change = (typeof CHANGES)[number];

/** The verdicts that differ between two designs, as a report and as counts. */
export interface DiffReport {
  readonly report: Report;
  /** How many rows there are of each kind; `undecided`: of those that are worse, the ones that nobody decided. */
  readonly counts: Readonly<Record<Change | 'undecided', number>>;
}

/**
 * One change of one verdict or of one expectation. `operation` is an index of the design after; the row says it in
 * words.
 */
export interface Difference {
  readonly about: 'verdict' | 'expectation';
  readonly change: Change;
  readonly operation: number;
  /** Of a verdict: whose. */
  readonly client?: VertexId;
  /** `rare`: only what happens beyond one fault differs. */
  readonly tier: Tier;
  /** The verdict of now is a warning: under a likely fault, for more than the lag, and nobody accepts or expects it. */
  readonly isUndecided: boolean;
  readonly row: Row;
}

const HEADINGS: Readonly<Record<Change, string>> = {
  worse: 'Worse',
  better: 'Better',
  other: 'Different, neither better nor worse',
};
/** Verdicts that differ under likely faults are told first. */
const TIERS: readonly Tier[] = ['likely', 'rare'];
const BEYOND = 'beyond one fault';
const COLUMNS: Readonly<Record<Difference['about'], readonly string[]>> = {
  verdict: ['operation', 'from', 'under', 'before', 'now'],
  expectation: ['expectation', 'before', 'now'],
};

/**
 * What an edit did to the verdicts: requests (operation and client) are matched by their names, partitions and
 * expectations by theirs. For each request the healthy network, each named partition, and each verdict that explored
 * faults can bring about. It is worse if there is more harm (semantics, 7; what passes with the lag harms less than all
 * else), if one likely fault is enough where it was not, if something rare and smaller is enough, or, where both
 * explored equally many faults, if more of them do it. What differs under likely faults comes first, and the cause of a
 * verdict is the one that is told everywhere else.
 */
export function diffReport(before: Side, after: Side): DiffReport {
  return run(diffReportInSteps(before, after));
}

/** `diffReport` in steps. */
export function* diffReportInSteps(before: Side, after: Side): Steps<DiffReport> {
  const pairs = yield* pairedInSteps(before, after);
  const differences = yield* differencesOf(before, after, pairs);
  const number = (change: Change): number => differences.filter((one) => one.change === change).length;
  const undecided = differences.filter((one) => one.change === 'worse' && one.isUndecided).length;
  const counts = { worse: number('worse'), better: number('better'), other: number('other'), undecided };
  const section = (change: Change, tier: Tier): Section[] =>
    (['verdict', 'expectation'] as const).flatMap((about) => {
      const own = differences.filter((one) => one.change === change && one.about === about && one.tier === tier);
      const suffix = about === 'expectation' ? ' (expectations)' : tier === 'rare' ? `, ${BEYOND}` : '';
      return own.length === 0
        ? []
        : [
            {
              heading: `${HEADINGS[change]}${suffix}`,
              paragraphs: [],
              table: { columns: COLUMNS[about], rows: about === 'verdict' ? rowsOf(own) : own.map(({ row }) => row) },
            },
          ];
    });
  const sections = TIERS.flatMap((tier) => CHANGES.flatMap((change) => section(change, tier)));
  const bounds = [before, after].map(({ results }) => boundOfAll(results.clients));
  return {
    report: {
      title: `From ${before.name} to ${after.name}`,
      summary: summary(differences, pairs.length),
      sections: [...sections, ...(yield* notCompared(before, after))],
      bound: bounds[0] === bounds[1] ? (bounds[0] ?? '') : `before, ${bounds[0] ?? ''}; now, ${bounds[1] ?? ''}`,
    },
    counts,
  };
}

/**
 * What the report says, one by one: verdicts, then expectations. Of verdicts those under likely faults come first; of
 * them what nobody decided, then what is decided, then what passes with the lag; all in order of the requests.
 */
export function differencesBetween(before: Side, after: Side): Difference[] {
  return run(differencesOf(before, after, paired(before, after)));
}

function* differencesOf(before: Side, after: Side, pairs: readonly Pair[]): Steps<Difference[]> {
  const verdicts = yield* flatMapped(
    pairs,
    () => PAIR_SIZE,
    ([old, now]) => (old === now ? [] : requestDifferences(before, after, old, now)),
  );
  return [...verdicts.sort((a, b) => rank(a) - rank(b)), ...(yield* expectationDifferences(before, after))];
}

/** A request before and after. */
type Pair = readonly [ClientResult, ClientResult];

/** The work of comparing what is said of one request, in units of a step. */
const PAIR_SIZE = 100;

function rank({ tier, change, isUndecided, row: { cells } }: Difference): number {
  if (tier === 'rare') return 3;
  const [was, is] = cells.slice(-2);
  const harm = change === 'better' ? was : is;
  if (harm?.howLong === 'lag') return 2;
  return isUndecided ? 0 : 1;
}

/** Clients to whom the same happens share a row. */
function rowsOf(differences: readonly Difference[]): Row[] {
  const rows = new Map<string, { readonly row: Row; readonly clients: string[] }>();
  for (const { operation, row } of differences) {
    const [, client, ...others] = row.cells.map(({ text }) => text);
    const key = JSON.stringify([operation, others]);
    const same = rows.get(key);
    if (same === undefined) rows.set(key, { row, clients: [client ?? ''] });
    else same.clients.push(client ?? '');
  }
  return [...rows.values()].map(({ row, clients }) => ({
    ...row,
    cells: row.cells.map((cell, column) => (column === 1 ? text(clients.join(', ')) : cell)),
  }));
}

/** "Worse: 10 verdicts and 2 expectations. Better: 4 verdicts. Compared: 11 pairs of operation and client." */
function summary(differences: readonly Difference[], pairs: number): string {
  const compared = `Compared: ${count(pairs, 'pair')} of operation and client.`;
  if (differences.length === 0)
    return pairs === 0
      ? 'Nothing was compared: no operation with one of its clients is in both.'
      : `No verdict has changed. ${compared}`;
  const parts = CHANGES.flatMap((change) => {
    const of = (about: Difference['about']): string[] => {
      const number = differences.filter((one) => one.change === change && one.about === about).length;
      return number === 0 ? [] : [count(number, about)];
    };
    const both = [...of('verdict'), ...of('expectation')];
    return both.length === 0 ? [] : [`${HEADINGS[change]}: ${list(both)}.`];
  });
  return [...parts, compared].join(' ');
}

function nameOf({ resolved: { model } }: Side, { operation, client }: ClientResult): string {
  return JSON.stringify([operationName(model, operation), vertexName(model, client)]);
}

/** The requests that both designs have, by the names of operation and client. */
export function paired(before: Side, after: Side): readonly Pair[] {
  return run(pairedInSteps(before, after));
}

function* pairedInSteps(before: Side, after: Side): Steps<readonly Pair[]> {
  const known = new Map(
    yield* flatMapped(before.results.clients, NAME_SIZE, (result) => [[nameOf(before, result), result] as const]),
  );
  return yield* flatMapped(after.results.clients, NAME_SIZE, (now): readonly Pair[] => {
    const old = known.get(nameOf(after, now));
    return old === undefined ? [] : [[old, now]];
  });
}

/** More than before of what is bad is worse. */
function changeBy(increase: number): Change | undefined {
  if (increase === 0) return undefined;
  return increase > 0 ? 'worse' : 'better';
}

function requestDifferences(before: Side, after: Side, old: ClientResult, now: ClientResult): Difference[] {
  const { model } = after.resolved;
  const row = (change: Change, under: string, [was, is]: readonly [Cell, Cell], tier: Tier = 'likely'): Difference => {
    const span = after.resolved.origins.operations[now.operation];
    return {
      about: 'verdict',
      change,
      operation: now.operation,
      client: now.client,
      tier,
      isUndecided: tier === 'likely' && is.howLong !== 'lag' && !isDecided(after, now, is),
      row: {
        cells: [text(operationName(model, now.operation)), text(vertexName(model, now.client)), text(under), was, is],
        ...(span === undefined ? {} : { span }),
      },
    };
  };
  if (old.notKnown !== undefined || now.notKnown !== undefined) {
    if (old.notKnown !== undefined && now.notKnown !== undefined) return [];
    // A verdict that was known is not known any more: a user who relied on it has lost something.
    return [row(now.notKnown === undefined ? 'better' : 'worse', 'every fault', [knownCell(old), knownCell(now)])];
  }
  const single = (under: string, was: FaultVerdict | undefined, is: FaultVerdict | undefined): Difference[] => {
    if (was === undefined || is === undefined) return [];
    const change = verdictChange(was, is);
    return change === undefined ? [] : [row(change, under, [worstCell(was, undefined), worstCell(is, undefined)])];
  };
  const partitions = model.partitions.map(({ name }, i) =>
    single(
      name,
      old.partitions[before.resolved.model.partitions.findIndex((one) => one.name === name)],
      now.partitions[i],
    ),
  );
  // A row of a named partition has said that this verdict can happen now.
  const isSaid = ({ came }: FindingDifference): boolean =>
    came?.cause.partition !== undefined &&
    (partitions[came.cause.partition] ?? []).some(
      ({ change, row: { cells } }) => change === 'worse' && cells.at(-1)?.text === verdictText(came.finding.outcome),
    );
  return [
    ...single('no fault', old.healthy, now.healthy),
    ...partitions.flat(),
    ...findingDifferences(before, after, old, now)
      .filter((one) => !isSaid(one))
      .map(({ change, tier, was, is }) => row(change, tier === 'likely' ? 'any one fault' : BEYOND, [was, is], tier)),
  ];
}

/** Nothing decides a verdict that is not known any more. */
function isDecided({ resolved: { model }, results }: Side, result: ClientResult, { verdict }: Cell): boolean {
  if (verdict === undefined || verdict === 'not known') return false;
  return verdict === 'ok' || decisionOn(model, results.expectations, result, verdict) !== undefined;
}

function verdictChange(was: FaultVerdict, is: FaultVerdict): Change | undefined {
  if (was.silent !== is.silent) return 'other';
  return was.silent ? undefined : changeBy(compareHarm(worst(is), worst(was)));
}

function knownCell(result: ClientResult): Cell {
  return result.notKnown === undefined ? text('known') : { text: 'not known', verdict: 'not known' };
}

function worst({ outcomes }: FaultVerdict): Harm {
  return outcomes.reduce((worst: Harm, one) => (compareHarm(one, worst) > 0 ? one : worst), { verdict: 'ok' });
}

interface FindingDifference {
  readonly change: Change;
  readonly tier: Tier;
  readonly was: Cell;
  readonly is: Cell;
  /** A verdict that could not happen before. */
  readonly came?: Told;
}

/** A verdict that explored faults can bring about, with the cause to tell first. */
interface Told {
  readonly finding: Finding;
  readonly cause: Cause;
  readonly tier: Tier;
}

/**
 * Each verdict that the explored faults can bring about, by its kind. What happens without any fault has been compared
 * already.
 */
function findingDifferences(before: Side, after: Side, old: ClientResult, now: ClientResult): FindingDifference[] {
  const all = [...now.findings, ...old.findings];
  const kinds = [...new Set(all.map(({ outcome }) => verdictText(outcome)))];
  return kinds.flatMap((kind): FindingDifference[] => {
    const was = toldOf(before, old, kind);
    const is = toldOf(after, now, kind);
    const change = [was, is].every((told) => told === undefined || isHealthy(told.cause))
      ? undefined
      : findingChange(was, is, old, now);
    return change === undefined
      ? []
      : [
          {
            change,
            tier: [was, is].some((told) => told?.tier === 'likely') ? 'likely' : 'rare',
            ...findingCells(
              { model: before.resolved.model, told: was, result: old },
              { model: after.resolved.model, told: is, result: now },
            ),
            ...(was === undefined && is !== undefined ? { came: is } : {}),
          },
        ];
  });
}

function toldOf({ resolved: { model } }: Side, result: ClientResult, kind: string): Told | undefined {
  const finding = result.findings.find(({ outcome }) => verdictText(outcome) === kind);
  return finding === undefined ? undefined : { finding, ...toldCause(model, result, finding) };
}

function isHealthy(cause: Cause): boolean {
  return causeSize(cause) === 0 && cause.partition === undefined;
}

function findingChange(
  was: Told | undefined,
  is: Told | undefined,
  old: ClientResult,
  now: ClientResult,
): Change | undefined {
  if (was === undefined) return 'worse';
  // A verdict that was not found within a limit may still be there.
  if (is === undefined) return isLimited(now) ? 'other' : 'better';
  const less = changeBy(howMuch(was) - howMuch(is));
  return less ?? (old.faults === now.faults ? compareCounts(was.finding.faults, is.finding.faults) : undefined);
}

/** How much has to go wrong: nothing, one likely fault, or something rare and how much of it. */
function howMuch({ cause, tier }: Told): number {
  if (isHealthy(cause)) return 0;
  return tier === 'likely' ? 1 : 1 + causeSize(cause);
}

/** Counts are decimal strings of any length. */
function compareCounts(old: string, now: string): Change | undefined {
  if (old === now) return undefined;
  return BigInt(now) > BigInt(old) ? 'worse' : 'better';
}

interface ToldOf {
  readonly model: Model;
  readonly told: Told | undefined;
  readonly result: ClientResult;
}

/** Where both sides have one cause, they differ by how many faults do the same. */
function findingCells(was: ToldOf, is: ToldOf): { readonly was: Cell; readonly is: Cell } {
  const [plain, now] = [findingCell(was, is.told), findingCell(is, was.told)];
  if (plain.text !== now.text) return { was: plain, is: now };
  const counted = (cell: Cell, { told, result }: ToldOf): Cell =>
    told === undefined
      ? cell
      : { ...cell, text: `${cell.text} (${thousands(told.finding.faults)} of ${thousands(result.faults)} faults)` };
  return { was: counted(plain, was), is: counted(now, is) };
}

/** `other`: what stands on the other side. */
function findingCell({ model, told, result }: ToldOf, other: Told | undefined): Cell {
  if (told === undefined) return isLimited(result) ? text('not found') : { text: 'never', verdict: 'ok' };
  const { finding, cause, tier } = told;
  // Where one fault is enough on the other side, its reader does not ask which two do the same here.
  if (tier === 'rare' && other?.tier === 'likely') return verdictCell(finding.outcome, `, only ${BEYOND}`);
  return verdictCell(finding.outcome, ` ${whenText(model, cause)}`);
}

const STATUSES: readonly ExpectationStatus[] = ['holds', 'not known', 'fails'];

function* expectationDifferences(before: Side, after: Side): Steps<Difference[]> {
  const known = new Map(
    yield* flatMapped(before.results.expectations, NAME_SIZE, (result) => [
      [statement(before.resolved, result.expectation), result] as const,
    ]),
  );
  return yield* flatMapped(after.results.expectations, NAME_SIZE, (now): Difference[] => {
    const written = statement(after.resolved, now.expectation);
    const old = known.get(written);
    const change =
      old === undefined ? undefined : changeBy(STATUSES.indexOf(now.status) - STATUSES.indexOf(old.status));
    if (old === undefined || change === undefined) return [];
    const span = after.resolved.origins.expectations[now.expectation];
    return [
      {
        about: 'expectation',
        change,
        operation: after.resolved.model.expectations[now.expectation]?.operation ?? -1,
        tier: 'likely',
        isUndecided: true,
        row: {
          cells: [text(written), statusCell(old.status), statusCell(now.status)],
          ...(span === undefined ? {} : { span }),
        },
      },
    ];
  });
}
