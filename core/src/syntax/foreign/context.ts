import type { OperationStatement, Statement } from '../ast.js';
import type { Known, PlaceKind } from './known.js';

/** The names that statements declare. */
export class Names implements Known {
  readonly places = new Map<string, PlaceKind>();
  readonly stores = new Set<string>();
  readonly operations = new Map<string, readonly string[]>();
  readonly partitions = new Set<string>();

  constructor(readonly homes: Known['homes'] = new Map()) {}

  add(statements: readonly Statement[]): this {
    for (const statement of statements) this.addOne(statement);
    return this;
  }

  private addOne(statement: Statement): void {
    switch (statement.kind) {
      case 'node':
      case 'router':
      case 'client':
        for (const { name } of statement.names) this.places.set(name, statement.kind);
        break;
      case 'zone':
        if (statement.name !== undefined) this.places.set(statement.name.name, 'zone');
        for (const { name } of statement.nodes) this.places.set(name, 'node');
        break;
      case 'store':
        if (statement.name !== undefined) this.stores.add(statement.name.name);
        break;
      case 'operation':
        if (statement.name !== undefined) this.operations.set(statement.name.name, stepsOf(statement));
        break;
      case 'partition':
        if (statement.name !== undefined) this.partitions.add(statement.name.name);
        break;
      default:
    }
  }
}

function stepsOf({ steps }: OperationStatement): string[] {
  return steps.flatMap(({ access, store }) => (store === undefined ? [] : [`${access} ${store.name}`]));
}
