import type { Edit } from '../base/edit.js';
import { type Design, insertAt } from '../fixes/design.js';
import { zoneOf } from '../fixes/zones.js';
import { quotedIfNeeded } from '../ide/nameText.js';
import { copiesOf } from '../model/levels.js';
import type { Model, VertexId } from '../model/model.js';

/** A place that a store has not got on its list, and the node there that would hold a copy or vote. */
export interface FreePlace {
  /** A zone, or a node outside of zones. */
  readonly place: VertexId;
  /** Its name, as it is written. */
  readonly node: string;
  /** Declares the node, where the zone has none to spare. */
  readonly edits: readonly Edit[];
}

/** More are not tried for one store. */
export const MOST_PLACES = 12;

/** Where a store may get one more member: in each zone, and on each node outside of zones that it is not on. */
export function freePlaces(design: Design, index: number): readonly FreePlace[] {
  const { model } = design;
  const store = model.stores[index];
  if (store === undefined) return [];
  const taken = new Set([...copiesOf(store), ...store.witnesses]);
  const places = model.vertices.flatMap((vertex, id): FreePlace[] => {
    if (vertex.kind === 'node')
      return zoneOf(model, id) === undefined && !taken.has(id)
        ? [{ place: id, node: design.written(id), edits: [] }]
        : [];
    if (vertex.kind !== 'zone') return [];
    const spare = vertex.members.find((member) => !taken.has(member));
    return spare === undefined ? newNode(design, id) : [{ place: id, node: design.written(spare), edits: [] }];
  });
  return places.slice(0, MOST_PLACES);
}

/** Whether a store may have more free places than are tried. */
export function mayLeaveOutPlaces({ vertices, stores }: Model): boolean {
  const places = vertices.filter((one) => one.kind === 'zone' || (one.kind === 'node' && one.zone === undefined));
  return stores.length > 0 && places.length > MOST_PLACES;
}

/** One more node in a zone, which fails as often as the one that is declared last. */
function newNode(design: Design, zone: VertexId): FreePlace[] {
  const { resolved, model } = design;
  const name = design.name(zone);
  const statement = resolved.file.statements.find((one) => one.kind === 'zone' && one.name?.name === name);
  const last = statement?.kind === 'zone' ? statement.nodes.at(-1) : undefined;
  if (last === undefined) return [];
  const node = quotedIfNeeded(freeName(model, name, 1));
  return [{ place: zone, node, edits: [insertAt(last.span.end, `, ${node}`)] }];
}

/** "us2": the first number from this one on that makes a name which no place has. */
export function freeName({ vertices }: Model, stem: string, from: number): string {
  const names = new Set(vertices.map((vertex) => vertex.name));
  let number = from;
  while (names.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}
