import { flatMapped, sizeOf, type Steps } from '../../base/steps.js';
import type { ExpectStatement, OperationStatement, Parsed, Statement, StepNode } from '../../syntax/ast.js';
import { piecesOf } from '../../syntax/pieces.js';
import type { Mistake, Unjudged } from '../model.js';
import { GUARANTEES, LEVELS } from '../values.js';
import { leftOut, type Mistakes } from './mistakes.js';
import { ofKind } from './ofKind.js';

/** By name: the operations that are not judged. */
export type UnjudgedOperations = ReadonlyMap<string, Mistake>;

/**
 * Operations with a mistake, or on a client or a store with one; and those of the same stores as one of these, whose
 * writes they could miss.
 */
export function* unjudgedOperations({ statements, sources }: Parsed, mistakes: Mistakes): Steps<UnjudgedOperations> {
  const operations = ofKind(statements, 'operation');
  const needed = neededBy(statements);
  const found = new Map<string, Mistake>();
  const reaches = new Reaches();
  const stores = new Set(ofKind(statements, 'store').flatMap(({ name }) => name?.name ?? []));
  const clients = new Set(ofKind(statements, 'client').flatMap(({ names }) => names.map(({ name }) => name)));
  const services = new Set(ofKind(statements, 'service').flatMap(({ name }) => name?.name ?? []));
  yield* flatMapped(operations, sizeOf, (operation) => {
    const mistake = mistakeOf(operation, mistakes, needed);
    if (mistake === undefined) return [];
    if (operation.name !== undefined) found.set(operation.name.name, mistake);
    const reach = mistakes.isTorn(operation)
      ? reachOfText(sources.textOf(operation.span), operation, { stores, others: new Set([...clients, ...services]) })
      : reachOfSteps(operation, stores);
    reaches.add(reach, mistake);
    return [];
  });
  // Derived data shows what is written to its source.
  const readable = (steps: readonly StepNode[]): readonly string[] =>
    steps.flatMap(({ store }) => (store === undefined ? [] : [store.name, ...needed(store.name)]));
  yield* flatMapped(operations, sizeOf, ({ name, steps }) => {
    if (name === undefined || found.has(name.name)) return [];
    const hasNeeds = steps.some(({ needs }) => needs.length > 0);
    const by = reaches.first(readable(steps), hasNeeds);
    if (by !== undefined) found.set(name.name, by);
    return [];
  });
  return found;
}

/** By name, all that stores and services require or are derived from, over others too; both share their names. */
function neededBy(statements: readonly Statement[]): (name: string) => readonly string[] {
  const direct = new Map(
    [...ofKind(statements, 'store'), ...ofKind(statements, 'service')].map((statement) => [
      statement.name?.name ?? '',
      statement.clauses.flatMap((clause) =>
        clause.kind === 'requires'
          ? clause.names.map(({ name }) => name)
          : clause.kind === 'from' && clause.store !== undefined
            ? [clause.store.name]
            : [],
      ),
    ]),
  );
  return (name) => {
    const found = new Set(direct.get(name));
    for (const one of found) for (const next of direct.get(one) ?? []) found.add(next);
    return [...found];
  };
}

function mistakeOf(
  operation: OperationStatement,
  mistakes: Mistakes,
  neededFor: (name: string) => readonly string[],
): Mistake | undefined {
  const { name, clients, through, steps } = operation;
  const used = [...through.map((one) => one.name), ...steps.flatMap(({ store }) => store?.name ?? [])];
  return (
    mistakes.everywhere ??
    mistakes.in(operation) ??
    (name === undefined ? undefined : mistakes.named('operation', name.name)) ??
    first(clients, ({ name: client }) => mistakes.named('client', client)) ??
    first(through, ({ name: service }) => mistakes.named('service', service)) ??
    first(steps, ({ store }) => (store === undefined ? undefined : mistakes.named('store', store.name))) ??
    first(used.flatMap(neededFor), (one) => mistakes.named('store', one) ?? mistakes.named('service', one))
  );
}

function first<T, Found>(list: readonly T[], find: (one: T) => Found | undefined): Found | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The stores that an operation with a mistake may be meant to use, by their names. */
interface Reach {
  readonly stores: readonly string[] | 'any';
  readonly writes: boolean;
}

/** What operations with a mistake may be meant to use, each with its place among them. */
class Reaches {
  private readonly all: Mistake[] = [];
  /** By store, or for any: the first that writes, and the first. */
  private readonly firsts = new Map<string | undefined, { writes: number; any: number }>();

  add({ stores, writes }: Reach, mistake: Mistake): void {
    const at = this.all.length;
    this.all.push(mistake);
    for (const store of stores === 'any' ? [undefined] : stores) {
      const first = this.firsts.get(store) ?? { writes: Infinity, any: Infinity };
      this.firsts.set(store, {
        writes: writes ? Math.min(first.writes, at) : first.writes,
        any: Math.min(first.any, at),
      });
    }
  }

  /** The mistake of the first that may use one of these stores; earlier reads of a client count for `needs` alone. */
  first(stores: readonly string[], hasNeeds: boolean): Mistake | undefined {
    const found = [undefined, ...stores].map(
      (store) => this.firsts.get(store)?.[hasNeeds ? 'any' : 'writes'] ?? Infinity,
    );
    return this.all[Math.min(...found)];
  }
}

function reachOfSteps({ steps }: OperationStatement, stores: ReadonlySet<string>): Reach {
  const names = steps.map(({ store }) => store?.name ?? '');
  return {
    stores: names.every((name) => stores.has(name)) ? names : 'any',
    writes: steps.some(({ access }) => access === 'write'),
  };
}

const SOFT_WORDS: ReadonlySet<string> = new Set([
  'from',
  'through',
  'read',
  'write',
  'level',
  'needs',
  ...LEVELS,
  ...GUARANTEES,
]);

/**
 * Where the tree may lack steps: the stores that the text names; any, if a word of it may be the name of one, or if it
 * has fewer of them than steps.
 */
function reachOfText(
  text: string,
  { name }: OperationStatement,
  { stores, others }: { readonly stores: ReadonlySet<string>; readonly others: ReadonlySet<string> },
): Reach {
  const [, ...pieces] = piecesOf(text).filter(
    ({ kind }) => kind === 'word' || kind === 'quoted' || kind === 'statement',
  );
  const words = pieces.map((piece) => (piece.kind === 'quoted' ? piece.text.slice(1, -1) : piece.text));
  const named = words.filter((word) => stores.has(word));
  const steps = words.filter((word) => word === 'read' || word === 'write').length;
  const isKnown = words.every(
    (word) => stores.has(word) || others.has(word) || SOFT_WORDS.has(word) || word === name?.name,
  );
  return { stores: isKnown && named.length > 0 && named.length >= steps ? named : 'any', writes: true };
}

/** What of the design was resolved; the rest is not judged. */
export interface Judged {
  readonly operations: ReadonlySet<string>;
  readonly partitions: ReadonlySet<string>;
  /** Where the statements begin. */
  readonly expectations: ReadonlySet<number>;
}

/** All that is not judged, each with the mistake that it depends on, in order of position. */
export function* unjudged(
  { statements, sources }: Parsed,
  mistakes: Mistakes,
  operations: UnjudgedOperations,
  judged: Judged,
): Steps<readonly Unjudged[]> {
  const entry = (
    statement: Statement,
    { kind, name, span }: Pick<Unjudged, 'kind' | 'name' | 'span'>,
    mistake: Mistake | undefined,
  ): Unjudged => {
    const own = mistakes.in(statement);
    return { kind, name, span, mistake: own ?? mistake ?? leftOut(statement, span), isOwn: own !== undefined };
  };
  const found = yield* flatMapped(statements, sizeOf, (statement): readonly Unjudged[] => {
    switch (statement.kind) {
      case 'operation':
      case 'partition': {
        const { kind, name: word } = statement;
        if (word === undefined || judged[`${kind}s`].has(word.name)) return [];
        const { name, span } = word;
        const mistake = kind === 'operation' ? operations.get(name) : mistakes.named(kind, name);
        return [entry(statement, { kind, name, span }, mistake)];
      }
      case 'expect': {
        const { span } = statement;
        if (judged.expectations.has(span.start)) return [];
        const name = sources.textOf(span).replace(/\s+/g, ' ').trim();
        return [
          entry(statement, { kind: 'expectation', name, span }, mistakeOfExpectation(statement, mistakes, operations)),
        ];
      }
      default:
        return [];
    }
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The mistake that keeps an expectation from being judged. */
export function mistakeOfExpectation(
  statement: ExpectStatement,
  mistakes: Mistakes,
  operations: UnjudgedOperations,
): Mistake | undefined {
  const { operation, under } = statement;
  return (
    mistakes.in(statement) ??
    mistakes.everywhere ??
    (operation === undefined ? undefined : operations.get(operation.name)) ??
    (under?.kind === 'named' ? mistakes.named('partition', under.partition.name) : undefined) ??
    (under === undefined ? mistakes.exploring : undefined)
  );
}
