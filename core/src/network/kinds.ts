import type { FaultFamily, Model, VertexId } from '../model/model.js';
import type { CausePart } from './fault.js';
import { countPairs, membersOf } from './places.js';

/** All that takes part in a question, on the healthy network. */
export interface Participants {
  /** Is the answer about this machine, or did this relay carry a message for it? */
  has(vertex: VertexId): boolean;
  /** Pairs of places between which messages are asked for, ascending. */
  readonly pairs: readonly number[];
  /** Is the direction on a way that messages can take both ways between all that are asked for? */
  carries(direction: number): boolean;
}

/** A kind of fault that is broken thing by thing; only cut links are decided by the world instead. */
export interface FaultKind {
  /** Where a family has how many of it at most, and where a cause lists them. */
  readonly count: Exclude<keyof FaultFamily, 'links'>;
  readonly part: Exclude<CausePart, 'links'>;
  /** All that a design has of it. */
  readonly of: (model: Model) => readonly number[];
  /** How many that are; absent: as many as are listed. */
  readonly number?: (model: Model) => number;
  /**
   * Those of them that can change an answer, each broken by itself. Nodes and clients forward nothing, and a message
   * that a relay did not carry needs no other way without it, so what takes no part is of no consequence.
   */
  readonly matter: (model: Model, participants: Participants) => readonly number[];
  /** Does one of those leave all answers as they are? Absent: each has to be looked at. */
  readonly spares?: (participants: Participants, one: number) => boolean;
  /** "3 stopped nodes", in its two forms; "1 of 3 nodes" of a set of several kinds. */
  readonly one: string;
  readonly several: string;
  readonly outOf: readonly [one: string, several: string];
}

/** One row for each kind, in the order in which their combinations are gone through. */
export const FAULT_KINDS: readonly FaultKind[] = [
  {
    count: 'oneWays',
    part: 'directions',
    of: directionsOf,
    matter: directionsIn,
    spares: (part, direction) => !part.carries(direction),
    one: 'one-way cut',
    several: 'one-way cuts',
    outOf: ['direction', 'directions'],
  },
  {
    count: 'nodes',
    part: 'stopped',
    of: (model) => verticesOf(model, 'node'),
    matter: (model, part) => verticesOf(model, 'node').filter((id) => part.has(id)),
    one: 'stopped node',
    several: 'stopped nodes',
    outOf: ['node', 'nodes'],
  },
  {
    count: 'zones',
    part: 'zones',
    of: (model) => verticesOf(model, 'zone'),
    matter: zonesIn,
    one: 'lost zone',
    several: 'lost zones',
    outOf: ['zone', 'zones'],
  },
  {
    count: 'isolated',
    part: 'isolated',
    of: (model) => verticesOf(model, 'node'),
    matter: (model, part) => verticesOf(model, 'node').filter((id) => part.has(id)),
    one: 'isolated node',
    several: 'isolated nodes',
    outOf: ['node isolated', 'nodes isolated'],
  },
  {
    count: 'apart',
    part: 'apart',
    of: (model) => verticesOf(model, 'zone'),
    matter: zonesIn,
    one: 'zone apart',
    several: 'zones apart',
    outOf: ['zone apart', 'zones apart'],
  },
  {
    count: 'pairs',
    part: 'pairs',
    of: (model) => Array.from({ length: countPairs(model) }, (_, pair) => pair),
    number: countPairs,
    matter: (_model, { pairs }) => pairs,
    one: 'pair',
    several: 'pairs',
    outOf: ['pair', 'pairs'],
  },
  {
    count: 'destroyedNodes',
    part: 'destroyed',
    of: (model) => verticesOf(model, 'node'),
    matter: (model, part) => verticesOf(model, 'node').filter((id) => part.has(id)),
    one: 'destroyed node',
    several: 'destroyed nodes',
    outOf: ['node destroyed', 'nodes destroyed'],
  },
  {
    count: 'destroyedZones',
    part: 'destroyedZones',
    of: (model) => verticesOf(model, 'zone'),
    matter: zonesIn,
    one: 'destroyed zone',
    several: 'destroyed zones',
    outOf: ['zone destroyed', 'zones destroyed'],
  },
];

export function countOf(kind: FaultKind, model: Model): number {
  return kind.number?.(model) ?? kind.of(model).length;
}

/** The first of them, without listing all. */
export function firstOf(kind: FaultKind, model: Model, most: number): readonly number[] {
  const number = kind.number?.(model);
  return number === undefined
    ? kind.of(model).slice(0, most)
    : Array.from({ length: Math.min(number, most) }, (_, one) => one);
}

/** Of the links between two that take part. */
function directionsIn(model: Model, part: Participants): number[] {
  const found: number[] = [];
  for (let link = 0; link < model.links.length; link++) {
    const one = model.links[link];
    if (one !== undefined && !one.oneWay && part.has(one.a) && part.has(one.b)) found.push(2 * link, 2 * link + 1);
  }
  return found;
}

const directions = new WeakMap<Model, readonly number[]>();

/** Listed once for each model, as are vertices: each question asks for them. */
function directionsOf(model: Model): readonly number[] {
  const found = directions.get(model) ?? model.links.flatMap((link, i) => (link.oneWay ? [] : [2 * i, 2 * i + 1]));
  directions.set(model, found);
  return found;
}

/** Zones whose switch or one of whose members takes part. */
function zonesIn(model: Model, part: Participants): VertexId[] {
  return verticesOf(model, 'zone').filter(
    (zone) => part.has(zone) || membersOf(model, zone).some((id) => part.has(id)),
  );
}

const vertices = { node: new WeakMap<Model, readonly VertexId[]>(), zone: new WeakMap<Model, readonly VertexId[]>() };

function verticesOf(model: Model, kind: 'node' | 'zone'): readonly VertexId[] {
  const found = vertices[kind].get(model) ?? model.vertices.flatMap((vertex, id) => (vertex.kind === kind ? [id] : []));
  vertices[kind].set(model, found);
  return found;
}
