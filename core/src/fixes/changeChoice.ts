import { insertAt, type Candidate, type Design, type FixKind } from './design.js';

/** The other side of the choice, for each store of the operation that says what was chosen. */
export const changeChoice: FixKind = {
  name: 'change-choice',
  candidates: (design, operation) => {
    const stores = [...new Set(design.model.operations[operation]?.steps.map(({ store }) => store))];
    return stores.flatMap((store) => changed(design, operation, store));
  },
};

function changed(design: Design, operation: number, index: number): Candidate[] {
  const store = design.model.stores[index];
  const statement = design.store(index);
  if (store?.choice === undefined || statement === undefined) return [];
  const isHelp =
    store.choice === 'AP'
      ? design.happens(operation, 'stale', 'conflict', 'lost')
      : design.happens(operation, 'error', 'unknown');
  if (!isHelp) return [];
  const choice = store.choice === 'AP' ? 'CP' : 'AP';
  const clause = statement.clauses.find(({ kind }) => kind === 'choose');
  const value = clause?.kind === 'choose' ? clause.value : undefined;
  // Without a word of its own the choice is that of the preset, and a clause of the store overrides it.
  const first = statement.clauses[0];
  const edit =
    value !== undefined
      ? { span: value.span, text: choice }
      : first !== undefined
        ? insertAt(first.span.start, `choose ${choice} `)
        : undefined;
  return edit === undefined
    ? []
    : [{ id: `choose ${choice} ${index}`, action: `Choose ${choice} for \`${store.name}\``, edits: [edit] }];
}
