import type { Cause } from '../engine/facts.js';
import type { Model, VertexId } from '../model/model.js';
import { HEALTHY } from '../network/fault.js';
import { cutLinks, pairOf, placeOf, placePair } from '../network/places.js';
import { vertexName } from '../render/words/names.js';
import { linkIds } from './choices.js';

/**
 * A fault put together by hand, thing by thing: names instead of indices, so that it stays the same one while the file
 * is edited. Links by their ids (`linkIds`), single directions as such an id and the name of the end where nothing
 * arrives any more.
 */
export interface PickedFault {
  readonly partition?: string;
  readonly links: readonly string[];
  readonly oneWays: readonly { readonly link: string; readonly to: 'a' | 'b' }[];
  readonly nodes: readonly string[];
  readonly zones: readonly string[];
  /** Nodes and zones that are stopped and whose disks are gone. */
  readonly destroyed?: readonly string[];
  /** Places between which no message passes. */
  readonly pairs?: readonly (readonly [string, string])[];
}

export const NOTHING_PICKED: PickedFault = { links: [], oneWays: [], nodes: [], zones: [] };

/**
 * The cause that a picked fault stands for in the present model. Parts that are no longer there are left out; the rest
 * stays broken.
 */
export function causeOf(
  model: Model,
  { partition, links, oneWays, nodes, zones, pairs = [], destroyed = [] }: PickedFault,
): Cause {
  const ids = linkIds(model);
  const found = partition === undefined ? -1 : model.partitions.findIndex(({ name }) => name === partition);
  const linksOf = ascending(links.map((id) => ids.indexOf(id)));
  const directions = oneWays.flatMap(({ link, to }) => {
    const index = ids.indexOf(link);
    return index < 0 || model.links[index]?.oneWay !== false || linksOf.includes(index)
      ? []
      : [2 * index + (to === 'b' ? 0 : 1)];
  });
  const named = (kind: 'node' | 'zone', names: readonly string[]): VertexId[] =>
    ascending(names.map((name) => model.vertices.findIndex((vertex) => vertex.kind === kind && vertex.name === name)));
  const place = (name: string): VertexId =>
    model.vertices.findIndex((vertex, id) => vertex.name === name && placeOf(model, id) === id);
  return {
    ...HEALTHY,
    links: linksOf,
    directions: ascending(directions),
    stopped: named('node', nodes),
    zones: named('zone', zones),
    destroyed: named('node', destroyed),
    destroyedZones: named('zone', destroyed),
    pairs: ascending(pairs.map(([one, other]) => pairOf(model, place(one), place(other)) ?? -1)),
    ...(found < 0 ? {} : { partition: found }),
  };
}

/** A cause as a picked fault, the inverse of `causeOf`: a node that is isolated is one whose links are cut. */
export function pickOf(model: Model, cause: Cause): PickedFault {
  const links = cutLinks(model, cause);
  const ids = links.length + cause.directions.length === 0 ? [] : linkIds(model);
  const destroyed = [...cause.destroyed, ...cause.destroyedZones].map((id) => vertexName(model, id));
  const pairs = cause.pairs.map((pair): [string, string] => {
    const [one, other] = placePair(model, pair) ?? [-1, -1];
    return [vertexName(model, one), vertexName(model, other)];
  });
  const partition = cause.partition === undefined ? undefined : model.partitions[cause.partition]?.name;
  return {
    links: links.map((link) => ids[link] ?? ''),
    oneWays: cause.directions.map((direction) => ({
      link: ids[direction >> 1] ?? '',
      to: direction % 2 === 0 ? 'b' : 'a',
    })),
    nodes: cause.stopped.map((id) => vertexName(model, id)),
    zones: cause.zones.map((id) => vertexName(model, id)),
    ...(destroyed.length === 0 ? {} : { destroyed }),
    ...(pairs.length === 0 ? {} : { pairs }),
    ...(partition === undefined ? {} : { partition }),
  };
}

/** Each once, and none that was not found. */
function ascending(indices: readonly number[]): number[] {
  return [...new Set(indices)].filter((index) => index >= 0).sort((a, b) => a - b);
}
