import type { Span } from '../base/span.js';
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

/** The things that a thing depends on, in order of declaration. */
export function dependenciesOf(
  resolved: Resolved,
  { kind, index }: Pick<Dependency, 'kind' | 'index'>,
): readonly Dependence[] {
  return dependences(resolved).filter(({ dependent }) => dependent.kind === kind && dependent.index === index);
}

/** The things that depend on a thing, in order of declaration. */
export function dependentsOf(
  resolved: Resolved,
  { kind, index }: Pick<Dependency, 'kind' | 'index'>,
): readonly Dependence[] {
  return dependences(resolved).filter(({ on }) => on.kind === kind && on.index === index);
}

function dependences(resolved: Resolved): readonly Dependence[] {
  const { model } = resolved;
  const edge = (from: Dependency | undefined, to: Dependency | undefined): readonly Dependence[] =>
    from === undefined || to === undefined ? [] : [{ dependent: from, on: to, places: placesIn(resolved, from, to) }];
  const issued = model.operations.flatMap(({ clients }, i) =>
    clients.flatMap((client) => edge(dependency(resolved, 'client', client), dependency(resolved, 'operation', i))),
  );
  const stores = model.operations.flatMap(({ steps }, i) =>
    [...new Set(steps.map(({ store }) => store))].flatMap((store) =>
      edge(dependency(resolved, 'operation', i), dependency(resolved, 'store', store)),
    ),
  );
  const services = model.operations.flatMap(({ through = [] }, i) =>
    [...new Set(through)].flatMap((service) =>
      edge(dependency(resolved, 'operation', i), dependency(resolved, 'service', service)),
    ),
  );
  const required = (['store', 'service'] as const).flatMap((kind) =>
    (kind === 'store' ? model.stores : model.services).flatMap(({ requires = [] }, i) =>
      requires.flatMap((one) => edge(dependency(resolved, kind, i), dependency(resolved, one.kind, one.index))),
    ),
  );
  const sources = model.stores.flatMap(({ from }, i) =>
    from === undefined ? [] : edge(dependency(resolved, 'store', i), dependency(resolved, 'store', from.store)),
  );
  const instances = model.services.flatMap((service, i) =>
    service.instances.flatMap((node) => edge(dependency(resolved, 'service', i), dependency(resolved, 'node', node))),
  );
  const nodes = model.stores.flatMap((store, i) =>
    [...copiesOf(store), ...store.witnesses].flatMap((node) =>
      edge(dependency(resolved, 'store', i), dependency(resolved, 'node', node)),
    ),
  );
  const links = model.vertices.flatMap((vertex, id) => {
    if (vertex.kind !== 'node') return [];
    // What a node has to say leaves its zone over the zone's links.
    const onLink = model.links.flatMap(({ a, b }, i) =>
      [a, b].some((end) => end === id || end === vertex.zone) &&
      ![a, b].some((end) => isOther(resolved, end, id, vertex.zone))
        ? [i]
        : [],
    );
    return onLink.flatMap((link) => edge(dependency(resolved, 'node', id), dependency(resolved, 'link', link)));
  });
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
    symbol?.references.filter(({ start, end }) => from.span.start <= start && end <= from.span.end) ?? [];
  const direct = named(symbolOf(resolved, to.kind, to.index));
  const places = direct.length > 0 ? direct : named(zone);
  return places.length > 0 ? places : [from.selection];
}
