import type { VertexId } from '../model/model.js';

/**
 * A set of cuts and stopped nodes: a fault, or the part of one that matters. Plain data, for people to read and for
 * diagnostics to point at.
 */
export interface Cause {
  /** Indices of links that are cut both ways. */
  readonly links: readonly number[];
  /** Single directions: link i from a to b is `2 * i`, from b to a `2 * i + 1`. */
  readonly directions: readonly number[];
  readonly stopped: readonly VertexId[];
  /** Zones that are lost whole. */
  readonly zones: readonly VertexId[];
  /** Set where the cause is a named partition. */
  readonly partition?: number;
}

/** The healthy network is a fault like any other: the empty one. */
export const HEALTHY: Cause = { links: [], directions: [], stopped: [], zones: [] };

/** How many things are broken: what "smallest cause" compares. */
export function causeSize(cause: Cause): number {
  return cause.links.length + cause.directions.length + cause.stopped.length + cause.zones.length;
}
