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

/** Every two places: zones, and nodes outside of them. */
function pairsOf(model: Model): [VertexId, VertexId][] {
  const isPlace = (id: VertexId): boolean => {
    const vertex = model.vertices[id];
    return vertex?.kind === 'zone' || (vertex?.kind === 'node' && vertex.zone === undefined);
  };
  const places = indices(model.vertices).filter(isPlace);
  return places.flatMap((one) =>
    places.flatMap((other): [VertexId, VertexId][] => (one < other ? [[one, other]] : [])),
  );
}

/** Every fault of a family, by plain enumeration. */
export function faultsOf(model: Model, family: FaultFamily): Cause[] {
  const most = family.links === 'all' ? model.links.length : family.links;
  const nodes = verticesOf(model, 'node');
  const zones = verticesOf(model, 'zone');
  const of: readonly [keyof Cause, number[][]][] = [
    ['links', subsets(indices(model.links), most)],
    ['directions', subsets(oneWaysOf(model), family.oneWays)],
    ['stopped', subsets(nodes, family.nodes)],
    ['zones', subsets(zones, family.zones)],
    ['isolated', subsets(nodes, family.isolated)],
    ['apart', subsets(zones, family.apart)],
    ['pairs', subsets(indices(pairsOf(model)), family.pairs)],
    ['destroyed', subsets(nodes, family.destroyedNodes)],
    ['destroyedZones', subsets(zones, family.destroyedZones)],
  ];
  const faults = of.reduce<Cause[]>(
    (causes, [part, sets]) => causes.flatMap((cause) => sets.map((set) => ({ ...cause, [part]: set }))),
    [HEALTHY],
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
    isolated: cause.isolated,
    zonesApart: cause.apart,
    destroyed: [...cause.destroyed, ...(named?.destroyed ?? [])],
    zonesDestroyed: cause.destroyedZones,
    pairs: cause.pairs.map((pair) => pairsOf(model)[pair] ?? [-1, -1]),
  };
}
