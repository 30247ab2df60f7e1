import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Under the cut. */
export const BROKEN_PHASES = ['detecting', 'settled'] as const;
/** `healthy` is before the cut, and `healed` after its end, with n1 for the one that leads then. */
export const PHASES = ['healthy', ...BROKEN_PHASES, 'healed'] as const;
export type BrokenPhase = (typeof BROKEN_PHASES)[number];
export type Phase = (typeof PHASES)[number];

/**
 * What was seen of one request. `lag`: stale, by a write that was acknowledged less than 500 ms before. `unknown`: no
 * answer, and not applied. `applied`: no answer, and applied. `conflict`: acknowledged and kept, where others were
 * acknowledged and not kept. `discarded`: acknowledged and not kept.
 */
const SEEN = ['ok', 'error', 'lag', 'stale', 'unknown', 'applied', 'conflict', 'discarded'] as const;
export type Seen = (typeof SEEN)[number];

/** How often each was seen of one operation, from one client, in one phase of one cut. */
export interface ObservedRow {
  readonly cut: string;
  readonly phase: Phase;
  readonly operation: string;
  readonly client: string;
  readonly seen: ReadonlyMap<Seen, number>;
}

/** By operation, by clients that saw the same: "ok 3, unknown 1". */
type Grouped = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Phases that were not asked in are left out. */
export interface Broken extends Partial<Readonly<Record<Phase, Grouped>>> {
  /** What the table of cuts calls it. */
  readonly cut: string;
  /** "n1--n2" cuts both directions, "n1->n2" one, "n1 down" stops a node; n1 led when the network broke. */
  readonly links: readonly string[];
  readonly runs: number;
}

/** The file of one system. */
export interface Observations {
  readonly system: string;
  readonly version: string;
  readonly measured: string;
  readonly broken: readonly Broken[];
}

/** Where the observations lie in the project. */
export const OBSERVATIONS = 'reality/observations';

export function fileOf(repo: string, system: string): string {
  return path.join(repo, OBSERVATIONS, `${system}.json`);
}

export function readObservations(repo: string, system: string): Observations {
  return JSON.parse(readFileSync(fileOf(repo, system), 'utf8')) as Observations;
}

export function rowsOf(broken: Broken): ObservedRow[] {
  return PHASES.flatMap((phase) =>
    Object.entries(broken[phase] ?? {}).flatMap(([operation, groups]) =>
      Object.entries(groups).flatMap(([clients, text]) =>
        clients.split(' ').map((client) => ({ cut: broken.cut, phase, operation, client, seen: seenIn(text) })),
      ),
    ),
  );
}

/** The rows of one cut, from one run or several, as they lie in the file. */
export function brokenOf(cut: string, links: readonly string[], runs: number, rows: readonly ObservedRow[]): Broken {
  const phases = PHASES.flatMap((phase) => {
    const own = rows.filter((row) => row.phase === phase);
    return own.length === 0 ? [] : [[phase, groupedOf(own)] as const];
  });
  return { cut, links, runs, ...Object.fromEntries(phases) };
}

function groupedOf(rows: readonly ObservedRow[]): Grouped {
  const seen = new Map<string, Map<string, Map<Seen, number>>>();
  for (const row of rows) {
    const clients = seen.get(row.operation) ?? new Map<string, Map<Seen, number>>();
    seen.set(row.operation, clients);
    const counts = clients.get(row.client) ?? new Map<Seen, number>();
    clients.set(row.client, counts);
    for (const [kind, count] of row.seen) counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  const grouped = [...seen].map(([operation, clients]) => {
    const groups = new Map<string, string[]>();
    for (const [client, counts] of [...clients].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const text = textOf(counts);
      groups.set(text, [...(groups.get(text) ?? []), client]);
    }
    const own = [...groups].map(([text, some]) => [some.join(' '), text] as const);
    return [operation, Object.fromEntries(own)] as const;
  });
  return Object.fromEntries(grouped.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function textOf(counts: ReadonlyMap<Seen, number>): string {
  return SEEN.flatMap((seen) => {
    const count = counts.get(seen);
    return count === undefined ? [] : [`${seen} ${count}`];
  }).join(', ');
}

function seenIn(text: string): ReadonlyMap<Seen, number> {
  return new Map(
    text.split(', ').map((part) => {
      const [seen, count] = part.split(' ');
      return [seen as Seen, Number(count)];
    }),
  );
}
