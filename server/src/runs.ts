import { pickOf, type Cell, type Model, type Report } from '#core';
import type { Runs, TimelineTarget } from '#protocol';

/** Whose run each verdict of a report is, by name. */
export function runsOf(model: Model, { sections }: Report): Runs {
  return sections.map(({ table }) => (table?.rows ?? []).map(({ cells }) => cells.map((cell) => targetOf(model, cell))));
}

function targetOf(model: Model, { run, verdict, howLong }: Cell): TimelineTarget | null {
  if (run === undefined || verdict === undefined) return null;
  const operation = model.operations[run.operation]?.name;
  const client = model.vertices[run.client]?.name;
  if (operation === undefined || client === undefined) return null;
  return { operation, client, fault: pickOf(model, run.cause), outcome: { verdict, ...(howLong === undefined ? {} : { howLong }) } };
}
