import type { Edit } from '../../base/edit.js';
import { type Design, insertAt } from '../../fixes/design.js';
import { zoneOf } from '../../fixes/zones.js';
import { copiesOf } from '../../model/levels.js';
import type { Store } from '../../model/model.js';
import { schemeOf } from '../../model/schemes/index.js';
import { shareText } from '../../render/words/share.js';
import { type Move, type MoveKind, ofStore } from '../move.js';

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
  const node = freeName(design, 'node');
  const zone = freeName(design, 'zone');
  const declared = model.links.filter(({ kind }) => kind === 'declared');
  const ms = Math.max(0, ...declared.map(({ roundTripMs = 0 }) => roundTripMs));
  const ending = [...(ms > 0 ? [`${ms}ms`] : []), ...failing(declared)].join(' ');
  const nodeWords = [
    'node',
    node,
    ...failing(model.vertices.flatMap((one) => (one.kind === 'node' ? [one] : []))),
  ].join(' ');
  const zoneWords = [
    'zone',
    zone,
    ...failing(model.vertices.flatMap((one) => (one.kind === 'zone' ? [one] : []))),
  ].join(' ');
  const lines = [
    isZone ? `${zoneWords} { ${nodeWords} }` : nodeWords,
    ...places.map((id) => `link ${design.written(id)} -- ${isZone ? zone : node} ${ending}`.trimEnd()),
  ];
  const end = Math.max(...design.links.map(({ span }) => span.end));
  return {
    where: isZone ? 'in a new zone' : 'on a new node',
    node,
    links: places.length,
    edit: insertAt(end, lines.map((line) => `\n${line}`).join('')),
  };
}

/** The clause of what fails most often. */
function failing(all: readonly { readonly fails?: number }[]): readonly string[] {
  const often = Math.max(0, ...all.map(({ fails = 0 }) => fails));
  return often > 0 ? [`fails ${shareText(often)}`] : [];
}

/** "zone3": the number says which of its kind it is, unless that is taken. */
function freeName({ model }: Design, kind: 'node' | 'zone'): string {
  const names = new Set(model.vertices.map((vertex) => vertex.name));
  let number = model.vertices.filter((vertex) => vertex.kind === kind).length + 1;
  while (names.has(`${kind}${number}`)) number++;
  return `${kind}${number}`;
}
