import type { FaultFamily } from '../model/model.js';
import { HEALTHY } from '../network/fault.js';
import { type Machines, MOST_MACHINES } from '../network/facts/machines.js';
import { sharedRows } from '../network/facts/sharedRows.js';
import { NO_SWAP } from '../network/facts/swap.js';
import { LinkWorld } from '../network/linkWorld.js';
import { type CutSet, cutSetOf, linksOf } from '../network/patterns/weights.js';
import type { Topology } from '../network/topology.js';
import { type Caused, causesOf, isForFacts } from './factSweep.js';
import { cutShort, type Question, Runs, type Sweep } from './question.js';

/** A set of cut links, for all that it becomes when machines change places. */
interface Alike {
  readonly links: readonly number[];
  /** In how many orders the links of all of them can be cut, one after the other. */
  orders: bigint;
}

/**
 * The sweep over few cuts in a network in which machines can change places: of all cuts that differ only in their names
 * one is judged. It goes by the number of cut links as far as all of them take no more than `limit` runs. Undefined:
 * no two machines can change places, or that is less than `least` cuts.
 */
export function* sweepAlike(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  { limit, least }: { readonly limit: number; readonly least: number },
): Generator<void, Sweep | undefined> {
  const { links, vertices } = topology.model;
  if (!isForFacts(topology, family) || vertices.length > MOST_MACHINES) return undefined;
  const { machines } = sharedRows(topology, question.kinds?.());
  if (machines.areApart) return undefined;
  const most = family.links === 'all' ? links.length : Math.min(family.links, links.length);
  const layers: (readonly Alike[])[] = [];
  let count = 0;
  for (
    let layer: readonly Alike[] = [{ links: [], orders: 1n }];
    ;
    layer = yield* oneMore(machines, layer, limit - count)
  ) {
    count += layer.length;
    if (count > limit) break;
    if (layers.push(layer) > most) break;
  }
  const cuts = layers.length - 1;
  if (cuts < least) return undefined;
  const runs = new Runs(question, limit);
  const faults = Array.from({ length: question.bits }, () => 0n);
  const having = faults.map((): Caused[] => []);
  let orders = 1n;
  for (const [size, layer] of layers.entries()) {
    orders *= BigInt(Math.max(1, size));
    const sums = faults.map(() => 0n);
    for (const one of layer) {
      if (!runs.begin()) return undefined;
      if (runs.isPause) yield;
      const answer = yield* runs.answer(new LinkWorld(topology, { ...HEALTHY, links: one.links }, 0));
      const cut = cutSetOf(one.links, links.length);
      const row = { smallestCuts: (most: number): readonly CutSet[] => (size <= most ? [cut] : []) };
      for (const [bit, sum] of sums.entries()) {
        if (((answer >> bit) & 1) === 0) continue;
        sums[bit] = sum + one.orders;
        having[bit]?.push({ row });
      }
    }
    for (const [bit, sum] of sums.entries()) faults[bit] = (faults[bit] ?? 0n) + sum / orders;
  }
  const causes = [];
  const searched = { topology, machines, budget: { steps: Infinity }, swap: NO_SWAP };
  for (const some of having) {
    const found = some.length === 0 ? [] : yield* causesOf(searched, some);
    causes.push((found ?? []).map((one) => ({ ...HEALTHY, links: linksOf(one, links.length) })));
  }
  const found = { foundBy: { way: 'structure', runs: runs.count } as const, faults, causes };
  if (cuts === most) return { family, complete: true, ...found };
  return cutShort({ family: { ...family, links: cuts }, ...found }, { of: 'runs', most: limit });
}

/** With one more link cut, in each way that makes a difference; some more than `most`, if there are more. */
function* oneMore(machines: Machines, smaller: readonly Alike[], most: number): Generator<void, readonly Alike[]> {
  const found = new Map<string, Alike>();
  for (const { links, orders } of smaller) {
    yield;
    for (let link = 0; link < machines.links && found.size <= most; link++) {
      if (links.includes(link)) continue;
      const cut = [...links, link];
      const name = machines.nameOfCuts(cut);
      const known = found.get(name);
      if (known === undefined) found.set(name, { links: cut, orders });
      else known.orders += orders;
    }
  }
  return [...found.values()];
}
