import type { FaultFamily, Model, VertexId } from '../model/model.js';
import { type Cause, causeSize, HEALTHY } from '../network/fault.js';
import type { Break } from './naive/network.js';

function subsets(of: readonly number[], most = of.length): number[][] {
  return of.reduce<number[][]>(
    (all, one) => [...all, ...all.filter((set) => set.length < most).map((set) => [...set, one])],
    [[]],
  );
}

const indices = (list: readonly unknown[]): number[] => list.map((_, i) => i);
const verticesOf = (model: Model, kind: 'node' | 'zone'): VertexId[] =>
  model.vertices.flatMap((vertex, id) => (vertex.kind === kind ? [id] : []));
const oneWaysOf = (model: Model): number[] => model.links.flatMap((link, i) => (link.oneWay ? [] : [2 * i, 2 * i + 1]));
export const partitionsOf = (model: Model): Cause[] =>
  model.partitions.map((_, partition) => ({ ...HEALTHY, partition }));

/** Every fault of a family, by plain enumeration. */
export function faultsOf(model: Model, family: FaultFamily): Cause[] {
  const most = family.links === 'all' ? model.links.length : family.links;
  const faults = subsets(indices(model.links), most).flatMap((links) =>
    subsets(oneWaysOf(model), family.oneWays).flatMap((directions) =>
      subsets(verticesOf(model, 'node'), family.nodes).flatMap((stopped) =>
        subsets(verticesOf(model, 'zone'), family.zones).map((zones): Cause => ({ links, directions, stopped, zones })),
      ),
    ),
  );
  // Families without cuts do not count the healthy network.
  return faults.filter((cause) => family.links !== 0 || causeSize(cause) > 0);
}

/** The cause of the engine as a break for the naive engine. */
export function toBreak(model: Model, cause: Cause): Break {
  const named = cause.partition === undefined ? undefined : model.partitions[cause.partition]?.fault;
  return {
    cutDirections: [
      ...cause.links.flatMap((link) => [2 * link, 2 * link + 1]),
      ...cause.directions,
      ...(named?.cutDirections ?? []),
    ],
    stopped: [...cause.stopped, ...(named?.stopped ?? [])],
    groups: named?.groups ?? [],
    zonesLost: cause.zones,
  };
}
