import type { Outcome } from '../core/src/engine/facts.js';
import { Verdicts } from '../core/src/engine/verdicts.js';
import type { Model } from '../core/src/index.js';
import { HEALTHY } from '../core/src/network/fault.js';
import type { ObservedRow, Phase, Seen } from './observations.js';
import type { System } from './systems/system.js';

/** What the engine says of one row. */
export interface Prediction {
  /** Everything that can happen in this phase. Until the break is noticed that includes what can happen afterwards. */
  readonly outcomes: readonly Outcome[];
}

/** One row beside its prediction. */
export interface JudgedRow extends ObservedRow, Prediction {
  /** Seen and not predicted; empty if the row agrees. */
  readonly unforeseen: readonly Seen[];
  /** The worst that was seen is the worst that is predicted. */
  readonly isExact: boolean;
}

/** The engine's answers about one design under its partition, or on the healthy network where it has none. */
export class Predictions {
  private readonly verdicts: Verdicts;

  constructor(
    private readonly model: Model,
    private readonly system: System,
    private readonly links: readonly string[],
  ) {
    this.verdicts = new Verdicts(model);
  }

  of({ phase: when, operation, client }: ObservedRow): Prediction {
    const phase = this.stillWaits(operation, client) ? 'detecting' : when;
    const index = this.model.operations.findIndex(({ name }) => name === operation);
    const vertex = this.model.vertices.findIndex(({ name }) => name === client);
    const settled = this.outcomes('settled', index, vertex);
    return { outcomes: phase === 'settled' ? settled : [...settled, ...this.outcomes('detecting', index, vertex)] };
  }

  /** The client's own link is cut, and the run ends before the client gives its server up: it has noticed nothing yet. */
  private stillWaits(operation: string, client: string): boolean {
    const isCut = this.links.some((link) => link.split(/--|->/).includes(client));
    return isCut && keepsConnection(this.system, operation);
  }

  private outcomes(phase: Phase, operation: number, client: number): readonly Outcome[] {
    const cause = this.model.partitions.length === 0 ? HEALTHY : { ...HEALTHY, partition: 0 };
    return this.verdicts.under(cause, operation, client, this.verdicts.judgeOf(phase)).outcomes;
  }
}

/** To the end of the run. */
function keepsConnection({ old }: System, operation: string): boolean {
  return old?.lasts === 'the run' && old.operations.includes(operation);
}

export function judged(system: System, row: ObservedRow, prediction: Prediction): JudgedRow {
  const { phase } = row;
  const unforeseen = [...row.seen.keys()].filter(
    (seen) => !prediction.outcomes.some((one) => ALLOWED[seen](one, phase)),
  );
  return { ...row, ...prediction, unforeseen, isExact: unforeseen.length === 0 && isExact(system, row, prediction) };
}

/** A verdict says what can become of an answer: that it did not happen contradicts nothing. */
const ALLOWED: Readonly<Record<Seen, (outcome: Outcome, phase: Phase) => boolean>> = {
  ok: ({ verdict }) => ['ok', 'stale', 'conflict', 'lost'].includes(verdict),
  error: ({ verdict }) => verdict === 'error',
  lag: ({ verdict }) => verdict === 'stale',
  stale: ({ verdict, howLong }) => verdict === 'stale' && howLong !== 'lag',
  unknown: ({ verdict }) => verdict === 'unknown',
  applied: ({ verdict }) => verdict === 'unknown',
  // Until the break is noticed, what was not kept may have been acknowledged before what was: it is then lost, and what
  // was kept is ok.
  conflict: ({ verdict }, phase) =>
    ['conflict', 'lost'].includes(verdict) || (phase === 'detecting' && verdict === 'ok'),
  discarded: ({ verdict }) => verdict === 'conflict' || verdict === 'lost',
};

/** From harmless to harmful. A loss is as bad as a conflict, the other side of which it is; the lag is none. */
const HARM: readonly (readonly string[])[] = [
  ['ok', 'lag'],
  ['error'],
  ['stale'],
  ['unknown', 'applied'],
  ['conflict', 'discarded', 'lost'],
];

/** Reasons of what happens only over a connection from before the break. */
const OVER_OLD = /still waits for|can't travel back/;

function isExact(system: System, { seen, operation }: ObservedRow, { outcomes }: Prediction): boolean {
  const worst = (names: readonly string[]): number =>
    Math.max(0, ...names.map((name) => HARM.findIndex((some) => some.includes(name))));
  const predicted = (some: readonly Outcome[]): number =>
    worst(some.map(({ verdict, howLong }) => (howLong === 'lag' ? 'lag' : verdict)));
  // A run does not try what becomes of a write that was acknowledged just before the break, nor a way of connecting
  // that its clients do not have.
  const tried = outcomes.filter(
    ({ before, other, reason }) =>
      before !== true && other?.when !== 'before' && (keepsConnection(system, operation) || !OVER_OLD.test(reason)),
  );
  const found = worst([...seen.keys()]);
  return predicted(tried) <= found && found <= predicted(outcomes);
}
