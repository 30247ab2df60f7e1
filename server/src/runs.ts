import { pickOf, type ActionRun, type Cell, type Model, type Report } from '#core';
import type { Runs, TimelineTarget } from '#protocol';

/** Whose run each verdict of a report is, by name. */
export function runsOf(model: Model, { sections }: Report): Runs {
  return sections.map(({ table }) =>
    (table?.rows ?? []).map(({ cells }) => cells.map((cell) => targetOf(model, cell))),
  );
}

function targetOf(model: Model, { run, verdict, howLong }: Cell): TimelineTarget | null {
  if (run === undefined || verdict === undefined || verdict === 'not known') return null;
  return runTarget(model, run.operation, {
    ...run,
    outcome: { verdict, ...(howLong === undefined ? {} : { howLong }) },
  });
}

/** One run by name; without it, that of the worst that was found for the operation. */
export function runTarget(model: Model, operation: number, run: ActionRun | undefined): TimelineTarget {
  const name = model.operations[operation]?.name ?? '';
  if (run === undefined) return { operation: name };
  const {
    client,
    cause,
    outcome: { verdict, howLong },
  } = run;
  return {
    operation: name,
    client: model.vertices[client]?.name ?? '',
    fault: pickOf(model, cause),
    outcome: { verdict, ...(howLong === undefined ? {} : { howLong }) },
  };
}
