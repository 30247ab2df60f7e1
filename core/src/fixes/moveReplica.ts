import { copiesOf } from '../model/levels.js';
import type { VertexId } from '../model/model.js';
import { ordinal } from '../render/words/sentence.js';
import { zoneOf } from './zones.js';
import type { Candidate, Design, FixKind } from './design.js';

/** More are not tried for one store. */
const MOST_PLACES = 4;

/**
 * A zone that holds several replicas takes them all along when it is cut off or lost: one of them goes to a zone that
 * has none.
 */
export const moveReplica: FixKind = {
  name: 'move-replica',
  candidates: (design, operation) => {
    const stores = [...new Set(design.model.operations[operation]?.steps.map(({ store }) => store))];
    return design.resultsOf(operation).some(({ findings }) => findings.length > 0)
      ? stores.flatMap((store) =>
          moves(design, store, stores.length > 1 ? ` of \`${design.model.stores[store]?.name ?? '?'}\`` : ''),
        )
      : [];
  },
};

/** `which` says which store, where an operation has several. */
function moves(design: Design, index: number, which: string): Candidate[] {
  const { model } = design;
  const store = model.stores[index];
  const statement = design.store(index);
  if (store === undefined || statement === undefined) return [];
  const zones = store.replicas.map((replica) => zoneOf(model, replica));
  const at = zones.findLastIndex((zone, i) => zone !== undefined && zones.indexOf(zone) < i);
  const replica = store.replicas[at];
  const member = statement.members.find(
    ({ name, role }) => role === 'replica' && replica !== undefined && name.name === design.name(replica),
  );
  if (replica === undefined || member === undefined) return [];
  const taken = new Set([...copiesOf(store), ...store.witnesses]);
  const free = new Map<VertexId, VertexId>();
  model.vertices.forEach((vertex, id) => {
    if (
      vertex.kind === 'node' &&
      vertex.zone !== undefined &&
      !zones.includes(vertex.zone) &&
      !taken.has(id) &&
      !free.has(vertex.zone)
    )
      free.set(vertex.zone, id);
  });
  return [...free].slice(0, MOST_PLACES).map(([zone, node]) => ({
    id: `move ${index} ${replica} ${node}`,
    action: `Move the ${ordinal(at)} replica${which} to ${design.name(zone)}`,
    edits: [{ span: member.name.span, text: design.written(node) }],
  }));
}
