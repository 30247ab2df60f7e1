import type { Span } from '../base/span.js';
import { flatMapped, run, sizeOf, type Steps } from '../base/steps.js';
import type { Resolved, SymbolKind } from '../model/model.js';
import type { LinkStatement, OperationStatement, Statement, StoreStatement, Word } from '../syntax/ast.js';

/** One entry of the outline. `selection` lies inside `span`. */
export interface OutlineSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** Greyed text after the name: "CP on us1, us2, eu1". */
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

/**
 * The outline of a file: what it declares, in its order. Read from the tree alone, so that a broken file has one too.
 */
export function symbols(resolved: Resolved): readonly OutlineSymbol[] {
  return resolved.file.statements.flatMap(entriesOf);
}

/** A list that somebody chooses from: who has typed little wants to type more first. */
const MOST_FOUND = 1000;

/**
 * What a file declares and whose name has the letters of a query in this order, whatever their case: the first
 * thousand. An empty query matches all.
 */
export function matchingSymbols(resolved: Resolved, query: string): readonly OutlineSymbol[] {
  return run(matchingSymbolsInSteps(resolved, query));
}

/** `matchingSymbols` in steps. */
export function* matchingSymbolsInSteps(resolved: Resolved, query: string): Steps<readonly OutlineSymbol[]> {
  const letters = query.toLowerCase();
  let found = 0;
  const matching = (entries: readonly OutlineSymbol[]): readonly OutlineSymbol[] =>
    entries.flatMap((one) => {
      const isOne = found < MOST_FOUND && hasLetters(one.name.toLowerCase(), letters);
      if (isOne) found++;
      return [...(isOne ? [one] : []), ...matching(one.children)];
    });
  return yield* flatMapped(resolved.file.statements, sizeOf, (statement) =>
    found < MOST_FOUND ? matching(entriesOf(statement)) : [],
  );
}

function hasLetters(name: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = name.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}

function entriesOf(statement: Statement): readonly OutlineSymbol[] {
  switch (statement.kind) {
    case 'node':
    case 'router':
      return statement.names.map((name) => entry(statement.kind, name, { statement: statement.span, detail: '' }));
    case 'client': {
      const target = statement.placement?.target;
      const where = statement.placement && target ? `${statement.placement.kind} ${target.name}` : '';
      return statement.names.map((name) => entry('client', name, { statement: statement.span, detail: where }));
    }
    case 'zone': {
      if (!statement.name) return [];
      const children = statement.nodes.map((name) => entry('node', name, { statement: name.span, detail: '' }));
      return [
        entry('zone', statement.name, { statement: statement.span, detail: plural(children.length, 'node'), children }),
      ];
    }
    case 'link':
      return linkEntry(statement);
    case 'store':
      return statement.name
        ? [entry('store', statement.name, { statement: statement.span, detail: storeDetail(statement) })]
        : [];
    case 'service': {
      const detail = `on ${statement.instances.map(({ name }) => name).join(', ')}`;
      return statement.name ? [entry('service', statement.name, { statement: statement.span, detail })] : [];
    }
    case 'operation':
      return statement.name
        ? [entry('operation', statement.name, { statement: statement.span, detail: operationDetail(statement) })]
        : [];
    case 'partition':
      return statement.name ? [entry('partition', statement.name, { statement: statement.span, detail: '' })] : [];
    case 'risk': {
      const detail = statement.members
        .map(({ from, to }) => (to ? `${from.name} -- ${to.name}` : from.name))
        .join(', ');
      return statement.name ? [entry('risk', statement.name, { statement: statement.span, detail })] : [];
    }
    case 'mesh':
    case 'expect':
    case 'accept':
    case 'explore':
    case 'include':
      return [];
  }
}

function entry(
  kind: SymbolKind,
  word: Word,
  {
    statement,
    detail,
    children = [],
  }: { readonly statement: Span; readonly detail: string; readonly children?: readonly OutlineSymbol[] },
): OutlineSymbol {
  // Several names may share a statement: each entry then covers its own name, or a click would always select the first.
  const shared = kind === 'node' || kind === 'router' || kind === 'client';
  return { name: shown(word.name), kind, detail, span: shared ? word.span : statement, selection: word.span, children };
}

function linkEntry(link: LinkStatement): readonly OutlineSymbol[] {
  if (!link.from || !link.to) return [];
  const ends = `${link.from.name} ${link.oneWay ? '->' : '--'} ${link.to.name}`;
  const selection = link.name?.span ?? { start: link.from.span.start, end: link.to.span.end };
  return [
    {
      name: shown(link.name?.name ?? ends),
      kind: 'link',
      detail: link.name ? ends : '',
      span: link.span,
      selection,
      children: [],
    },
  ];
}

function storeDetail(store: StoreStatement): string {
  const choice = store.clauses.flatMap((clause) =>
    clause.kind === 'choose' && clause.value ? [clause.value.name] : [],
  );
  const scheme = store.clauses.flatMap((clause) =>
    clause.kind === 'replicate' && clause.scheme ? [clause.scheme.name] : [],
  );
  const source = store.clauses.flatMap((clause) =>
    clause.kind === 'from' && clause.store ? [`from ${clause.store.name}`] : [],
  );
  const members = store.members.map((member) =>
    member.role === 'replica' ? member.name.name : `${member.role} ${member.name.name}`,
  );
  return [...choice, ...scheme, ...source, 'on', members.join(', ')].join(' ');
}

function operationDetail(operation: OperationStatement): string {
  return operation.steps.map((step) => `${step.access} ${step.store?.name ?? '…'}`).join('; ');
}

/** An outline entry without a name is refused by editors; a quoted name may be empty. */
function shown(name: string): string {
  return name.trim() === '' ? '""' : name;
}

function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
