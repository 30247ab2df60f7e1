import { thousands } from '../base/thousands.js';
import type { FaultFamily, Model } from '../model/model.js';
import { type Cause, HEALTHY } from './fault.js';
import { countOf, FAULT_KINDS, type FaultKind } from './kinds.js';

/** `2^20` is the largest count that is written out; larger powers are easier to read as powers. */
const WRITTEN_OUT = 20;

/** Combinations of concrete faults of one family; the world decides its links. */
export function* concreteParts(model: Model, family: FaultFamily): Generator<Cause> {
  yield* combined(model, family, FAULT_KINDS);
}

function* combined(model: Model, family: FaultFamily, [kind, ...kinds]: readonly FaultKind[]): Generator<Cause> {
  if (kind === undefined) {
    yield HEALTHY;
    return;
  }
  if (family[kind.count] === 0) {
    yield* combined(model, family, kinds);
    return;
  }
  for (const broken of subsets(kind.of(model), family[kind.count])) {
    for (const rest of combined(model, family, kinds)) yield { ...rest, [kind.part]: broken };
  }
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
  return thousands(count.toString());
}

function counted(count: number, one: string, several: string): string {
  return `${withCommas(BigInt(count))} ${count === 1 ? one : several}`;
}

/** The kind of a family that breaks one thing at a time, and cuts no link besides. */
export function singleKind(family: FaultFamily): FaultKind | undefined {
  const kinds = FAULT_KINDS.filter(({ count }) => family[count] > 0);
  const [kind] = kinds;
  return kinds.length === 1 && kind !== undefined && family.links === 0 && family[kind.count] === 1 ? kind : undefined;
}

/** Does the family consist of single faults other than link cuts? Then the healthy network is not counted with it. */
export function leavesOutHealthy(family: FaultFamily): boolean {
  return family.links === 0;
}

/** How many faults a family has. */
export function familySize(model: Model, family: FaultFamily): bigint {
  const links = model.links.length;
  const cuts = family.links === 'all' ? 1n << BigInt(links) : subsetCount(links, family.links);
  const sets = FAULT_KINDS.reduce(
    (product, kind) =>
      family[kind.count] === 0 ? product : product * subsetCount(countOf(kind, model), family[kind.count]),
    cuts,
  );
  return sets - (leavesOutHealthy(family) ? 1n : 0n);
}

/**
 * "all 16 cuts of 4 links", "all cuts of at most 3 of 60 links", "8 one-way cuts", "all 44 sets of at most 2 of 4
 * links, 1 of 3 nodes".
 */
export function familyText(model: Model, family: FaultFamily): string {
  const links = model.links.length;
  const kinds = FAULT_KINDS.filter(({ count }) => family[count] > 0);
  if (family.links !== 0 && kinds.length === 0) return cutsText(links, family.links);
  const [only] = kinds;
  if (family.links === 0 && only !== undefined && kinds.length === 1 && family[only.count] === 1)
    return counted(countOf(only, model), only.one, only.several);
  const cut =
    family.links === 0
      ? []
      : [`${family.links === 'all' ? 'any' : family.links} of ${counted(links, 'link', 'links')}`];
  const parts = [
    ...cut,
    ...kinds.map((kind) => `${family[kind.count]} of ${counted(countOf(kind, model), ...kind.outOf)}`),
  ];
  return parts.length === 0 ? 'the healthy network' : `all sets of at most ${parts.join(', ')}`;
}

function cutsText(links: number, most: number | 'all'): string {
  const all = counted(links, 'link', 'links');
  if (most === 'all' || most >= links) {
    const size = links > WRITTEN_OUT ? `2^${links}` : withCommas(1n << BigInt(links));
    return `all ${size} cuts of ${all}`;
  }
  return `all ${withCommas(subsetCount(links, most))} cuts of at most ${most} of ${all}`;
}
