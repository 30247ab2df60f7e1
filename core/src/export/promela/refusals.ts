import { levelsOf } from '../../model/levels.js';
import type { Level, MergeRule, Model, PrimaryReplication, Replication, Step, Store, VertexId } from '../../model/model.js';
import { MERGE_RULES } from '../../model/values.js';
import { familySize } from '../../network/families.js';
import { isOpen, storesOf } from './design.js';
import { compileTopology, type Topology } from '../../network/topology.js';

/** One bit each in a number of 32 bits with a sign; one value is kept for "nobody". */
const MOST_VERTICES = 30;
/** SPIN visits every set of cuts one by one. */
const MOST_LINKS = 16;
const MOST_FAULTS = 100_000;
/** Ways in which the stores of one operation may settle. */
const MOST_SCENARIOS = 100_000;

/**
 * Every clause that the model says or that has no part in it: a clause which is not listed here is refused, so that a newer language is never
 * exported as if the clause were not there.
 */
const KNOWN_STORE: readonly (keyof Store)[] = ['name', 'replicas', 'witnesses', 'choice', 'replication', 'onPartition', 'merge', 'detectMs'];
const KNOWN_STEP: readonly (keyof Step)[] = ['access', 'store', 'level', 'boundMs', 'needs'];
const KNOWN_REPLICATION: Readonly<Record<string, readonly string[]>> = {
  consensus: ['scheme', 'leader', 'relay'],
  primary: ['scheme', 'primary', 'sync', 'weakens', 'inSync', 'minReplicas', 'stepsDown', 'failover', 'electors'] satisfies (keyof PrimaryReplication)[],
  quorum: ['scheme', 'read', 'write', 'sloppy'],
  any: ['scheme'],
} satisfies Record<Replication['scheme'], readonly string[]>;
const KNOWN_MERGES: readonly MergeRule[] = ['lww', 'crdt', 'siblings', 'manual', 'discard'];
export const KNOWN_LEVELS: readonly Level[] = ['leader', 'local', 'bounded', 'one', 'two', 'quorum', 'all', 'local-quorum', 'each-quorum'];

/** Why a design is not exported, one sentence each, without a full stop; empty: it is. Names in backticks as they are in the file. */
export function refusals(model: Model): string[] {
  const topology = compileTopology(model);
  return [...sizes(model), ...model.stores.flatMap((store) => storeRefusals(topology, store)), ...model.operations.flatMap((operation) => operation.steps.flatMap((step) => stepRefusals(model, operation.name, step))), ...links(model)];
}

function sizes(model: Model): string[] {
  const said: string[] = [];
  if (model.operations.length === 0) said.push('it has no operation, so there is nothing to ask SPIN');
  if (model.links.length > MOST_LINKS) said.push(`it has ${model.links.length} links, and SPIN would visit every set of them: the export takes ${MOST_LINKS}`);
  if (model.vertices.length > MOST_VERTICES) said.push(`it has ${model.vertices.length} nodes, zones, routers and clients: the export takes ${MOST_VERTICES}`);
  const faults = model.families.reduce((sum, family) => sum + familySize(model, family), 0n);
  if (model.links.length <= MOST_LINKS && faults > MOST_FAULTS) said.push(`it explores ${faults} faults: the export takes ${MOST_FAULTS}`);
  if (scenarioCount(model) > MOST_SCENARIOS) said.push('an operation spans more stores with elections than the export takes');
  return said;
}

/** An upper bound of the ways in which the stores of one operation may settle: of each, who leads or was promoted, and who led before. */
export function scenarioCount(model: Model): number {
  const one = (model.vertices.filter(({ kind }) => kind === 'node').length + 1) ** 2;
  return Math.max(1, ...model.operations.map(({ steps }) => one ** storesOf(steps).filter((s) => isOpen(model.stores[s])).length));
}

function storeRefusals(topology: Topology, store: Store): string[] {
  const said = [...unknown(store, KNOWN_STORE), ...unknown(store.replication, KNOWN_REPLICATION[store.replication.scheme] ?? [])].map((key) => `\`${key}\` of store \`${store.name}\` is not exported`);
  if (!KNOWN_MERGES.includes(store.merge) || !MERGE_RULES.includes(store.merge)) said.push(`\`merge ${store.merge}\` of store \`${store.name}\` is not exported`);
  const { replication } = store;
  if (replication.scheme === 'primary' && replication.failover === 'automatic' && !hasMajorityWhenHealthy(topology, store, replication)) {
    said.push(`the primary of store \`${store.name}\` has no majority on the healthy network already, where an automatic failover has no meaning that could be exported`);
  }
  return said;
}

function hasMajorityWhenHealthy(topology: Topology, store: Store, { primary, electors }: PrimaryReplication): boolean {
  const voters = electors ?? [...store.replicas, ...store.witnesses];
  const passes = (u: VertexId, v: VertexId): boolean => (topology.roundTrips(u).ms[v] ?? Infinity) < Infinity;
  return voters.filter((voter) => passes(primary, voter) && passes(voter, primary)).length > Math.floor(voters.length / 2);
}

function stepRefusals(model: Model, operation: string, step: Step): string[] {
  const said = unknown(step, KNOWN_STEP).map((key) => `\`${key}\` of operation \`${operation}\` is not exported`);
  const store = model.stores[step.store];
  const allowed = store === undefined ? [] : levelsOf(store.replication.scheme, step.access);
  if (step.level !== undefined && !(KNOWN_LEVELS.includes(step.level) && allowed.includes(step.level))) said.push(`\`level ${step.level}\` of operation \`${operation}\` is not exported`);
  return said;
}

/** A client at a node speaks through its machine: a link of its own has no meaning that could be exported. */
function links(model: Model): string[] {
  const atNode = (id: VertexId): boolean => {
    const vertex = model.vertices[id];
    return vertex?.kind === 'client' && vertex.placement.kind === 'node';
  };
  return model.links.filter(({ a, b }) => atNode(a) || atNode(b)).map(({ label }) => `the link \`${label}\` ends at a client that is at a node`);
}

/** Keys with a value that are on no list. */
function unknown(thing: object, known: readonly string[]): string[] {
  return Object.entries(thing).flatMap(([key, value]) => (value === undefined || known.includes(key) ? [] : [key]));
}
