import type { Topology } from '../topology.js';
import { Machines, MOST_MACHINES } from './machines.js';
import { Row } from './row.js';

/** Beyond this many rows, some kB each, the next question begins anew. */
const MOST_ROWS = 10_000;

/** All cuts, and what questions found out about them. */
export interface SharedRows {
  readonly machines: Machines;
  readonly all: Row;
}

const ofNetworks = new WeakMap<Topology, Map<string, SharedRows>>();

/**
 * The rows that questions about one network have in common if the same machines can change places. What they tell does
 * not depend on the questions before. In a network of more machines than can be written down each question has its own.
 */
export function sharedRows(topology: Topology, kinds: readonly number[] | undefined): SharedRows {
  const known = ofNetworks.get(topology) ?? new Map<string, SharedRows>();
  ofNetworks.set(topology, known);
  const key = kinds?.join(' ') ?? '';
  const found = known.get(key);
  if (found !== undefined && found.machines.rows < MOST_ROWS) return found;
  const machines = new Machines(topology, kinds);
  const made = { machines, all: Row.all(machines) };
  if (topology.model.vertices.length <= MOST_MACHINES) known.set(key, made);
  return made;
}
