import { flatMapped, run, type Steps } from '../base/steps.js';
import { copiesOf, levelsOf } from '../model/levels.js';
import type { Model, Operation, Step, Store, Vertex, VertexId } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { LinkWorld } from '../network/linkWorld.js';
import { compileTopology } from '../network/topology.js';
import { limitOf } from './limit.js';
import { schemeOf } from './replication/index.js';
import { StoreWorld } from './storeWorld.js';
import type { Outcome } from './facts.js';
import { REQUEST_SIZE, requestUnderInSteps, settledInSteps, type SettledResult } from './under.js';

/** What a fault makes of one copy of a store, once the break has settled. */
export interface ReplicaState {
  /** Index into `stores`. */
  readonly store: number;
  readonly vertex: VertexId;
  /**
   * `now`: it leads, and no other can; `perhaps`: it is one of fewer than before that may lead; `before`: it led, and
   * does not any more. Absent: it does not lead, or the fault leaves as many that may.
   */
  readonly leads?: 'now' | 'perhaps' | 'before';
  /** An answer from this copy can miss an acknowledged write until the heal. */
  readonly stale: boolean;
  /** A write that it acknowledges, or acknowledged just before the break, is discarded: what the design loses. */
  readonly discards: boolean;
}

/** More copies than these are not asked: a picture of them is not read. */
const MOST_COPIES = 200;

/** The work of finding out who leads, in the units of a step. */
const STORE_SIZE = (): number => REQUEST_SIZE;

/** The copies of all stores that lead, or that something became of under a fault. */
export function replicaStates(model: Model, cause: Cause): readonly ReplicaState[] {
  return run(replicaStatesInSteps(model, cause));
}

/** `replicaStates` in steps. */
export function* replicaStatesInSteps(model: Model, cause: Cause): Steps<readonly ReplicaState[]> {
  const probes = probesOf(model);
  if (probes === undefined) return [];
  const lost = lostIn(model, yield* settledInSteps(model, cause));
  const stale = yield* hit(probes.reads, cause, ({ verdict, howLong }) => verdict === 'stale' && howLong === 'heal');
  const discards = yield* hit(probes.writes, cause, ({ verdict }) => verdict === 'lost');
  const world = new LinkWorld(compileTopology(model), cause, 0);
  return yield* flatMapped(model.stores, STORE_SIZE, (store, index): ReplicaState[] => {
    if (limitOf(store) !== undefined) return [];
    const leads = leadersIn(model, world, index);
    return copiesOf(store).flatMap((vertex): ReplicaState[] => {
      const one = {
        store: index,
        vertex,
        stale: stale.has(key(index, vertex)),
        discards: lost.has(index) && discards.has(key(index, vertex)),
      };
      const lead = leads.get(vertex);
      if (lead !== undefined) return [{ ...one, leads: lead }];
      return one.stale || one.discards ? [one] : [];
    });
  });
}

/** The copies that lead, may lead or led before, of each store that has a leader or primary; no request is asked. */
export function leadersUnder(model: Model, cause: Cause): readonly ReplicaState[] {
  const world = new LinkWorld(compileTopology(model), cause, 0);
  return model.stores.flatMap((store, index) =>
    limitOf(store) !== undefined
      ? []
      : [...leadersIn(model, world, index)].flatMap(([vertex, leads]): ReplicaState[] =>
          leads === undefined ? [] : [{ store: index, vertex, leads, stale: false, discards: false }],
        ),
  );
}

/** The stores of which the design loses a write. */
function lostIn(model: Model, settled: readonly SettledResult[]): ReadonlySet<number> {
  return new Set(
    settled.flatMap(({ operation, verdict: { outcomes } }) =>
      outcomes.flatMap(({ verdict, step }) =>
        verdict === 'lost' ? (model.operations[operation]?.steps[step]?.store ?? []) : [],
      ),
    ),
  );
}

/** Of a store that has a leader or primary: who leads, may lead, or led. */
function leadersIn(model: Model, world: LinkWorld, index: number): ReadonlyMap<VertexId, ReplicaState['leads']> {
  const found = new Map<VertexId, ReplicaState['leads']>();
  const store = model.stores[index];
  if (store === undefined) return found;
  const scheme = schemeOf(store);
  const healthy = new StoreWorld(new LinkWorld(world.topology, HEALTHY, 0), store, index);
  const leadersOf = (here: StoreWorld, before: readonly number[]): number[] => [
    ...new Set(
      [...scheme.possible.scenarios(here, before)]
        .map(({ leader, promoted }) => (promoted >= 0 ? promoted : leader))
        .filter((replica) => replica >= 0 && here.isUp(replica)),
    ),
  ];
  const before = leadersOf(healthy, []);
  const now = leadersOf(new StoreWorld(world, store, index, healthy), before);
  for (const replica of before.length === 1 ? before : []) found.set(healthy.vertex(replica), 'before');
  if (now.length > 1 && now.length === before.length) return found;
  for (const replica of now) found.set(healthy.vertex(replica), now.length === 1 ? 'now' : 'perhaps');
  return found;
}

/** A design with requests besides its own, one at each copy, and whose they are. */
interface Probed {
  readonly model: Model;
  /** By the number of the operation. */
  readonly copies: ReadonlyMap<number, string>;
}

/** Reads miss the writes of the design only; writes are in a design of their own, so that no read misses them. */
interface Probes {
  readonly reads: Probed;
  readonly writes: Probed;
}

const known = new WeakMap<Model, Probes>();

/** Whether there are too many copies to ask each of them. */
export function hasTooManyCopies({ stores }: Model): boolean {
  return stores.reduce((sum, store) => sum + copiesOf(store).length, 0) > MOST_COPIES;
}

function probesOf(model: Model): Probes | undefined {
  if (hasTooManyCopies(model)) return undefined;
  const probes = known.get(model) ?? { reads: probed(model, 'read'), writes: probed(model, 'write') };
  known.set(model, probes);
  return probes;
}

/** A client at each copy's machine that asks this copy alone. */
function probed(model: Model, access: Step['access']): Probed {
  const vertices: Vertex[] = [...model.vertices];
  const operations: Operation[] = [...model.operations];
  const copies = new Map<number, string>();
  model.stores.forEach((store, index) => {
    if (limitOf(store) !== undefined || (access === 'write' && store.from !== undefined)) return;
    for (const vertex of access === 'read' ? copiesOf(store) : store.replicas) {
      for (const step of access === 'read' ? [readOf(store, index)] : writesOf(model, index)) {
        copies.set(operations.length, key(index, vertex));
        operations.push({ name: '', composite: false, clients: [vertices.length], steps: [step] });
        vertices.push({ kind: 'client', name: '', placement: { kind: 'node', vertex }, via: [vertex] });
      }
    }
  });
  return { model: { ...model, vertices, operations, expectations: [], acceptances: [] }, copies };
}

/** A read of one copy, where the store has such reads. */
function readOf({ replication: { scheme }, from }: Store, store: number): Step {
  const isLocal = from === undefined && levelsOf(scheme, 'read').includes('local');
  return { access: 'read', store, ...(isLocal ? { level: 'local' } : {}), needs: [] };
}

/** A write of each level that the design writes at. */
function writesOf({ operations }: Model, store: number): Step[] {
  const steps = operations.flatMap((one) =>
    one.steps.filter((step) => step.access === 'write' && step.store === store),
  );
  const first = steps.filter(({ level }, i) => steps.findIndex((one) => one.level === level) === i);
  return first.map((step) => ({ ...step, needs: [] }));
}

/** The copies of which the request comes to that. */
function* hit({ model, copies }: Probed, cause: Cause, is: (outcome: Outcome) => boolean): Steps<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const [operation, copy] of copies) {
    yield REQUEST_SIZE;
    const client = model.operations[operation]?.clients[0] ?? -1;
    const under = yield* requestUnderInSteps(model, cause, operation, client);
    if (under?.verdict.outcomes.some(is) === true) found.add(copy);
  }
  return found;
}

function key(store: number, vertex: VertexId): string {
  return `${store} ${vertex}`;
}
