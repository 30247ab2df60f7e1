import { choiceEdits } from '../../fixes/changeChoice.js';
import { free, type Move, type MoveKind } from '../move.js';

/** The other side of the choice, which says what a store is for: so only as far as the file puts up with it. */
export const choice: MoveKind = {
  name: 'choice',
  moves: ({ design, stores }) =>
    stores.flatMap((index): Move[] => {
      const store = design.model.stores[index];
      if (store?.choice === undefined) return [];
      const other = store.choice === 'AP' ? 'CP' : 'AP';
      const edits = choiceEdits(design, index, other);
      const what = `choose ${other} for ${store.name}`;
      return edits.length === 0 ? [] : [{ ...free(`choice ${index}`, what, edits), keepsVerdicts: true }];
    }),
};
