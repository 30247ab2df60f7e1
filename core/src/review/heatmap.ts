import { run, type Steps } from '../base/steps.js';
import { harmsData, type VerdictKind } from '../base/harm.js';
import type { ClientResult, Outcome, Results } from '../engine/facts.js';
import { compareCauses, MAX_CAUSES } from '../engine/causes.js';
import { type UnderResult, verdictsUnderInSteps } from '../engine/under.js';
import type { Model, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { countPairs } from '../network/places.js';
import { type FaultGroup, likelyCauses } from './likelyCauses.js';
import { tierOf } from './tier.js';

/**
 * Faults that do the same to everybody stand in one column, in the group of the first of them; `causes` are in order of
 * declaration, one at least.
 */
export interface HeatColumn {
  readonly group: FaultGroup | 'rare';
  readonly causes: readonly Cause[];
}

/** The worst that can become of one operation of one client under the faults of one column. */
export interface HeatCell {
  /** `silent`: the client's machine is down, and it issues nothing. */
  readonly verdict: VerdictKind | 'not known' | 'silent';
  /** Absent for `ok`, `not known` and `silent`. Under the first fault of the column. */
  readonly outcome?: Outcome;
  /** Harm to data that is possible only until the break is noticed, if it is worse than nothing. */
  readonly passing?: Outcome;
  /** The first fault of the column. */
  readonly cause: Cause;
}

/** One operation from clients to whom the same happens under every fault; one client at least. */
export interface HeatRow {
  readonly operation: number;
  readonly clients: readonly VertexId[];
  /** In order of the columns. */
  readonly cells: readonly HeatCell[];
}

/** Operations and clients against faults. */
export interface Heat {
  readonly columns: readonly HeatColumn[];
  readonly rows: readonly HeatRow[];
  /** How many faults were left out because of a limit. */
  readonly left: number;
  /** There may be more than these: of each verdict, only some causes were kept. */
  readonly isAtLeast?: true;
}

/** What one plausible fault does, and what only comes of rarer ones. */
export interface Heatmap {
  readonly likely: Heat;
  readonly rare: Heat;
}

/** At most this many verdicts are asked for, whatever the size of the design: it takes a second at most. */
const MOST_VERDICTS = 2000;
/** Of rare faults, the smallest that break something. */
const MOST_RARE = 12;

/** The data of a heat map: every operation from every client against every likely fault, and the smallest rare ones. */
export function heatmap(model: Model, results: Results): Heatmap {
  return run(heatmapInSteps(model, results));
}

/** `heatmap` in steps. */
export function* heatmapInSteps(model: Model, results: Results): Steps<Heatmap> {
  const rare = rareCauses(model, results.clients);
  const likely = yield* likelyHeatInSteps(model, MOST_VERDICTS);
  const shown = yield* heatOf(
    model,
    rare.map((cause) => ({ group: 'rare' as const, cause })),
    { most: Math.min(mostFaults(model, MOST_VERDICTS), MOST_RARE), left: 0 },
  );
  const isCut = results.clients.some(({ findings }) => findings.some(({ causes }) => causes.length >= MAX_CAUSES));
  return { likely, rare: isCut ? { ...shown, isAtLeast: true } : shown };
}

/**
 * The half of a heat map that needs no results, in steps. At most `verdicts` of them are asked for.
 */
export function likelyHeatInSteps(model: Model, verdicts: number): Steps<Heat> {
  const most = mostFaults(model, verdicts);
  return heatOf(model, likelyCauses(model, most), { most, left: Math.max(0, countPairs(model) - most) });
}

/** How many faults find room where each asks for a verdict of every request. */
function mostFaults(model: Model, verdicts: number): number {
  const requests = model.operations.reduce((sum, { clients }) => sum + clients.length, 0);
  return Math.max(1, Math.floor(verdicts / Math.max(1, requests)));
}

/** The smallest faults beyond a likely one that break something, each once. */
function rareCauses(model: Model, clients: readonly ClientResult[]): Cause[] {
  const all = clients
    .flatMap(({ findings }) => findings.flatMap(({ causes }) => causes))
    .filter((cause) => tierOf(model, cause) === 'rare')
    .sort(compareCauses);
  return all.filter((cause, i) => i === 0 || compareCauses(cause, all[i - 1] ?? cause) !== 0);
}

interface Asked {
  readonly group: HeatColumn['group'];
  readonly cause: Cause;
}

/** `left`: how many faults are left out already. */
function* heatOf(
  model: Model,
  asked: readonly Asked[],
  { most, left }: { readonly most: number; readonly left: number },
): Steps<Heat> {
  const columns = new Map<string, { readonly column: HeatColumn; readonly cells: readonly HeatCell[] }>();
  for (const { group, cause } of asked.slice(0, most)) {
    const cells = (yield* verdictsUnderInSteps(model, cause)).map(cellOf);
    // The healthy network is what the others are compared with.
    const key = [group === 'no fault', ...cells.map(keyOf)].join('\n');
    const known = columns.get(key);
    columns.set(key, {
      column: { group: known?.column.group ?? group, causes: [...(known?.column.causes ?? []), cause] },
      cells: known?.cells ?? cells,
    });
  }
  const all = [...columns.values()];
  const requests = model.operations.flatMap(({ clients }, operation) =>
    clients.map((client) => ({ operation, client })),
  );
  return {
    columns: all.map(({ column }) => column),
    rows: merged(
      requests.map(({ operation, client }, i) => ({
        operation,
        clients: [client],
        cells: all.flatMap(({ cells }) => cells[i] ?? []),
      })),
    ),
    left: left + Math.max(0, asked.length - most),
  };
}

/** Clients of one operation to whom the same happens share a row. */
function merged(rows: readonly HeatRow[]): HeatRow[] {
  const kinds = new Map<string, HeatRow>();
  for (const row of rows) {
    const key = [row.operation, ...row.cells.map(keyOf)].join('\n');
    const known = kinds.get(key);
    kinds.set(key, known === undefined ? row : { ...known, clients: [...known.clients, ...row.clients] });
  }
  return [...kinds.values()];
}

function cellOf({ verdict: { cause, outcomes, silent }, whileDetecting, notKnown }: UnderResult): HeatCell {
  if (notKnown !== undefined) return { verdict: 'not known', cause };
  if (silent) return { verdict: 'silent', cause };
  const [worst] = outcomes;
  const passing = whileDetecting.find(({ verdict }) => harmsData(verdict));
  return {
    verdict: worst?.verdict ?? 'ok',
    ...(worst === undefined || worst.verdict === 'ok' ? {} : { outcome: worst }),
    ...(passing === undefined ? {} : { passing }),
    cause,
  };
}

/** Cells with the same key are shown alike. */
function keyOf({ verdict, outcome, passing }: HeatCell): string {
  return [verdict, outcome?.howLong, outcome?.before, passing?.verdict].join(' ');
}
