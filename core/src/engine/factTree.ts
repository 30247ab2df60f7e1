import type { VertexId } from '../model/model.js';
import type { Row } from '../network/facts/row.js';
import { FactWorld } from '../network/factWorld.js';
import type { Topology } from '../network/topology.js';
import { type Question, Runs } from './question.js';

/** Most runs of a large tree come to a row that is known, and are cut short there: two count for one. */
const RUNS_FOR_ONE = 2;

/** The shapes of questions of which one was given up early: no other one is begun. */
const ofNetworks = new WeakMap<Topology, Set<string>>();

/** By its progress between these runs it is told whether a tree is given up. */
const LOOKED_AT = { from: 150, to: 500 };

/**
 * Does the tree decide nearly link after link, so that these runs pass hardly any of it? Measured in meshes of 6 to 10
 * replicas of ten kinds of stores: each tree that fits passes 16 times as much at least.
 */
function isHopeless({ model }: Topology, before: number, after: number): boolean {
  return after - before < (1 - after) * 2 ** (-model.links.length / 2);
}

/** A row of facts under which a question has one answer. */
export interface Leaf {
  readonly answer: number;
  readonly row: Row;
  /** It stands for this many rows that differ in the names of machines only. Together they hold for all cuts. */
  readonly rows: bigint;
}

/** A row of facts as far as it was decided, and those that it goes on with; or the answer to it. */
interface Node {
  readonly row: Row;
  readonly next: Node[];
  answer?: number;
  rows: bigint;
}

/**
 * Asks a question in facts, for all cuts. A row that differs from one before it only in the names of machines that can
 * change places is not gone on with: what comes of it is the same but for those names. Undefined: it takes more than
 * `most` runs.
 *
 * @param named the vertex that stands for another one in facts.
 */
export function* factTree(
  topology: Topology,
  { all, named }: { readonly all: Row; readonly named: (vertex: VertexId) => VertexId },
  question: Question,
  most: number,
): Generator<void, readonly Leaf[] | undefined> {
  const { shape } = question.kin ?? {};
  const hopeless = ofNetworks.get(topology) ?? new Set<string>();
  ofNetworks.set(topology, hopeless);
  if (shape !== undefined && hopeless.has(shape)) return undefined;
  const nodes = new Map<string, Node>();
  /** The nodes of this run, from the first fact on; and those with all that comes of them, the last one last. */
  const path: Node[] = [];
  const done: Node[] = [];
  /** A row that comes of itself, as the facts between rule out no cut, is gone on with. */
  const isDone = ({ key }: Row, decisions: number): boolean => {
    const node = nodes.get(key);
    return node !== undefined && !path.slice(0, decisions).includes(node);
  };
  const world = new FactWorld(topology, all, isDone, named);
  const runs = new Runs(question, most * RUNS_FOR_ONE);
  let passed = 0;
  for (let isLeft = true; isLeft; ) {
    let answer = 0;
    if (!world.isEnded) {
      if (!runs.begin()) return undefined;
      yield;
      answer = yield* runs.answer(world);
      if (world.isExceeded) return undefined;
    }
    const { steps } = world;
    for (const [i, row] of steps.entries()) {
      if (i < path.length) continue;
      const known = nodes.get(row.key);
      const isKnown = world.isEnded && i === steps.length - 1;
      const node: Node = (isKnown ? known : undefined) ?? { row, next: [], rows: 0n };
      if (known === undefined) nodes.set(row.key, node);
      path.at(-1)?.next.push(node);
      path.push(node);
    }
    const last = path.at(-1);
    if (world.isEnded) path.pop();
    else if (last !== undefined) last.answer = answer;
    isLeft = world.advance();
    if (runs.count === LOOKED_AT.from) passed = world.passed;
    if (isLeft && runs.count === LOOKED_AT.to && isHopeless(topology, passed, world.passed)) {
      if (shape !== undefined) hopeless.add(shape);
      return undefined;
    }
    const kept = isLeft ? world.steps.length - 1 : 0;
    while (path.length > kept) done.push(...path.splice(-1));
  }
  // Each comes after all that go on with it.
  const first = done.at(-1);
  if (first !== undefined) first.rows = 1n;
  for (const { next, rows } of done.reverse()) for (const node of next) node.rows += rows;
  return done.flatMap(({ answer, row, rows }) => (answer === undefined ? [] : [{ answer, row, rows }]));
}
