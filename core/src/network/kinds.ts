import type { FaultFamily, Model, VertexId } from '../model/model.js';
import type { CausePart } from './fault.js';
import { placePairs } from './places.js';

/** A kind of fault that is broken thing by thing; only cut links are decided by the world instead. */
export interface FaultKind {
  /** Where a family has how many of it at most, and where a cause lists them. */
  readonly count: Exclude<keyof FaultFamily, 'links'>;
  readonly part: Exclude<CausePart, 'links'>;
  /** All that a design has of it. */
  readonly of: (model: Model) => readonly number[];
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
    of: (model) => model.links.flatMap((link, i) => (link.oneWay ? [] : [2 * i, 2 * i + 1])),
    one: 'one-way cut',
    several: 'one-way cuts',
    outOf: ['direction', 'directions'],
  },
  {
    count: 'nodes',
    part: 'stopped',
    of: (model) => verticesOf(model, 'node'),
    one: 'stopped node',
    several: 'stopped nodes',
    outOf: ['node', 'nodes'],
  },
  {
    count: 'zones',
    part: 'zones',
    of: (model) => verticesOf(model, 'zone'),
    one: 'lost zone',
    several: 'lost zones',
    outOf: ['zone', 'zones'],
  },
  {
    count: 'isolated',
    part: 'isolated',
    of: (model) => verticesOf(model, 'node'),
    one: 'isolated node',
    several: 'isolated nodes',
    outOf: ['node isolated', 'nodes isolated'],
  },
  {
    count: 'apart',
    part: 'apart',
    of: (model) => verticesOf(model, 'zone'),
    one: 'zone apart',
    several: 'zones apart',
    outOf: ['zone apart', 'zones apart'],
  },
  {
    count: 'pairs',
    part: 'pairs',
    of: (model) => placePairs(model).map((_, pair) => pair),
    one: 'pair',
    several: 'pairs',
    outOf: ['pair', 'pairs'],
  },
  {
    count: 'destroyedNodes',
    part: 'destroyed',
    of: (model) => verticesOf(model, 'node'),
    one: 'destroyed node',
    several: 'destroyed nodes',
    outOf: ['node destroyed', 'nodes destroyed'],
  },
  {
    count: 'destroyedZones',
    part: 'destroyedZones',
    of: (model) => verticesOf(model, 'zone'),
    one: 'destroyed zone',
    several: 'destroyed zones',
    outOf: ['zone destroyed', 'zones destroyed'],
  },
];

function verticesOf(model: Model, kind: 'node' | 'zone'): VertexId[] {
  return model.vertices.flatMap((vertex, id) => (vertex.kind === kind ? [id] : []));
}
