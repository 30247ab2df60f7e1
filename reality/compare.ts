import { designOf, modelOf } from './design.js';
import { judged, type JudgedRow, Predictions } from './judge.js';
import { type Observations, readObservations, rowsOf } from './observations.js';
import { SYSTEMS } from './systems/index.js';
import type { System } from './systems/system.js';

/** All recorded rows of one system beside what the engine says of them today. */
export interface Compared {
  readonly system: System;
  readonly observations: Observations;
  readonly rows: readonly JudgedRow[];
}

/** Every system that was measured; `repo` is the folder of the project. */
export function compareAll(repo: string): Compared[] {
  return SYSTEMS.map((system) => compare(system, readObservations(repo, system.name)));
}

export function compare(system: System, observations: Observations): Compared {
  const rows = observations.broken.flatMap((broken) => {
    const predictions = new Predictions(modelOf(designOf(system, broken.links)), system, broken.links);
    return rowsOf(broken).map((row) => judged(system, row, predictions.of(row)));
  });
  return { system, observations, rows };
}

/** Counts of rows. A row agrees if nothing was seen that is not predicted; settled rows may be exact as well. */
export interface Agreement {
  readonly rows: number;
  readonly agree: number;
  readonly settled: number;
  readonly exact: number;
}

export function agreementOf(rows: readonly JudgedRow[]): Agreement {
  const settled = rows.filter(({ phase }) => phase === 'settled');
  return {
    rows: rows.length,
    agree: rows.filter(({ unforeseen }) => unforeseen.length === 0).length,
    settled: settled.length,
    exact: settled.filter(({ isExact }) => isExact).length,
  };
}
