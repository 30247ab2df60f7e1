import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Phase = 'detecting' | 'settled';

/**
 * What was seen of one request. `lag`: stale, by a write that was acknowledged less than 500 ms before. `unknown`: no
 * answer, and not applied. `applied`: no answer, and applied. `conflict`: acknowledged and kept, where others were
 * acknowledged and not kept. `discarded`: acknowledged and not kept.
 */
export type Seen = 'ok' | 'error' | 'lag' | 'stale' | 'unknown' | 'applied' | 'conflict' | 'discarded';

/** How often each was seen of one operation, from one client, in one phase of one cut. */
export interface ObservedRow {
  readonly cut: string;
  readonly phase: Phase;
  readonly operation: string;
  readonly client: string;
  readonly seen: ReadonlyMap<Seen, number>;
}

interface Broken {
  /** What the table of cuts calls it. */
  readonly cut: string;
  /** "n1--n2" cuts both directions, "n1->n2" one; n1 led when the network broke. */
  readonly links: readonly string[];
  readonly runs: number;
  /** By operation, by clients that saw the same: "ok 3, unknown 1". */
  readonly detecting: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly settled: Broken['detecting'];
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

export function readObservations(repo: string, system: string): Observations {
  return JSON.parse(readFileSync(path.join(repo, OBSERVATIONS, `${system}.json`), 'utf8')) as Observations;
}

export function rowsOf(broken: Broken): ObservedRow[] {
  return (['detecting', 'settled'] as const).flatMap((phase) =>
    Object.entries(broken[phase]).flatMap(([operation, groups]) =>
      Object.entries(groups).flatMap(([clients, text]) =>
        clients.split(' ').map((client) => ({ cut: broken.cut, phase, operation, client, seen: seenIn(text) })),
      ),
    ),
  );
}

function seenIn(text: string): ReadonlyMap<Seen, number> {
  return new Map(
    text.split(', ').map((part) => {
      const [seen, count] = part.split(' ');
      return [seen as Seen, Number(count)];
    }),
  );
}
