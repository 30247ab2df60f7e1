import type { Related } from '../../base/diagnostic.js';
import type { Span } from '../../base/span.js';
import type { Cause, Outcome } from '../../engine/facts.js';
import type { DeclaredSymbol, Resolved, Store, SymbolKind } from '../../model/model.js';
import { directionText } from '../cause.js';
import { list, operationName, vertexName } from '../words.js';

/** Looked up once for each thing of a file: a search for each would be slow in a large one. */
const declared = new WeakMap<Resolved, ReadonlyMap<string, DeclaredSymbol>>();

export function symbolOf(resolved: Resolved, kind: SymbolKind, index: number): DeclaredSymbol | undefined {
  let symbols = declared.get(resolved);
  if (symbols === undefined) {
    symbols = new Map(resolved.symbols.map((symbol) => [`${symbol.kind} ${symbol.index ?? -1}`, symbol]));
    declared.set(resolved, symbols);
  }
  return symbols.get(`${kind} ${index}`);
}

export function operationSpan(resolved: Resolved, operation: number): Span {
  return symbolOf(resolved, 'operation', operation)?.word.span ?? resolved.origins.operations[operation] ?? { start: 0, end: 0 };
}

/** Where to look to understand an outcome: the store, what is broken, and the write that is missed or in conflict. */
export function relatedTo(resolved: Resolved, operation: number, outcome: Outcome, cause: Cause): Related[] {
  const { model, origins } = resolved;
  const related: Related[] = [];
  const add = (span: Span | undefined, message: string): void => {
    if (span !== undefined) related.push({ span, message });
  };
  const index = model.operations[operation]?.steps[outcome.step]?.store;
  const store = index === undefined ? undefined : model.stores[index];
  if (index !== undefined && store !== undefined) add(symbolOf(resolved, 'store', index)?.word.span ?? origins.stores[index], storeText(resolved, store));
  if (cause.partition !== undefined) add(origins.partitions[cause.partition], `partition ${model.partitions[cause.partition]?.name ?? '?'}`);
  for (const link of cause.links) add(origins.links[link], `${model.links[link]?.label ?? 'this link'} is cut`);
  for (const direction of cause.directions) add(origins.links[direction >> 1], `${directionText(model, direction)} is cut (one way)`);
  for (const vertex of cause.stopped) add(origins.vertices[vertex], `${vertexName(model, vertex)} is stopped`);
  for (const vertex of cause.zones) add(origins.vertices[vertex], `zone ${vertexName(model, vertex)} is lost`);
  const { other } = outcome;
  if (other !== undefined) {
    const what = outcome.verdict === 'stale' ? 'the write that is missed' : 'the write that it is in conflict with';
    const when = { before: ', acknowledged just before the break', detecting: ', acknowledged before the break was noticed', during: '' }[other.when];
    add(operationSpan(resolved, other.operation), `${what}: ${operationName(model, other.operation)} from ${vertexName(model, other.client)}${when}`);
  }
  return related;
}

/** "store accounts: consensus on us1, us2 and eu1, chosen CP" */
function storeText({ model }: Resolved, store: Store): string {
  const witnesses = store.witnesses.map((id) => `witness ${vertexName(model, id)}`);
  const members = list([...store.replicas.map((id) => vertexName(model, id)), ...witnesses]);
  const choice = store.choice === undefined ? '' : `, chosen ${store.choice}`;
  return `store ${store.name}: ${store.replication.scheme} on ${members}${choice}`;
}
