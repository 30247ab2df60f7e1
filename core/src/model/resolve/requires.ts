import { STORE } from '../../checks/store.js';
import type { RequiresClause, Word } from '../../syntax/ast.js';
import type { Required } from '../model.js';
import { clausesOf } from '../presets/index.js';
import { quote, type Scope } from './scope.js';
import type { ServicePart } from './service.js';
import type { StorePart } from './store/store.js';

interface Declared {
  readonly stores: readonly StorePart[];
  readonly services: readonly ServicePart[];
}

/** Stores and services with what their machines need an answer from, once all names have their numbers. */
export function withRequired({ stores, services }: Declared, scope: Scope): Declared {
  const ofStores = stores.map(({ statement }) => {
    const first = statement.clauses.find((clause): clause is RequiresClause => clause.kind === 'requires');
    return resolveNames(first?.names ?? [], scope);
  });
  const sources = stores.map((part) => resolveSource(part, scope));
  const ofServices = services.map(({ statement }) =>
    resolveNames(
      statement.clauses.flatMap(({ names }) => names),
      scope,
    ),
  );
  const needed = ofStores.map((named, i) => [...named, ...(sources[i]?.source ?? [])]);
  const circular = reportCycles({ store: needed, service: ofServices }, scope);
  return {
    stores: stores.map((part, i) => {
      const { source: [source] = [], boundMs, orSource } = sources[i] ?? {};
      const isFed = source !== undefined && !circular.has(source);
      // A copy that may not be older than some time serves only while it hears from its source.
      const bound = isFed && boundMs !== undefined ? [source] : [];
      const requires = requiredOf([...(ofStores[i] ?? []), ...bound], circular);
      const bounded = boundMs === undefined ? {} : { boundMs };
      const from = isFed ? { from: { store: source.index, ...bounded, ...(orSource ? { orSource } : {}) } } : {};
      return { ...part, store: { ...part.store, ...from, ...(requires === undefined ? {} : { requires }) } };
    }),
    services: services.map((part, i) => {
      const requires = requiredOf(ofServices[i], circular);
      return requires === undefined ? part : { ...part, service: { ...part.service, requires } };
    }),
  };
}

interface Named extends Required {
  readonly word: Word;
}

interface Source {
  /** At most one: empty if it is not known. */
  readonly source: readonly Named[];
  readonly boundMs?: number;
  readonly orSource: boolean;
}

/** Where the data of a store is derived from; undefined: it has its own. */
function resolveSource({ statement, preset }: StorePart, scope: Scope): Source | undefined {
  const from = statement.clauses.find((clause) => clause.kind === 'from');
  if (from?.store === undefined) return undefined;
  const entry = scope.find('store', from.store);
  const other = statement.clauses.find((clause) => clause.kind === 'else')?.store;
  if (other !== undefined && other.name !== from.store.name)
    scope.report(
      STORE.contradictoryClause,
      other.span,
      `${quote(other.name)} is not the source of this data: after \`else\`, name ${quote(from.store.name)}.`,
    );
  else if (other !== undefined) scope.find('store', other);
  const boundMs = from.bound === undefined ? undefined : scope.duration(from.bound, 'A bound');
  return {
    source: entry?.index === undefined ? [] : [{ kind: 'store', index: entry.index, word: from.store }],
    ...(boundMs === undefined ? {} : { boundMs }),
    orSource: other !== undefined || (preset !== undefined && clausesOf(preset).some(({ kind }) => kind === 'else')),
  };
}

/** By index, what each store and each service requires. */
type All = Readonly<Record<Required['kind'], readonly (readonly Named[])[]>>;

function resolveNames(words: readonly Word[], scope: Scope): Named[] {
  return words.flatMap((word): Named[] => {
    const entry = scope.findRequired(word);
    const kind = entry?.kind === 'service' ? 'service' : 'store';
    return entry?.index === undefined ? [] : [{ kind, index: entry.index, word }];
  });
}

/** Without those that close a circle: nothing that follows the model must run in it. */
function requiredOf(named: readonly Named[] = [], circular: ReadonlySet<Named>): readonly Required[] | undefined {
  const once = named.filter(
    (one, i) =>
      !circular.has(one) && named.findIndex(({ kind, index }) => kind === one.kind && index === one.index) === i,
  );
  return once.length === 0 ? undefined : once.map(({ kind, index }) => ({ kind, index }));
}

/** A store or service that requires itself, over others or not, can never begin to serve. Gives what closes circles. */
function reportCycles(all: All, scope: Scope): ReadonlySet<Named> {
  const circular = new Set<Named>();
  const leadsTo = (from: Required, to: Required, seen: Set<string>): boolean => {
    const key = `${from.kind} ${from.index}`;
    if (from.kind === to.kind && from.index === to.index) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return (all[from.kind][from.index] ?? []).some((next) => leadsTo(next, to, seen));
  };
  for (const kind of ['store', 'service'] as const)
    for (const [index, named] of all[kind].entries())
      for (const one of named) {
        if (!leadsTo(one, { kind, index }, new Set())) continue;
        circular.add(one);
        scope.report(
          STORE.requiresCycle,
          one.word.span,
          `${quote(one.word.name)} needs this ${kind} in turn, so neither ever begins to serve: ` +
            'remove one `requires` or `from`.',
        );
      }
  return circular;
}
