import { touches } from '../base/span.js';
import type { Resolved, SymbolKind, VertexId } from '../model/model.js';
import { takingPart } from '../render/diagram/selection.js';
import { symbolAt } from './symbolAt.js';

/** Things of a picture. Indices into the model. */
export interface Elements {
  readonly vertices: readonly VertexId[];
  readonly links: readonly number[];
}

const NONE: Elements = { vertices: [], links: [] };

/**
 * The parts of a picture that the text at an offset is about: a place or a link itself, or the vertices that take part
 * in a store or an operation.
 */
export function elementsAt(resolved: Resolved, offset: number): Elements {
  const { model, origins } = resolved;
  const links = origins.links.flatMap((span, i) => (span !== undefined && touches(span, offset) ? [i] : []));
  const at = symbolAt(resolved, offset)?.symbol;
  // An end of a link is a name of its own; on the rest of its statement, the link is meant.
  if (at === undefined && links.length > 0) return { vertices: [], links };
  const symbol =
    at ??
    resolved.symbols
      .filter(({ statement }) => touches(statement, offset))
      .sort((a, b) => a.statement.end - a.statement.start - (b.statement.end - b.statement.start))[0];
  if (symbol?.index === undefined) return NONE;
  const taking = (kind: SymbolKind, index: number): ReadonlySet<VertexId> | undefined =>
    takingPart(
      model,
      kind === 'store' ? { kind, store: index } : kind === 'operation' ? { kind, operation: index } : undefined,
    );
  switch (symbol.kind) {
    case 'node':
    case 'zone':
    case 'router':
    case 'client':
      return { vertices: [symbol.index], links: [] };
    case 'link':
      return { vertices: [], links: [symbol.index] };
    case 'service':
      return { vertices: [...(model.services[symbol.index]?.instances ?? [])].sort((a, b) => a - b), links: [] };
    case 'store':
    case 'operation':
      return { vertices: [...(taking(symbol.kind, symbol.index) ?? [])].sort((a, b) => a - b), links: [] };
    case 'risk': {
      const risk = model.risks?.[symbol.index];
      return risk === undefined ? NONE : { vertices: risk.vertices, links: risk.links };
    }
    case 'partition':
      return NONE;
  }
}
