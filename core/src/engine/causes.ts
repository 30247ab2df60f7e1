import type { Model } from '../model/model.js';
import { CAUSE_PARTS, causeSize, type Cause, type CausePart } from '../network/fault.js';
import { linksOfNode, linksOutOf, placeOf, placePair } from '../network/places.js';

/** How many of the smallest causes of one verdict are kept. */
export const MAX_CAUSES = 32;

/** The smallest `most` causes, without those that contain another one. */
export function smallest(model: Model, candidates: readonly Cause[], most = MAX_CAUSES): Cause[] {
  const kept: { readonly ranked: Ranked; readonly cuts: Cuts | undefined }[] = [];
  for (const ranked of candidates.map(rankOf).sort(compareRanked)) {
    if (kept.length >= most) break;
    const { cause, part, size } = ranked;
    const cuts = part === 'links' || size === 0 ? cutsOf(cause) : undefined;
    const isPart = (other: (typeof kept)[number]): boolean => {
      if (cuts !== undefined && other.cuts !== undefined)
        return (other.cuts.low & ~cuts.low) === 0 && (other.cuts.high & ~cuts.high) === 0;
      // Single things of one kind are equal or have nothing in common.
      const isSingle = part !== undefined && size === 1 && other.ranked.size === 1 && other.ranked.part === part;
      return isSingle && cause.partition === undefined
        ? other.ranked.cause[part][0] === cause[part][0]
        : isPartOf(model, other.ranked.cause, cause);
    };
    if (!kept.some(isPart)) kept.push({ ranked, cuts });
  }
  return kept.map(({ ranked }) => ranked.cause);
}

/** A cause, with what most comparisons of it need. */
interface Ranked {
  readonly cause: Cause;
  readonly size: number;
  /** Set if everything that is broken is of one kind. */
  readonly part: CausePart | undefined;
  /** Its place in `CAUSE_PARTS`. */
  readonly place: number;
}

function rankOf(cause: Cause): Ranked {
  let [size, place] = [0, -1];
  for (let i = 0; i < CAUSE_PARTS.length; i++) {
    const { length } = cause[CAUSE_PARTS[i] ?? 'links'];
    if (length > 0 && place < 0) place = i;
    size += length;
  }
  const part = CAUSE_PARTS[place];
  return { cause, size, part: part !== undefined && cause[part].length === size ? part : undefined, place };
}

function compareRanked(a: Ranked, b: Ranked): number {
  if (a.size !== b.size && a.cause.partition === b.cause.partition) return a.size - b.size;
  if (a.part === undefined || b.part === undefined || a.cause.partition !== b.cause.partition)
    return compareCauses(a.cause, b.cause);
  if (a.part !== b.part) return a.place - b.place;
  const [one, other] = [a.cause[a.part], b.cause[a.part]];
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return (one[i] ?? 0) - (other[i] ?? 0);
  return 0;
}

/** A set of links as bits: a mesh has thousands of causes, each of which is compared with the smaller ones. */
interface Cuts {
  readonly low: number;
  readonly high: number;
}

/** Bits of a number that JavaScript combines as an integer. */
const BITS = 30;

/** The links of a cause that cuts nothing but the first links of a model; undefined for every other. */
function cutsOf(cause: Cause): Cuts | undefined {
  if (cause.partition !== undefined || causeSize(cause) !== cause.links.length) return undefined;
  let [low, high] = [0, 0];
  for (const link of cause.links) {
    if (link >= 2 * BITS) return undefined;
    if (link < BITS) low |= 1 << link;
    else high |= 1 << (link - BITS);
  }
  return { low, high };
}

/**
 * Collects causes. Causes that contain another one are removed from time to time; otherwise a mesh would keep one for
 * each run.
 */
export class MinimalCauses {
  private causes: Cause[] = [];
  private room = 1000;

  constructor(
    private readonly model: Model,
    private isFull = false,
  ) {}

  /** For causes that may be added to these. */
  next(): MinimalCauses {
    return new MinimalCauses(this.model, this.isFull);
  }

  add(cause: Cause): void {
    if (this.isFull) return;
    this.causes.push(cause);
    if (this.causes.length < this.room) return;
    this.causes = smallest(this.model, this.causes, Infinity);
    this.room = 2 * this.causes.length + 1000;
  }

  addAll(other: MinimalCauses): void {
    for (const cause of other.causes) this.add(cause);
  }

  /** From now on, each cause that is added is larger than `size`: where enough are not, it will not be kept. */
  grownTo(size: number): void {
    if (this.isFull || this.causes.length < MAX_CAUSES) return;
    const found = this.smallest();
    this.isFull = found.length >= MAX_CAUSES && found.every((cause) => causeSize(cause) <= size);
    if (this.isFull) this.causes = found;
  }

  smallest(): Cause[] {
    return smallest(this.model, this.causes);
  }
}

/** Smaller first; of the same size by the kind of what is broken (`CAUSE_PARTS`), then by order of declaration. */
export function compareCauses(a: Cause, b: Cause): number {
  if ((a.partition ?? -1) !== (b.partition ?? -1)) return (a.partition ?? -1) - (b.partition ?? -1);
  if (causeSize(a) !== causeSize(b)) return causeSize(a) - causeSize(b);
  for (const part of CAUSE_PARTS) {
    if (a[part].length !== b[part].length) return b[part].length - a[part].length;
  }
  for (const part of CAUSE_PARTS) {
    const i = a[part].findIndex((one, k) => one !== b[part][k]);
    if (i >= 0) return (a[part][i] ?? 0) - (b[part][i] ?? 0);
  }
  return 0;
}

/** What no other kind of thing covers. */
const SINGLE_PARTS = ['directions', 'stopped', 'zones', 'pairs', 'destroyed', 'destroyedZones'] as const;

/**
 * Does the second contain the first? Of faults of one size that break nearly the same, a cut link is the one to report:
 * it covers each of its directions, the isolation of a node and the end of a zone that it belongs to, and the pair of
 * places that it joins.
 */
function isPartOf(model: Model, a: Cause, b: Cause): boolean {
  if (a.partition !== b.partition) return false;
  const isWithin = (part: (typeof SINGLE_PARTS)[number]): boolean => a[part].every((one) => b[part].includes(one));
  if (!SINGLE_PARTS.every(isWithin)) return false;
  const isCut = (links: readonly number[]): boolean =>
    links.length > 0 && links.every((link) => b.links.includes(link));
  return (
    a.links.every((link) => b.links.includes(link) || touches(model, b, link)) &&
    a.isolated.every((node) => b.isolated.includes(node) || isCut(linksOfNode(model, node))) &&
    a.apart.every((zone) => b.apart.includes(zone) || isCut(linksOutOf(model, zone)))
  );
}

/** Is the link, or a direction of it, out of use by anything else than its own cut? */
function touches(model: Model, { directions, isolated, apart, pairs }: Cause, link: number): boolean {
  if (directions.some((direction) => direction >> 1 === link)) return true;
  if (isolated.length + apart.length + pairs.length === 0) return false;
  const { a = -1, b = -1 } = model.links[link] ?? {};
  return (
    isolated.some((node) => a === node || b === node) ||
    apart.some((zone) => (placeOf(model, a) === zone) !== (placeOf(model, b) === zone)) ||
    pairs.some((pair) =>
      (placePair(model, pair) ?? []).every((place) => placeOf(model, a) === place || placeOf(model, b) === place),
    )
  );
}
