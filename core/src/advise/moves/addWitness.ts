import { insertAt } from '../../fixes/design.js';
import { schemeOf } from '../../model/schemes/index.js';
import { type MoveKind, ofStore } from '../move.js';
import { freePlaces } from '../places.js';

/** One more vote without data, where votes decide who leads. It needs a machine, so it counts as a replica. */
export const addWitness: MoveKind = {
  name: 'add-witness',
  moves: (ground) => {
    const { design, stores } = ground;
    return stores.flatMap((index) => {
      const store = design.model.stores[index];
      const last = design.store(index)?.members.at(-1);
      if (store === undefined || last === undefined || !schemeOf(store.replication).elects(store.replication))
        return [];
      return freePlaces(design, index).map(({ place, node, edits }) => ({
        slot: `witness ${index} ${place}`,
        what: `a witness${ofStore(ground, index)} in ${design.name(place)}`,
        edits: [...edits, insertAt((last.from ?? last.name).span.end, `, witness ${node}`)],
        replicas: 1,
        links: 0,
      }));
    });
  },
};
