import { insertAt } from '../../fixes/design.js';
import { type MoveKind, ofStore } from '../move.js';
import { freePlaces } from '../places.js';

/** One more replica: on a node that is there, or on a new one of a zone. */
export const addReplica: MoveKind = {
  name: 'add-replica',
  moves: (ground) => {
    const { design, stores } = ground;
    return stores.flatMap((index) => {
      const last = design.store(index)?.members.findLast(({ role }) => role === 'replica');
      if (last === undefined) return [];
      return freePlaces(design, index).map(({ place, node, edits }) => ({
        slot: `replica ${index} ${place}`,
        what: `a replica${ofStore(ground, index)} in ${design.name(place)}`,
        edits: [...edits, insertAt(last.name.span.end, `, ${node}`)],
        replicas: 1,
        links: 0,
      }));
    });
  },
};
