import type { Edit } from '../../base/edit.js';
import { insertAt } from '../../fixes/design.js';
import { schemeOf } from '../../model/schemes/index.js';
import type { StoreStatement } from '../../syntax/ast.js';
import { free, type MoveKind, ofStore } from '../move.js';

/** The numbers and the leader of the store's scheme: R and W, how many acknowledge, who leads. */
export const settings: MoveKind = {
  name: 'settings',
  moves: (ground) => {
    const { design, stores } = ground;
    return stores.flatMap((index) => {
      const store = design.model.stores[index];
      const statement = design.store(index);
      if (store === undefined || statement === undefined || store.from !== undefined) return [];
      const others = schemeOf(store.replication).settings(store.replication, store, (id) => design.written(id));
      return others.flatMap(({ what, args }) => {
        const edit = replicate(statement, args);
        return edit === undefined ? [] : [free(`settings ${index}`, `${what}${ofStore(ground, index)}`, [edit])];
      });
    });
  },
};

/** Replaces the clause; that of a preset, or of the choice, is overridden by one of the store's own. */
function replicate({ clauses }: StoreStatement, args: string): Edit | undefined {
  const own = clauses.find(({ kind }) => kind === 'replicate');
  if (own !== undefined) return { span: own.span, text: `replicate ${args}` };
  const [first] = clauses;
  return first === undefined ? undefined : insertAt(first.span.start, `replicate ${args} `);
}
