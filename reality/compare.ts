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

/**
 * Counts of rows. A row agrees if nothing was seen that is not predicted; settled rows may be exact as well. Rows
 * from before the cut and after the heal are counted by themselves: `whole`.
 */
export interface Agreement {
  readonly whole: number;
  readonly wholeAgree: number;
  readonly rows: number;
  readonly agree: number;
  readonly settled: number;
  readonly exact: number;
}

export function agreementOf(rows: readonly JudgedRow[]): Agreement {
  const agree = (some: readonly JudgedRow[]): number => some.filter(({ unforeseen }) => unforeseen.length === 0).length;
  const isWhole = ({ phase }: JudgedRow): boolean => phase === 'healthy' || phase === 'healed';
  const [whole, broken] = [rows.filter(isWhole), rows.filter((row) => !isWhole(row))];
  const settled = rows.filter(({ phase }) => phase === 'settled');
  return {
    whole: whole.length,
    wholeAgree: agree(whole),
    rows: broken.length,
    agree: agree(broken),
    settled: settled.length,
    exact: settled.filter(({ isExact }) => isExact).length,
  };
}
