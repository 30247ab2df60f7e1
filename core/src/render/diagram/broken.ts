import type { Cause } from '../../engine/facts.js';
import type { Model, VertexId } from '../../model/model.js';
import { cutLinks, pairGroups } from '../../network/places.js';

/** The broken parts of a cause, as a picture needs them. */
export interface Broken {
  /** Of link i, a→b is `2 * i`, b→a is `2 * i + 1`. */
  readonly directions: ReadonlySet<number>;
  readonly stopped: ReadonlySet<VertexId>;
  readonly lostZones: ReadonlySet<VertexId>;
  /**
   * One for each line of a partition that names sides and for each pair that is apart, or one where cuts part the
   * network: the side of each vertex, from 0. A zone is on a side if all of its members are.
   */
  readonly splits: readonly ReadonlyMap<VertexId, number>[];
}

export function brokenBy(model: Model, cause: Cause): Broken {
  const fault = cause.partition === undefined ? undefined : model.partitions[cause.partition]?.fault;
  const zones = [...cause.zones, ...cause.destroyedZones];
  const lostNodes = model.vertices.flatMap((vertex, id) =>
    vertex.kind === 'node' && vertex.zone !== undefined && zones.includes(vertex.zone) ? [id] : [],
  );
  const cut: Omit<Broken, 'splits'> = {
    directions: new Set([
      ...cutLinks(model, cause).flatMap((link) => [2 * link, 2 * link + 1]),
      ...cause.directions,
      ...(fault?.cutDirections ?? []),
    ]),
    stopped: new Set([...cause.stopped, ...cause.destroyed, ...(fault?.stopped ?? []), ...lostNodes]),
    lostZones: new Set(zones),
  };
  const groups = [...(fault?.groups ?? []), ...pairGroups(model, cause)];
  const named = groups.length > 0 ? groups : partedBy(model, cut);
  return { ...cut, splits: named.map((sides) => sidesOf(model, sides)) };
}

/** The parts into which cuts divide the network, if they do. */
function partedBy(model: Model, cut: Omit<Broken, 'splits'>): (readonly VertexId[])[][] {
  if (cut.directions.size === 0) return [];
  const parts = partsOf(model, cut);
  const whole = partsOf(model, { ...cut, directions: new Set() });
  return parts.length > whole.length ? [parts] : [];
}

/**
 * What cuts leave together, in order of declaration: the vertices that links still join, in at least one direction. A
 * part without a running machine and without a client is none.
 */
function partsOf(model: Model, cut: Omit<Broken, 'splits'>): VertexId[][] {
  const { directions } = cut;
  const joined = model.vertices.map((): VertexId[] => []);
  const join = (a: VertexId, b: VertexId): void => {
    joined[a]?.push(b);
    joined[b]?.push(a);
  };
  model.links.forEach(({ a, b, oneWay }, link) => {
    const carries = !directions.has(2 * link) || (!oneWay && !directions.has(2 * link + 1));
    if (carries && !isStopped(model, cut, a) && !isStopped(model, cut, b)) join(a, b);
  });
  model.vertices.forEach((vertex, id) => {
    if (vertex.kind === 'client' && vertex.placement.kind !== 'free') join(vertex.placement.vertex, id);
  });
  const seen = new Set<VertexId>();
  const parts = model.vertices.map((_, first) => {
    // The loop also visits vertices that are added while it runs.
    const part = seen.has(first) ? [] : [first];
    for (const id of part) {
      if (seen.has(id)) continue;
      seen.add(id);
      part.push(...(joined[id] ?? []));
    }
    return [...new Set(part)].filter((id) => {
      const kind = model.vertices[id]?.kind;
      return (kind === 'node' || kind === 'client') && !isStopped(model, cut, id);
    });
  });
  return parts.filter(({ length }) => length > 0);
}

function sidesOf(model: Model, sides: readonly (readonly VertexId[])[]): ReadonlyMap<VertexId, number> {
  const found = new Map(sides.flatMap((side, i) => side.map((id): [VertexId, number] => [id, i])));
  model.vertices.forEach((vertex, zone) => {
    if (vertex.kind !== 'zone') return;
    const clients = model.vertices.flatMap((one, id) =>
      one.kind === 'client' && one.placement.kind === 'zone' && one.placement.vertex === zone ? [id] : [],
    );
    const [first, ...others] = [...vertex.members, ...clients].map((id) => found.get(id));
    if (first !== undefined && others.every((side) => side === first)) found.set(zone, first);
  });
  return found;
}

/** Are two vertices on different sides, so that no message passes between them on any link? */
export function parted({ splits }: Broken, a: VertexId, b: VertexId): boolean {
  return splits.some((sides) => sides.has(a) && sides.has(b) && sides.get(a) !== sides.get(b));
}

export type LinkState = 'whole' | 'cut' | 'parted' | 'cut a to b' | 'cut b to a';

export function linkState(model: Model, broken: Broken, link: number): LinkState {
  const { a = -1, b = -1, oneWay = false } = model.links[link] ?? {};
  const forward = broken.directions.has(2 * link);
  const backward = oneWay || broken.directions.has(2 * link + 1);
  if (forward && backward) return 'cut';
  if (parted(broken, a, b)) return 'parted';
  if (oneWay) return 'whole';
  return forward ? 'cut a to b' : backward ? 'cut b to a' : 'whole';
}

/** Is the vertex a stopped machine, a lost zone, or a client there? */
export function isStopped(
  model: Model,
  { stopped, lostZones }: Pick<Broken, 'stopped' | 'lostZones'>,
  id: VertexId,
): boolean {
  const vertex = model.vertices[id];
  const place = vertex?.kind === 'client' && vertex.placement.kind !== 'free' ? vertex.placement.vertex : id;
  return stopped.has(place) || lostZones.has(place);
}
