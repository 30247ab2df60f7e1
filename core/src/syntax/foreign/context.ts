import { forEachInSteps, sizeOf, type Steps } from '../../base/steps.js';
import type { OperationStatement, PartitionLine, Statement, Word } from '../ast.js';
import type { Known, PlaceKind, Wanted } from './known.js';

/** The names that statements declare. */
export class Names implements Known {
  readonly places = new Map<string, PlaceKind>();
  readonly stores = new Set<string>();
  readonly derived = new Map<string, string>();
  readonly services = new Set<string>();
  readonly links = new Set<string>();
  readonly issuers = new Set<string>();
  readonly wanted = new Map<string, Wanted>();
  readonly free = new Set<string>();
  readonly operations = new Map<string, readonly string[]>();
  readonly partitions = new Map<string, string>();

  constructor(readonly homes: Known['homes'] = new Map()) {
    for (const [zone, nodes] of homes) {
      this.places.set(zone, 'zone');
      for (const node of nodes) this.places.set(node, 'node');
    }
  }

  add(statements: readonly Statement[]): this {
    for (const statement of statements) {
      this.addOne(statement);
      for (const [name, kind] of wantedBy(statement)) {
        const both = [kind, this.wanted.get(name) ?? kind];
        // A replica may be a zone.
        const isZone = both.includes('zone') && both.includes('node');
        this.wanted.set(name, both[0] === both[1] ? kind : isZone ? 'zone' : 'unclear');
      }
    }
    return this;
  }

  /** The names that the grammar reads: an operation may stand before its clients. */
  *addSound(statements: readonly Statement[]): Steps<this> {
    yield* forEachInSteps(statements, sizeOf, (statement) => this.add([statement]));
    for (const name of this.issuers) if (this.places.has(name)) this.issuers.delete(name);
    return this;
  }

  private addOne(statement: Statement): void {
    switch (statement.kind) {
      case 'client':
        for (const { name } of statement.placement === undefined ? statement.names : []) this.free.add(name);
        for (const { name } of statement.names) this.places.set(name, statement.kind);
        break;
      case 'node':
      case 'router':
        for (const { name } of statement.names) this.places.set(name, statement.kind);
        break;
      case 'zone':
        if (statement.name !== undefined) this.places.set(statement.name.name, 'zone');
        for (const { name } of statement.nodes) this.places.set(name, 'node');
        break;
      case 'link':
        if (statement.name !== undefined) this.links.add(statement.name.name);
        break;
      case 'store':
        if (statement.name !== undefined) this.stores.add(statement.name.name);
        for (const clause of statement.clauses)
          if (clause.kind === 'from' && clause.store !== undefined)
            this.derived.set(statement.name?.name ?? '', clause.store.name);
        break;
      case 'service':
        if (statement.name !== undefined) this.services.add(statement.name.name);
        break;
      case 'operation':
        if (statement.name !== undefined) this.operations.set(statement.name.name, stepsOf(statement));
        for (const { name } of statement.clients) if (!this.places.has(name)) this.issuers.add(name);
        break;
      case 'partition':
        if (statement.name !== undefined)
          this.partitions.set(statement.name.name, statement.lines.map(lineText).sort().join('; '));
        break;
      default:
    }
  }
}

/** The names that a statement uses, where their place in it says what they are. A replica may be a zone too. */
function wantedBy(statement: Statement): readonly (readonly [string, Wanted])[] {
  const each = (words: readonly (Word | undefined)[], kind: Wanted): readonly (readonly [string, Wanted])[] =>
    words.flatMap((word) => (word === undefined ? [] : [[word.name, kind] as const]));
  switch (statement.kind) {
    case 'client':
      return each([statement.placement?.target], statement.placement?.kind === 'at' ? 'node' : 'zone');
    case 'store':
      return each(
        statement.members.map(({ name }) => name),
        'node',
      );
    case 'operation':
      return [
        ...each(statement.clients, 'client'),
        ...each(
          statement.steps.map(({ store }) => store),
          'store',
        ),
        ...each(statement.through, 'service'),
      ];
    case 'expect':
      return [
        ...each([statement.operation], 'operation'),
        ...each(statement.from, 'client'),
        ...each(statement.under?.kind === 'named' ? [statement.under.partition] : [], 'partition'),
      ];
    case 'accept':
      return each([statement.operation], 'operation');
    default:
      return [];
  }
}

function stepsOf({ steps }: OperationStatement): string[] {
  return steps.flatMap(({ access, store }) => (store === undefined ? [] : [`${access} ${store.name}`]));
}

/** One line for each line that breaks the same: the sides and the names in them are in order. */
function lineText(line: PartitionLine): string {
  const names = (words: readonly (Word | undefined)[]): string =>
    words
      .map((word) => word?.name ?? '')
      .sort()
      .join(', ');
  switch (line.kind) {
    case 'groups':
      return line.groups.map(names).sort().join(' | ');
    case 'cut':
      if (line.link !== undefined) return `cut ${line.link.name}`;
      return line.oneWay ? `cut ${line.from?.name} -> ${line.to?.name}` : `cut ${names([line.from, line.to])}`;
    case 'isolate':
      return `isolate ${names(line.targets)}`;
    case 'down':
      return `${line.destroyed ? 'destroy' : 'down'} ${names(line.targets)}`;
  }
}

/**
 * Without the partitions that an expectation declares for itself: they are declared once, by the first that needs them.
 */
export function withoutOwnPartitions(statements: readonly Statement[]): readonly Statement[] {
  const isOwn = statements.some(({ kind }) => kind === 'expect');
  return isOwn ? statements.filter(({ kind }) => kind !== 'partition') : statements;
}
