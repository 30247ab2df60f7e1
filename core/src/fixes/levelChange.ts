import type { Edit } from '../base/edit.js';
import { levelsOf } from '../model/levels.js';
import type { Level } from '../model/model.js';
import { type Candidate, type Design, insertAt } from './design.js';

/** How an action is called at one level: "Read at quorum", and its step where there are several. */
export interface LevelChange {
  readonly access: 'read' | 'write';
  readonly level: Level;
  readonly action: string;
}

/** The change of the level of each step that has not got it already and whose scheme has it. */
export function levelChanges(
  design: Design,
  operation: number,
  { access, level, action }: LevelChange,
): readonly Candidate[] {
  const found = design.model.operations[operation];
  const steps = design.steps(operation);
  return (found?.steps ?? []).flatMap((step, i): Candidate[] => {
    const store = design.model.stores[step.store];
    const written = steps[i];
    if (
      store === undefined ||
      written?.store === undefined ||
      step.access !== access ||
      step.level === level ||
      !levelsOf(store.replication.scheme, access).includes(level)
    )
      return [];
    const several = (found?.steps.length ?? 0) > 1 ? ` (${access} ${store.name})` : '';
    return [
      {
        id: `level ${level} ${operation} ${i}`,
        action: `${action}${several}`,
        edits: levelEdits(design, operation, i, level),
      },
    ];
  });
}

/** Writes the level of a step; empty where the step can't be edited. */
export function levelEdits(design: Design, operation: number, step: number, level: Level): Edit[] {
  const statement = design.operation(operation);
  const written = statement?.steps[step];
  if (statement === undefined || written?.store === undefined) return [];
  if (written.level !== undefined)
    return [
      {
        span: { start: written.level.span.start, end: written.bound?.span.end ?? written.level.span.end },
        text: level,
      },
    ];
  const clients = statement.composite ? [] : statement.clients.map(({ span }) => span.end);
  return [insertAt(Math.max(written.store.span.end, ...clients), ` level ${level}`)];
}
