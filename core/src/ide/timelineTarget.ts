import type { Model } from '../model/model.js';
import type { Cell, Report } from '../render/reports/document.js';
import type { VerdictQuestion } from '../render/reports/witness.js';
import type { ActionRun } from './action.js';
import { pickOf, type PickedFault } from './pickedFault.js';

/** The run that a timeline shows, by name, so that it stays the same while the file is edited. */
export interface TimelineTarget {
  readonly operation: string;
  /** Without it, the client with the worst that was found. */
  readonly client?: string;
  /** Without it, the smallest cause of the worst that was found. */
  readonly fault?: PickedFault;
  /** Without it, the worst that can happen under the fault. */
  readonly outcome?: PickedOutcome;
}

/** One of the things that can happen to a request under a fault. */
export interface PickedOutcome {
  readonly verdict: string;
  readonly howLong?: string;
  /** Without it, either. */
  readonly phase?: VerdictQuestion['phase'];
}

/** The target of one run, by name. Without `run`, that of the worst verdict that was found for the operation. */
export function runTarget(model: Model, operation: number, run: ActionRun | undefined): TimelineTarget {
  const name = model.operations[operation]?.name ?? '';
  if (run === undefined) return { operation: name };
  const { client, cause, outcome } = run;
  return {
    operation: name,
    client: model.vertices[client]?.name ?? '',
    fault: pickOf(model, cause),
    outcome: pickedOutcome(outcome),
  };
}

/** The run of each verdict of a report: section, row, cell → run; null where a cell has none. */
export function runTargets(
  model: Model,
  { sections }: Report,
): readonly (readonly (readonly (TimelineTarget | null)[])[])[] {
  return sections.map(({ table }) =>
    (table?.rows ?? []).map(({ cells }) => cells.map((cell) => targetOf(model, cell))),
  );
}

function targetOf(model: Model, { run, verdict, howLong }: Cell): TimelineTarget | null {
  if (run === undefined || verdict === undefined || verdict === 'not known') return null;
  const { operation, client, cause } = run;
  return runTarget(model, operation, {
    client,
    cause,
    outcome: howLong === undefined ? { verdict } : { verdict, howLong },
  });
}

export function pickedOutcome({ verdict, howLong }: ActionRun['outcome']): PickedOutcome {
  return howLong === undefined ? { verdict } : { verdict, howLong };
}
