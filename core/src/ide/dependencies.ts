import type { Span } from '../base/span.js';
import { flatMapped, run, type Steps } from '../base/steps.js';
import { copiesOf } from '../model/levels.js';
import type { DeclaredSymbol, Resolved, SymbolKind } from '../model/model.js';
import { symbolOf } from '../model/symbols.js';
import { symbolAt } from './symbolAt.js';

/**
 * What an operation depends on, step by step: the services that it goes through and its stores, the nodes of these, and
 * the links that those are on. The clients that issue it depend on it: an editor that shows callers first has something
 * to show.
 */
export interface Dependency {
  readonly kind: 'client' | 'operation' | 'service' | 'store' | 'node' | 'link';
  /** Index into the model's list of that kind; nodes are vertices. */
  readonly index: number;
  readonly name: string;
  readonly span: Span;
  /** Lies inside `span`. */
  readonly selection: Span;
}

/** One depends on the other, as these places in the dependent's text say. */
export interface Dependence {
  readonly dependent: Dependency;
  readonly on: Dependency;
  readonly places: readonly Span[];
}

/** The client, operation, service, store, node or link whose name the offset is on. */
export function dependencyAt(resolved: Resolved, offset: number): Dependency | undefined {
  const place = symbolAt(resolved, offset);
  const kind = place?.symbol.kind;
  if (
    place?.symbol.index === undefined ||
    (kind !== 'client' &&
      kind !== 'operation' &&
      kind !== 'service' &&
      kind !== 'store' &&
      kind !== 'node' &&
      kind !== 'link')
  )
    return undefined;
  return dependency(resolved, kind, place.symbol.index);
}

type Named = Pick<Dependency, 'kind' | 'index'>;

/** The things that a thing depends on, in order of declaration. */
export function dependenciesOf(resolved: Resolved, asked: Named): readonly Dependence[] {
  return run(dependenciesInSteps(resolved, asked));
}

/** The things that depend on a thing, in order of declaration. */
export function dependentsOf(resolved: Resolved, asked: Named): readonly Dependence[] {
  return run(dependentsInSteps(resolved, asked));
}

/** `dependenciesOf` in steps. */
export function dependenciesInSteps(resolved: Resolved, asked: Named): Steps<readonly Dependence[]> {
  return dependences(resolved, (from) => from.kind === asked.kind && from.index === asked.index);
}

/** `dependentsOf` in steps. */
export function dependentsInSteps(resolved: Resolved, asked: Named): Steps<readonly Dependence[]> {
  return dependences(resolved, (_, to) => to.kind === asked.kind && to.index === asked.index);
}

/** The work of what something may depend on, in the units of a step. */
const SIZE = (): number => 20;

/** Those between two things that are wanted. */
function* dependences(resolved: Resolved, isWanted: (from: Named, to: Named) => boolean): Steps<readonly Dependence[]> {
  const { model } = resolved;
  const edge = (from: Named, to: Named): readonly Dependence[] => {
    if (!isWanted(from, to)) return [];
    const dependent = dependency(resolved, from.kind, from.index);
    const on = dependency(resolved, to.kind, to.index);
    return dependent === undefined || on === undefined
      ? []
      : [{ dependent, on, places: placesIn(resolved, dependent, on) }];
  };
  const issued = yield* flatMapped(model.operations, SIZE, ({ clients }, i) =>
    clients.flatMap((client) => edge({ kind: 'client', index: client }, { kind: 'operation', index: i })),
  );
  const stores = yield* flatMapped(model.operations, SIZE, ({ steps }, i) =>
    [...new Set(steps.map(({ store }) => store))].flatMap((store) =>
      edge({ kind: 'operation', index: i }, { kind: 'store', index: store }),
    ),
  );
  const services = yield* flatMapped(model.operations, SIZE, ({ through = [] }, i) =>
    [...new Set(through)].flatMap((service) =>
      edge({ kind: 'operation', index: i }, { kind: 'service', index: service }),
    ),
  );
  const required = [
    ...(yield* flatMapped(model.stores, SIZE, ({ requires = [] }, i) =>
      requires.flatMap((one) => edge({ kind: 'store', index: i }, one)),
    )),
    ...(yield* flatMapped(model.services, SIZE, ({ requires = [] }, i) =>
      requires.flatMap((one) => edge({ kind: 'service', index: i }, one)),
    )),
  ];
  const sources = yield* flatMapped(model.stores, SIZE, ({ from }, i) =>
    from === undefined ? [] : edge({ kind: 'store', index: i }, { kind: 'store', index: from.store }),
  );
  const instances = yield* flatMapped(model.services, SIZE, (service, i) =>
    service.instances.flatMap((node) => edge({ kind: 'service', index: i }, { kind: 'node', index: node })),
  );
  const nodes = yield* flatMapped(model.stores, SIZE, (store, i) =>
    [...copiesOf(store), ...store.witnesses].flatMap((node) =>
      edge({ kind: 'store', index: i }, { kind: 'node', index: node }),
    ),
  );
  const links = yield* flatMapped(
    model.vertices,
    () => 1 + model.links.length / 8,
    (vertex, id) => {
      if (vertex.kind !== 'node') return [];
      // What a node has to say leaves its zone over the zone's links.
      return model.links.flatMap(({ a, b }, i) =>
        isWanted({ kind: 'node', index: id }, { kind: 'link', index: i }) &&
        [a, b].some((end) => end === id || end === vertex.zone) &&
        ![a, b].some((end) => isOther(resolved, end, id, vertex.zone))
          ? edge({ kind: 'node', index: id }, { kind: 'link', index: i })
          : [],
      );
    },
  );
  return [...issued, ...services, ...stores, ...required, ...sources, ...instances, ...nodes, ...links];
}

/** The uplinks of a zone's other nodes end in the zone as well. */
function isOther({ model }: Resolved, end: number, node: number, zone: number | undefined): boolean {
  const vertex = model.vertices[end];
  return zone !== undefined && end !== node && vertex?.kind === 'node' && vertex.zone === zone;
}

function dependency(resolved: Resolved, kind: Dependency['kind'], index: number): Dependency | undefined {
  const { model, origins } = resolved;
  const symbol = symbolOf(resolved, kind, index);
  if (symbol !== undefined) {
    const shared: readonly SymbolKind[] = ['node'];
    return {
      kind,
      index,
      name: symbol.name,
      span: shared.includes(symbol.kind) ? symbol.word.span : symbol.statement,
      selection: symbol.word.span,
    };
  }
  // Links without a name are not symbols.
  const span = kind === 'link' ? origins.links[index] : undefined;
  const link = model.links[index];
  return span === undefined || link === undefined
    ? undefined
    : { kind, index, name: link.label, span, selection: span };
}

/** Where the dependent's statement names the other, or the zone that it belongs to; its own name where it does not. */
function placesIn(resolved: Resolved, from: Dependency, to: Dependency): readonly Span[] {
  const vertex = to.kind === 'node' ? resolved.model.vertices[to.index] : undefined;
  const zone =
    vertex?.kind === 'node' && vertex.zone !== undefined ? symbolOf(resolved, 'zone', vertex.zone) : undefined;
  const named = (symbol: DeclaredSymbol | undefined): readonly Span[] =>
    symbol === undefined ? [] : referencesIn(symbol, from.span);
  const direct = named(symbolOf(resolved, to.kind, to.index));
  const places = direct.length > 0 ? direct : named(zone);
  return places.length > 0 ? places : [from.selection];
}

/** The references of a symbol in their order, which is looked up for each of its dependents. */
const inOrder = new WeakMap<DeclaredSymbol, readonly Span[]>();

function referencesIn(symbol: DeclaredSymbol, { start, end }: Span): readonly Span[] {
  const all = inOrder.get(symbol) ?? [...symbol.references].sort((a, b) => a.start - b.start);
  inOrder.set(symbol, all);
  let [first, last] = [0, all.length];
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((all[middle]?.start ?? Infinity) < start) first = middle + 1;
    else last = middle;
  }
  const found: Span[] = [];
  for (let i = first; i < all.length; i++) {
    const span = all[i];
    if (span === undefined || span.start > end) break;
    if (span.end <= end) found.push(span);
  }
  return found;
}
