import type { Edit } from '../base/edit.js';
import type { Choice } from '../model/model.js';
import { defaultReplication, schemeOf } from '../model/schemes/index.js';
import type { StoreClause, StoreStatement } from '../syntax/ast.js';
import { type Candidate, type Design, type FixKind, insertAt } from './design.js';

/** The other side of the choice, for each store of the operation that says what was chosen. */
export const changeChoice: FixKind = {
  name: 'change-choice',
  candidates: (design, operation) => {
    const stores = [...new Set(design.model.operations[operation]?.steps.map(({ store }) => store))];
    const isOne = stores.length === 1;
    return stores.flatMap((store) => changed(design, operation, store, isOne));
  },
};

/** `isOne`: a title needs no name of the only store. */
function changed(design: Design, operation: number, index: number, isOne: boolean): Candidate[] {
  const store = design.model.stores[index];
  if (store?.choice === undefined) return [];
  const isHelp =
    store.choice === 'AP'
      ? design.happens(operation, 'stale', 'dirty', 'conflict', 'lost')
      : design.happens(operation, 'error', 'unknown', 'partial');
  if (!isHelp) return [];
  const choice = store.choice === 'AP' ? 'CP' : 'AP';
  const edits = choiceEdits(design, index, choice);
  if (edits.length === 0) return [];
  return [
    {
      id: `choose ${choice} ${index}`,
      action: `Choose ${choice} for \`${store.name}\``,
      brief: `Choose ${choice}${isOne ? '' : ` for ${store.name}`}`,
      edits,
    },
  ];
}

/** Writes the choice of a store, without the clause that has no effect then; empty where the store can't be edited. */
export function choiceEdits(design: Design, index: number, choice: Choice): readonly Edit[] {
  const store = design.model.stores[index];
  const statement = design.store(index);
  const edit = statement === undefined ? undefined : choose(choice, statement);
  if (store === undefined || statement === undefined || edit === undefined) return [];
  const isNamed = statement.clauses.some(({ kind }) => kind === 'replicate' || kind === 'like');
  const { merges } = schemeOf(isNamed ? store.replication : defaultReplication(choice));
  const idle = choice === 'AP' ? 'on partition' : merges ? undefined : 'merge';
  return [edit, ...without(statement, idle, design.resolved.text)].sort((a, b) => a.span.start - b.span.start);
}

/** Takes out the clause that has no effect with the other choice, with the blanks before it. */
function without({ clauses }: StoreStatement, kind: StoreClause['kind'] | undefined, text: string): Edit[] {
  const clause = clauses.find((one) => one.kind === kind);
  if (clause === undefined) return [];
  const { start, end } = clause.span;
  return [{ span: { start: text.slice(0, start).trimEnd().length, end }, text: '' }];
}

/** Replaces the choice that is written; one of the preset is overridden by a clause of the store's own. */
function choose(choice: Choice, { clauses }: StoreStatement): Edit | undefined {
  const clause = clauses.find(({ kind }) => kind === 'choose');
  if (clause?.kind === 'choose' && clause.value !== undefined) return { span: clause.value.span, text: choice };
  const [first] = clauses;
  return first === undefined ? undefined : insertAt(first.span.start, `choose ${choice} `);
}
