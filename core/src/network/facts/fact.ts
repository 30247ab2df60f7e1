import type { VertexId } from '../../model/model.js';

/** A sentence about which machines are connected, directly and both ways, that is true or false under each cut. */
export type Fact =
  /** The two are connected. */
  | { readonly kind: 'pair'; readonly a: VertexId; readonly b: VertexId }
  /** At least `least` of `others` are connected to `of`. */
  | { readonly kind: 'atLeast'; readonly of: VertexId; readonly others: readonly VertexId[]; readonly least: number }
  /** The two are connected over others of `over`, which pass news on. */
  | { readonly kind: 'joined'; readonly a: VertexId; readonly b: VertexId; readonly over: readonly VertexId[] }
  /** One of `over` is `from` or connected to it, and is `to` or connected to it. */
  | { readonly kind: 'beside'; readonly from: VertexId; readonly to: VertexId; readonly over: readonly VertexId[] };

/** Equal names, equal facts. */
export function nameOfFact(fact: Fact): string {
  switch (fact.kind) {
    case 'pair':
      return fact.a < fact.b ? `${fact.a} ${fact.b}` : `${fact.b} ${fact.a}`;
    case 'atLeast':
      return `${fact.least} of ${fact.others.join(' ')} to ${fact.of}`;
    case 'joined':
      return `${Math.min(fact.a, fact.b)} ${Math.max(fact.a, fact.b)} over ${fact.over.join(' ')}`;
    case 'beside':
      return `${fact.from} beside ${fact.to} in ${fact.over.join(' ')}`;
  }
}

/**
 * Is the fact true where these are connected?
 *
 * @param connected never asked about a vertex and itself.
 */
export function isTrue(fact: Fact, connected: (a: VertexId, b: VertexId) => boolean): boolean {
  switch (fact.kind) {
    case 'pair':
      return connected(fact.a, fact.b);
    case 'atLeast': {
      let left = fact.others.length;
      let missing = fact.least;
      for (const other of fact.others) {
        if (missing <= 0 || left < missing) break;
        left--;
        if (connected(fact.of, other)) missing--;
      }
      return missing <= 0;
    }
    case 'joined': {
      const met = [fact.a];
      for (const at of met) {
        if (at === fact.b) return true;
        for (const next of fact.over) if (!met.includes(next) && connected(at, next)) met.push(next);
      }
      return false;
    }
    case 'beside': {
      const { from, to } = fact;
      return fact.over.some((one) => (one === from || connected(from, one)) && (one === to || connected(one, to)));
    }
  }
}
