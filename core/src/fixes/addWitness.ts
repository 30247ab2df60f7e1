import type { VertexId } from '../model/model.js';
import { copiesOf } from '../model/levels.js';
import { schemeOf } from '../model/schemes/index.js';
import { insertAt, type Candidate, type Design, type FixKind } from './design.js';
import { zoneOf } from './zones.js';

/** More are not tried for one store. */
const MOST_PLACES = 4;

/**
 * With an even number of voters the network can be cut into halves, neither of which is a majority: one more vote
 * decides.
 */
export const addWitness: FixKind = {
  name: 'add-witness',
  candidates: (design, operation) => {
    if (!design.resultsOf(operation).some(({ findings }) => findings.length > 0)) return [];
    const stores = [...new Set(design.model.operations[operation]?.steps.map(({ store }) => store))];
    return stores.flatMap((store) =>
      witnesses(design, store, stores.length > 1 ? ` of \`${design.model.stores[store]?.name ?? '?'}\`` : ''),
    );
  },
};

/** `which` says which store, where an operation has several. */
function witnesses(design: Design, index: number, which: string): Candidate[] {
  const { model } = design;
  const store = model.stores[index];
  const last = design.store(index)?.members.at(-1);
  if (store === undefined || last === undefined) return [];
  const members = [...store.replicas, ...store.witnesses];
  const taken = [...members, ...copiesOf(store)];
  if (!schemeOf(store.replication).elects(store.replication) || members.length % 2 === 1) return [];
  const zones = new Set(members.map((member) => zoneOf(model, member)));
  // A node of a zone that has no vote yet stands for that zone; a node by itself is a place of its own.
  const places = new Map<VertexId, VertexId>();
  model.vertices.forEach((vertex, id) => {
    if (vertex.kind !== 'node' || taken.includes(id)) return;
    if (vertex.zone === undefined) places.set(id, id);
    else if (!zones.has(vertex.zone) && !places.has(vertex.zone)) places.set(vertex.zone, id);
  });
  return [...places].slice(0, MOST_PLACES).map(([place, node]) => ({
    id: `witness ${index} ${node}`,
    action: `Add a witness${which} in ${design.name(place)}`,
    edits: [insertAt((last.from ?? last.name).span.end, `, witness ${design.written(node)}`)],
  }));
}
