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
  /** Nodes of which all links are cut, the uplink among them. */
  readonly isolated: readonly VertexId[];
  /** Zones of which every link that leaves them is cut. */
  readonly apart: readonly VertexId[];
  /** Indices into `placePairs`: between the two places no message passes, whatever links there are. */
  readonly pairs: readonly number[];
  /** Nodes that are stopped and whose disks are gone. */
  readonly destroyed: readonly VertexId[];
  /** Zones that are lost with the disks of their nodes. */
  readonly destroyedZones: readonly VertexId[];
  /** Set if the cause is a named partition. */
  readonly partition?: number;
}

/** What of a cause are lists of things that are broken. */
export type CausePart = Exclude<keyof Cause, 'partition'>;

/** The healthy network is a fault like any other: the empty one. */
export const HEALTHY: Cause = {
  links: [],
  directions: [],
  stopped: [],
  zones: [],
  isolated: [],
  apart: [],
  pairs: [],
  destroyed: [],
  destroyedZones: [],
};

/** Of two causes of the same size, the one whose parts come first in this list is told. */
export const CAUSE_PARTS: readonly CausePart[] = [
  'links',
  'isolated',
  'stopped',
  'apart',
  'zones',
  'pairs',
  'directions',
  'destroyed',
  'destroyedZones',
];

/** How many things are broken: what "smallest cause" compares. */
export function causeSize(cause: Cause): number {
  return CAUSE_PARTS.reduce((sum, part) => sum + cause[part].length, 0);
}
