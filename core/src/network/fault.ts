import type { VertexId } from '../model/model.js';

/** A fault, or the part of one that matters, as plain data: reports print it and diagnostics refer to it. */
export interface Cause {
  /** Indices of links that are cut both ways. */
  readonly links: readonly number[];
  /** Single directions: link i from a to b is `2 * i`, from b to a `2 * i + 1`. */
  readonly directions: readonly number[];
  readonly stopped: readonly VertexId[];
  /** Zones that are lost as a whole. */
  readonly zones: readonly VertexId[];
  /** Set if the cause is a named partition. */
  readonly partition?: number;
}

/** The healthy network is a fault like any other: the empty one. */
export const HEALTHY: Cause = { links: [], directions: [], stopped: [], zones: [] };

/** How many things are broken: what "smallest cause" compares. */
export function causeSize(cause: Cause): number {
  return cause.links.length + cause.directions.length + cause.stopped.length + cause.zones.length;
}
