import type { VertexId } from '../../model/model.js';
import { bitOf, type CutSet, linksOf } from '../patterns/weights.js';
import type { Topology } from '../topology.js';
import type { Budget } from './counting.js';

/** Which images are asked for. */
interface Asked {
  /** Machines that can change places with each other, at least two in each. */
  readonly classes: readonly (readonly VertexId[])[];
  readonly most: number;
  readonly budget: Budget;
}

/** By machine, the one that has its name now. */
type Names = readonly (VertexId | undefined)[];

/**
 * The first of the sets of cuts that a set becomes when machines change places, by order of declaration. Undefined: it
 * takes more steps than the budget has.
 */
export function firstImages(
  { model: { links, vertices } }: Topology,
  cuts: CutSet,
  { classes, most, budget }: Asked,
): CutSet[] | undefined {
  const isCut = new Set(linksOf(cuts, links.length));
  // By machine: whom a cut parts it from. In a smallest set, links between the same two are cut together.
  const parted = vertices.map(() => new Set<VertexId>());
  links.forEach(({ a, b }, link) => {
    if (!isCut.has(link)) return;
    parted[a]?.add(b);
    parted[b]?.add(a);
  });
  const areAlike = (u: VertexId, v: VertexId): boolean =>
    [...(parted[u] ?? [])].every((w) => w === v || parted[v]?.has(w) === true) &&
    [...(parted[v] ?? [])].every((w) => w === u || parted[u]?.has(w) === true);
  const moved = classes.flatMap((machines) => machines.map((machine) => ({ machine, machines })));
  const found: bigint[] = [];
  /** The image as far as the first link of which an end has no name yet, and the links so far. */
  const imageOf = (names: Names): { readonly bits: bigint; readonly length: number } => {
    let bits = 0n;
    for (const [link, { a, b }] of links.entries()) {
      const [u, v] = [names[a], names[b]];
      if (u === undefined || v === undefined) return { bits, length: link };
      if (parted[u]?.has(v) === true) bits |= bitOf(link, links.length);
    }
    return { bits, length: links.length };
  };
  const search = (names: Names, i: number): void => {
    if (--budget.steps <= 0) return;
    const { bits, length } = imageOf(names);
    const last = found[most - 1];
    const shift = BigInt(links.length - length);
    if (last !== undefined && bits >> shift < last >> shift) return;
    const next = moved[i];
    if (next === undefined) {
      if (!found.includes(bits)) insert(found, bits, most);
      return;
    }
    const tried: VertexId[] = [];
    for (const one of next.machines) {
      if (names.includes(one) || tried.some((other) => areAlike(one, other))) continue;
      tried.push(one);
      const more = [...names];
      more[next.machine] = one;
      search(more, i + 1);
    }
  };
  const moving = new Set(moved.map(({ machine }) => machine));
  search(
    vertices.map((_, vertex) => (moving.has(vertex) ? undefined : vertex)),
    0,
  );
  return budget.steps <= 0 ? undefined : found.map((bits) => ({ size: cuts.size, bits }));
}

/** Larger ones first: a link that is declared earlier has a higher bit. */
function insert(sorted: bigint[], bits: bigint, most: number): void {
  const at = sorted.findIndex((one) => one < bits);
  if (at < 0) sorted.push(bits);
  else sorted.splice(at, 0, bits);
  if (sorted.length > most) sorted.pop();
}
