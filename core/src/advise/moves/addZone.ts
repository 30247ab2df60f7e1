import type { Edit } from '../../base/edit.js';
import { afterLinks, declaredLinks, failingLikeWorst } from '../../fixes/addLink.js';
import { type Design, insertAt } from '../../fixes/design.js';
import { zoneOf } from '../../fixes/zones.js';
import { copiesOf } from '../../model/levels.js';
import type { Model, Store } from '../../model/model.js';
import { schemeOf } from '../../model/schemes/index.js';
import { type Move, type MoveKind, ofStore } from '../move.js';
import { freeName } from '../places.js';

/**
 * One more replica or witness where the design has nothing yet, linked to each place that holds a copy or a vote: a
 * zone, or a node where the store is on nodes outside of zones.
 */
export const addZone: MoveKind = {
  name: 'add-zone',
  moves: (ground) => {
    const { design, stores } = ground;
    // Where the file writes no link, a first one would take away those that there are.
    if (design.links.length === 0) return [];
    return stores.flatMap((index): Move[] => {
      const store = design.model.stores[index];
      const members = design.store(index)?.members ?? [];
      const replica = members.findLast(({ role }) => role === 'replica');
      const last = members.at(-1);
      if (store === undefined || replica === undefined || last === undefined) return [];
      const { where, node, links, edit } = newPlace(design, store);
      const move = (what: string, member: Edit): Move => ({
        slot: 'new place',
        what: `a ${what}${ofStore(ground, index)} ${where}`,
        edits: [edit, member],
        replicas: 1,
        links,
      });
      const elects = schemeOf(store.replication).elects(store.replication);
      return [
        move('replica', insertAt(replica.name.span.end, `, ${node}`)),
        ...(elects ? [move('witness', insertAt((last.from ?? last.name).span.end, `, witness ${node}`))] : []),
      ];
    });
  },
};

interface NewPlace {
  /** "in a new zone" */
  readonly where: string;
  /** The name of the node there. */
  readonly node: string;
  /** How many links lead there. */
  readonly links: number;
  readonly edit: Edit;
}

/**
 * It is as bad as the worst that is declared: its links take as long, and all of it fails as often. No answer is faster
 * or surer for a made-up number.
 */
function newPlace(design: Design, store: Store): NewPlace {
  const { model } = design;
  const places = [...new Set([...copiesOf(store), ...store.witnesses].map((id) => zoneOf(model, id) ?? id))];
  const isZone = places.some((id) => model.vertices[id]?.kind === 'zone');
  const node = newOne(model, 'node');
  const zone = newOne(model, 'zone');
  const declared = declaredLinks(design);
  const ms = Math.max(0, ...declared.map(({ roundTripMs = 0 }) => roundTripMs));
  const ending = [...(ms > 0 ? [`${ms}ms`] : []), ...failingLikeWorst(declared)].join(' ');
  const end = isZone ? zone.name : node.name;
  const lines = [
    isZone ? `${zone.words} { ${node.words} }` : node.words,
    ...places.map((id) => `link ${design.written(id)} -- ${end} ${ending}`.trimEnd()),
  ];
  return {
    where: isZone ? 'in a new zone' : 'on a new node',
    node: node.name,
    links: places.length,
    edit: afterLinks(design, lines.map((line) => `\n${line}`).join('')),
  };
}

/** One more of a kind, as it is declared. Its number says which of its kind it is, unless that is taken. */
function newOne(model: Model, kind: 'node' | 'zone'): { readonly name: string; readonly words: string } {
  const all = model.vertices.flatMap((one) =>
    (one.kind === 'node' || one.kind === 'zone') && one.kind === kind ? [one] : [],
  );
  const name = freeName(model, kind, all.length + 1);
  return { name, words: [kind, name, ...failingLikeWorst(all)].join(' ') };
}
