import { levelEdits } from '../../fixes/levelChange.js';
import { levelsOf } from '../../model/levels.js';
import { operationName } from '../../render/words/names.js';
import { free, type Move, type MoveKind } from '../move.js';

/** Each step at each other level that its scheme has. A bound of time is the author's to choose. */
export const levels: MoveKind = {
  name: 'levels',
  moves: ({ design, operations, stores }) =>
    operations.flatMap((operation) => {
      const { steps = [], composite = false } = design.model.operations[operation] ?? {};
      return steps.flatMap((step, i): Move[] => {
        const store = design.model.stores[step.store];
        if (store === undefined || !stores.includes(step.store)) return [];
        const which = composite ? `${step.access} ${store.name} of ${operationName(design.model, operation)}` : '';
        const name = which === '' ? operationName(design.model, operation) : which;
        return levelsOf(store.replication.scheme, step.access).flatMap((level) => {
          if (level === step.level || level === 'bounded') return [];
          const edits = levelEdits(design, operation, i, level);
          return edits.length === 0 ? [] : [free(`level ${operation} ${i}`, `${name} at ${level}`, edits)];
        });
      });
    }),
};
