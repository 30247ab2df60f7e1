import type { Span } from '../base/span.js';
import type { Resolved } from '../model/model.js';
import { placesOf, symbolAt } from './symbolAt.js';

/** Every place of the name at the offset, in order of position. Empty where no declared name stands. */
export function references(
  resolved: Resolved,
  offset: number,
  options: { readonly declaration: boolean },
): readonly Span[] {
  const place = symbolAt(resolved, offset);
  if (place === undefined) return [];
  const declared = place.symbol.word.span;
  return placesOf(place.symbol).filter((span) => options.declaration || span.start !== declared.start);
}
