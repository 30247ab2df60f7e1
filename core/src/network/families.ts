import type { FaultFamily, Model, VertexId } from '../model/model.js';
import type { Cause } from './fault.js';

/** `2^20` is the largest count that is written out; larger powers are easier to read as powers. */
const WRITTEN_OUT = 20;

/** Combinations of concrete faults (one-way cuts, nodes, zones) of one family; the world decides its links. */
export function* concreteParts(model: Model, family: FaultFamily): Generator<Cause> {
  const directions = twoWayDirections(model);
  const nodes = verticesOf(model, 'node');
  const zones = verticesOf(model, 'zone');
  for (const cut of subsets(directions, family.oneWays)) {
    for (const stopped of subsets(nodes, family.nodes)) {
      for (const lost of subsets(zones, family.zones)) yield { links: [], directions: cut, stopped, zones: lost };
    }
  }
}

/** Directions of links that have two: cutting one of them is a fault of its own. */
function twoWayDirections(model: Model): number[] {
  return model.links.flatMap((link, i) => (link.oneWay ? [] : [2 * i, 2 * i + 1]));
}

function verticesOf(model: Model, kind: 'node' | 'zone'): VertexId[] {
  return model.vertices.flatMap((vertex, id) => (vertex.kind === kind ? [id] : []));
}

/** All subsets of at most `most` members, smaller ones first, in order of the list. */
export function* subsets<T>(list: readonly T[], most: number): Generator<T[]> {
  for (let size = 0; size <= Math.min(most, list.length); size++) yield* ofSize(list, size, 0);
}

function* ofSize<T>(list: readonly T[], size: number, from: number): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= list.length - size; i++) {
    for (const rest of ofSize(list, size - 1, i + 1)) yield [list[i] as T, ...rest];
  }
}

/** How many subsets of at most `most` of `n` there are. */
export function subsetCount(n: number, most: number): bigint {
  if (most >= n) return 1n << BigInt(n);
  let sum = 0n;
  // Each from the one before: C(n, k) = C(n, k - 1) · (n - k + 1) / k.
  let sets = 1n;
  for (let k = 0; k <= most; k++) {
    if (k > 0) sets = (sets * BigInt(n - k + 1)) / BigInt(k);
    sum += sets;
  }
  return sum;
}

export function withCommas(count: bigint): string {
  return count.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function plural(count: number, singular: string): string {
  return `${withCommas(BigInt(count))} ${singular}${count === 1 ? '' : 's'}`;
}

/** Does the family consist of single faults other than link cuts? Then the healthy network is not counted with it. */
export function leavesOutHealthy(family: FaultFamily): boolean {
  return family.links === 0;
}

/** How many faults a family has. */
export function familySize(model: Model, family: FaultFamily): bigint {
  const links = model.links.length;
  const cuts = family.links === 'all' ? 1n << BigInt(links) : subsetCount(links, family.links);
  const concrete =
    subsetCount(twoWayDirections(model).length, family.oneWays) *
    subsetCount(verticesOf(model, 'node').length, family.nodes) *
    subsetCount(verticesOf(model, 'zone').length, family.zones);
  return cuts * concrete - (leavesOutHealthy(family) ? 1n : 0n);
}

/**
 * "all 16 cuts of 4 links", "all cuts of at most 3 of 60 links", "8 one-way cuts", "all 44 sets of at most 2 of 4
 * links, 1 of 3 nodes".
 */
export function familyText(model: Model, family: FaultFamily): string {
  const links = model.links.length;
  const directions = twoWayDirections(model).length;
  const nodes = verticesOf(model, 'node').length;
  const zones = verticesOf(model, 'zone').length;
  const others = [family.oneWays, family.nodes, family.zones];
  if (family.links !== 0 && others.every((count) => count === 0)) {
    if (family.links === 'all' || family.links >= links) {
      const size = links > WRITTEN_OUT ? `2^${links}` : withCommas(1n << BigInt(links));
      return `all ${size} cuts of ${plural(links, 'link')}`;
    }
    return (
      `all ${withCommas(subsetCount(links, family.links))} cuts of at most ${family.links} of ` +
      `${plural(links, 'link')}`
    );
  }
  if (family.links === 0 && family.oneWays === 1 && family.nodes === 0 && family.zones === 0)
    return plural(directions, 'one-way cut');
  if (family.links === 0 && family.oneWays === 0 && family.nodes === 1 && family.zones === 0)
    return plural(nodes, 'stopped node');
  if (family.links === 0 && family.oneWays === 0 && family.nodes === 0 && family.zones === 1)
    return plural(zones, 'lost zone');
  const parts = [
    family.links === 'all'
      ? `any of ${plural(links, 'link')}`
      : family.links > 0
        ? `${family.links} of ${plural(links, 'link')}`
        : '',
    family.oneWays > 0 ? `${family.oneWays} of ${plural(directions, 'direction')}` : '',
    family.nodes > 0 ? `${family.nodes} of ${plural(nodes, 'node')}` : '',
    family.zones > 0 ? `${family.zones} of ${plural(zones, 'zone')}` : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return 'the healthy network';
  return `all sets of at most ${parts.join(', ')}`;
}
