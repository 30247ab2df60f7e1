import { zoneOf } from '../../fixes/zones.js';
import { ordinal } from '../../render/words/sentence.js';
import { free, type Move, type MoveKind, ofStore } from '../move.js';
import { freePlaces } from '../places.js';

/** Each replica in each other place. */
export const moveReplica: MoveKind = {
  name: 'move-replica',
  moves: (ground) => {
    const { design, stores } = ground;
    return stores.flatMap((index) =>
      (design.model.stores[index]?.replicas ?? []).flatMap((replica, i): Move[] => {
        const name = design.name(replica);
        const member = design.store(index)?.members.find((one) => one.role === 'replica' && one.name.name === name);
        if (member === undefined) return [];
        return freePlaces(design, index).flatMap(({ place, node, edits }) => {
          if (place === zoneOf(design.model, replica)) return [];
          const what = `the ${ordinal(i)} replica${ofStore(ground, index)} in ${design.name(place)}`;
          return [free(`place ${index} ${i}`, what, [...edits, { span: member.name.span, text: node }])];
        });
      }),
    );
  },
};
