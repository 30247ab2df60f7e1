import type { Model } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { countPairs, linksOfNode } from '../network/places.js';

/** Kinds of likely faults, in the order in which they are told. */
export const FAULT_GROUPS = ['no fault', 'named', 'links', 'nodes', 'zones', 'pairs'] as const;
/** A kind of likely fault. */
export type FaultGroup = (typeof FAULT_GROUPS)[number];

/**
 * The likely faults of a design: the healthy network, each named partition, and one thing at a time. Of pairs of
 * places, the first `mostPairs`.
 */
export function likelyCauses(model: Model, mostPairs: number): { readonly group: FaultGroup; readonly cause: Cause }[] {
  const ids = (kind: 'node' | 'zone'): number[] =>
    model.vertices.flatMap((vertex, id) => (vertex.kind === kind ? [id] : []));
  const of = (group: FaultGroup, causes: readonly Cause[]): { readonly group: FaultGroup; readonly cause: Cause }[] =>
    causes.map((cause) => ({ group, cause }));
  return [
    ...of('no fault', [HEALTHY]),
    ...of(
      'named',
      model.partitions.map((_, partition) => ({ ...HEALTHY, partition })),
    ),
    ...of(
      'links',
      // A node that has nothing but its uplink is isolated without it, and is told so.
      model.links.flatMap(({ kind, a }, link) =>
        kind === 'uplink' && linksOfNode(model, a).length === 1 ? [] : [{ ...HEALTHY, links: [link] }],
      ),
    ),
    ...of(
      'nodes',
      ids('node').flatMap((id) => [
        { ...HEALTHY, isolated: [id] },
        { ...HEALTHY, stopped: [id] },
      ]),
    ),
    ...of(
      'zones',
      ids('zone').flatMap((id) => [
        { ...HEALTHY, apart: [id] },
        { ...HEALTHY, zones: [id] },
      ]),
    ),
    ...of(
      'pairs',
      Array.from({ length: Math.min(countPairs(model), mostPairs) }, (_, pair) => ({ ...HEALTHY, pairs: [pair] })),
    ),
  ];
}
