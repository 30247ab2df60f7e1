import type { Statement } from '../ast.js';
import { type Known, NOTHING_KNOWN, type PlaceKind } from './known.js';

/** The names that statements declare. */
export function knownOf(statements: readonly Statement[], homes: Known['homes'] = NOTHING_KNOWN.homes): Known {
  const places = new Map<string, PlaceKind>();
  const stores = new Set<string>();
  const operations = new Map<string, readonly string[]>();
  const partitions = new Set<string>();
  const links = new Set<string>();
  for (const statement of statements) {
    switch (statement.kind) {
      case 'node':
      case 'router':
      case 'client':
        for (const { name } of statement.names) places.set(name, statement.kind);
        break;
      case 'zone':
        if (statement.name !== undefined) places.set(statement.name.name, 'zone');
        for (const { name } of statement.nodes) places.set(name, 'node');
        break;
      case 'store':
        if (statement.name !== undefined) stores.add(statement.name.name);
        break;
      case 'operation': {
        const steps = statement.steps.flatMap(({ access, store }) =>
          store === undefined ? [] : [`${access} ${store.name}`],
        );
        if (statement.name !== undefined) operations.set(statement.name.name, steps);
        break;
      }
      case 'partition':
        if (statement.name !== undefined) partitions.add(statement.name.name);
        break;
      case 'link':
        if (statement.name !== undefined) links.add(statement.name.name);
        break;
      default:
    }
  }
  return { places, stores, operations, partitions, links, homes };
}
