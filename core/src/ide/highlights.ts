import type { Span } from '../base/span.js';
import type { Resolved } from '../model/model.js';
import { placesOf, symbolAt } from './symbolAt.js';

/** A place of the name at the cursor. A store is read and written by operations; everything else is just named. */
export interface Highlight {
  readonly span: Span;
  readonly kind: 'read' | 'write' | 'text';
}

/**
 * Every place of the name at the offset in the file itself, its declaration among them, in order of position. Empty
 * where no declared name stands.
 */
export function highlights(resolved: Resolved, offset: number): readonly Highlight[] {
  const place = symbolAt(resolved, offset);
  if (place === undefined) return [];
  const accesses = new Map(
    resolved.statements
      .flatMap((statement) => (statement.kind === 'operation' ? statement.steps : []))
      .map(({ store, access }) => [store?.span.start, access] as const),
  );
  return placesOf(place.symbol)
    .filter((span) => resolved.sources.isOwn(span))
    .map((span) => ({ span, kind: place.symbol.kind === 'store' ? (accesses.get(span.start) ?? 'text') : 'text' }));
}
