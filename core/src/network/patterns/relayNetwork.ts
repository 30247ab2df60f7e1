import type { VertexId } from '../../model/model.js';
import type { Topology } from '../topology.js';

/** The part of a network over which messages between some machines, its *terminals*, can be forwarded. */
export interface RelayNetwork {
  /** How many relays it has: routers and zone switches, numbered from 0. */
  readonly relays: number;
  /** By number: which vertex it is. */
  readonly vertices: readonly VertexId[];
  /** Links between two relays. */
  readonly inner: readonly { readonly a: number; readonly b: number; readonly link: number }[];
  /** Links between a relay and a terminal; `link` is -1 for a wire that cannot be cut. */
  readonly outer: readonly { readonly relay: number; readonly terminal: number; readonly link: number }[];
}

/** What besides cuts is broken in a network. */
export interface Broken {
  /** The link carries nothing, whether it is counted as cut or not. */
  isDead(link: number): boolean;
  isUp(relay: VertexId): boolean;
}

/** The links between two relays that can carry a message, with the vertices of these. */
export function linksBetweenRelays({ relays, model }: Topology, broken: Broken): RelayNetwork['inner'] {
  const runs = (vertex: VertexId): boolean => relays[vertex] === true && broken.isUp(vertex);
  return model.links.flatMap(({ a, b }, link) =>
    a !== b && runs(a) && runs(b) && !broken.isDead(link) ? [{ a, b, link }] : [],
  );
}

/** Relays that lead nowhere are left out, with their links; the others get new numbers, in the same order. */
export function withoutDeadEnds(allInner: RelayNetwork['inner'], allOuter: RelayNetwork['outer']): RelayNetwork {
  const ends = new Map<VertexId, number>();
  const count = (relay: VertexId, more: number): void => void ends.set(relay, (ends.get(relay) ?? 0) + more);
  for (const { a, b } of allInner) {
    count(a, 1);
    count(b, 1);
  }
  for (const { relay } of allOuter) count(relay, 1);
  const isUseful = (relay: VertexId): boolean => (ends.get(relay) ?? 0) > 1;
  let [inner, outer] = [allInner, allOuter];
  for (;;) {
    const gone = inner.filter(({ a, b }) => !isUseful(a) || !isUseful(b));
    const without = outer.filter(({ relay }) => !isUseful(relay));
    if (gone.length + without.length === 0) break;
    const dead = new Set<object>([...gone, ...without]);
    inner = inner.filter((one) => !dead.has(one));
    outer = outer.filter((one) => !dead.has(one));
    for (const { a, b } of gone) {
      count(a, -1);
      count(b, -1);
    }
    for (const { relay } of without) count(relay, -1);
  }
  const kept = [...ends].flatMap(([relay, left]) => (left > 0 ? [relay] : [])).sort((x, y) => x - y);
  const numbers = new Map(kept.map((relay, i) => [relay, i]));
  const number = (relay: VertexId): number => numbers.get(relay) ?? -1;
  return {
    relays: kept.length,
    vertices: kept,
    inner: inner.map(({ a, b, link }) => ({ a: number(a), b: number(b), link })),
    outer: outer.map(({ relay, terminal, link }) => ({ relay: number(relay), terminal, link })),
  };
}
