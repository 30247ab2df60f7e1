import { levelsOf } from '../../model/levels.js';
import type {
  Derivation,
  FaultFamily,
  Level,
  Link,
  MergeRule,
  Model,
  Operation,
  Partition,
  Reaction,
  Service,
  Step,
  Store,
  Vertex,
  VertexId,
} from '../../model/model.js';
import { familySize, withCommas } from '../../network/families.js';
import { compileTopology, type Topology } from '../../network/topology.js';
import { connectionsOf, hasWays } from './design.js';
import { storesUsed } from './requires.js';
import { schemeOf, wayCount } from './schemes/index.js';

/** A set is a number of 32 bits with a sign; one bit is kept for "nobody". */
const MOST_VERTICES = 30;
/** SPIN visits every set of cuts one by one. */
const MOST_LINKS = 16;
const MOST_FAULTS = 100_000;
/** Ways in which the stores of one operation may settle: the model keeps notes for each of them. */
const MOST_SCENARIOS = 100_000;

type AnyKey<T> = T extends unknown ? keyof T : never;

/**
 * Every part of a design that the model says, or that has no part in a verdict. A part that is not listed here is
 * refused, so that a design with a clause of a newer language is never exported as if the clause were not there.
 */
const KNOWN = {
  model: [
    'vertices',
    'links',
    'stores',
    'services',
    'operations',
    'partitions',
    'expectations',
    'acceptances',
    'families',
  ] satisfies (keyof Model)[],
  vertex: ['kind', 'name', 'zone', 'members', 'placement', 'via'] satisfies AnyKey<Vertex>[],
  link: ['kind', 'name', 'label', 'a', 'b', 'oneWay', 'roundTripMs', 'spread', 'fails'] satisfies (keyof Link)[],
  family: [
    'links',
    'oneWays',
    'nodes',
    'zones',
    'isolated',
    'apart',
    'pairs',
    'destroyedNodes',
    'destroyedZones',
  ] satisfies (keyof FaultFamily)[],
  fault: ['cutDirections', 'stopped', 'destroyed', 'groups'] satisfies (keyof Partition['fault'])[],
  store: [
    'name',
    'replicas',
    'witnesses',
    'observers',
    'requires',
    'from',
    'choice',
    'replication',
    'onPartition',
    'merge',
    'rejoinsByHand',
    'detectMs',
    'preset',
  ] satisfies (keyof Store)[],
  service: ['name', 'instances', 'requires'] satisfies (keyof Service)[],
  from: ['store', 'boundMs', 'orSource'] satisfies (keyof Derivation)[],
  operation: ['name', 'composite', 'clients', 'through', 'steps'] satisfies (keyof Operation)[],
  step: ['access', 'store', 'level', 'boundMs', 'needs'] satisfies (keyof Step)[],
};
const KNOWN_MERGES: readonly MergeRule[] = ['lww', 'crdt', 'siblings', 'manual', 'discard'];
const KNOWN_REACTIONS: readonly Reaction['kind'][] = ['error', 'wait'];
export const KNOWN_LEVELS: readonly Level[] = [
  'leader',
  'local',
  'bounded',
  'any',
  'one',
  'two',
  'quorum',
  'all',
  'local-quorum',
  'each-quorum',
  'hint',
];

/**
 * Why a design is not exported, one sentence each, without a full stop; empty: it is. Names in backticks as they are in
 * the file.
 */
export function refusals(model: Model): string[] {
  const topology = compileTopology(model);
  return [
    ...sizes(model),
    ...unknown(model, KNOWN.model, 'the design'),
    ...model.vertices.flatMap((vertex) => unknown(vertex, KNOWN.vertex, `${vertex.kind} \`${vertex.name}\``)),
    ...model.links.flatMap((link) => [
      ...unknown(link, KNOWN.link, `link \`${link.label}\``),
      ...linkRefusals(model, link),
    ]),
    ...model.services.flatMap((service) => unknown(service, KNOWN.service, `service \`${service.name}\``)),
    ...model.families.flatMap((family) => unknown(family, KNOWN.family, '`explore`')),
    ...model.partitions.flatMap(({ name, fault }) => unknown(fault, KNOWN.fault, `partition \`${name}\``)),
    ...model.stores.flatMap((store) => storeRefusals(topology, store)),
    ...model.operations.flatMap((operation) => operationRefusals(model, operation)),
  ];
}

function sizes(model: Model): string[] {
  const said: string[] = [];
  if (model.operations.length === 0) said.push('it has no operation, so there is nothing to ask SPIN');
  const tooMany = (count: number | bigint, of: string, most: number): void => {
    if (count > most)
      said.push(
        `it has ${withCommas(BigInt(count))} ${of}, and the export takes ${withCommas(BigInt(most))}: SPIN ` +
          'looks at them one by one',
      );
  };
  tooMany(model.vertices.length, 'nodes, zones, routers and clients', MOST_VERTICES);
  tooMany(model.links.length, 'links', MOST_LINKS);
  if (model.links.length <= MOST_LINKS)
    tooMany(
      model.families.reduce((sum, family) => sum + familySize(model, family), 0n),
      'faults',
      MOST_FAULTS,
    );
  tooMany(scenarioCount(model), 'ways in which the stores of one operation may settle', MOST_SCENARIOS);
  return said;
}

/**
 * An upper bound of the ways in which the stores of one operation may settle. With services, for each instance that may
 * carry it out, heard by the client or not.
 */
export function scenarioCount(model: Model): number {
  const nodes = model.vertices.filter(({ kind }) => kind === 'node').length;
  const connected = connectionsOf(compileTopology(model));
  const carriers = hasWays(model) ? 2 * (nodes + 1) : 1;
  const settled = Math.max(
    1,
    ...model.operations.map((operation) =>
      storesUsed(model, operation).reduce((ways, s) => ways * wayCount(model.stores[s], nodes, connected), 1),
    ),
  );
  return settled * carriers;
}

/** A client at a node speaks through its machine: a link of its own has no meaning that could be exported. */
function linkRefusals(model: Model, { label, a, b }: Link): string[] {
  const atNode = (id: VertexId): boolean => {
    const vertex = model.vertices[id];
    return vertex?.kind === 'client' && vertex.placement.kind === 'node';
  };
  return atNode(a) || atNode(b) ? [`link \`${label}\` ends at a client that is at a node`] : [];
}

function storeRefusals(topology: Topology, store: Store): string[] {
  const { replication, merge, onPartition } = store;
  const { clauses, brokenWhenHealthy } = schemeOf(store);
  const what = `store \`${store.name}\``;
  const said = [
    ...unknown(store, KNOWN.store, what),
    ...unknown(store.from ?? {}, KNOWN.from, `\`from\` of ${what}`),
    ...unknown(replication, clauses, what),
  ];
  if (!KNOWN_MERGES.includes(merge)) said.push(`\`merge ${merge}\` of ${what} is not exported`);
  if (!KNOWN_REACTIONS.includes(onPartition.kind))
    said.push(`\`on partition ${onPartition.kind}\` of ${what} is not exported`);
  const connected = connectionsOf(topology);
  const broken = brokenWhenHealthy?.(store, (u, others) => others.filter((v) => connected(u, v)).length);
  return [
    ...said,
    ...(broken ?? []).map((who) => `${who} on the healthy network already, where the rules say nothing`),
  ];
}

function operationRefusals(model: Model, operation: Operation): string[] {
  const { name, steps } = operation;
  return [
    ...unknown(operation, KNOWN.operation, `operation \`${name}\``),
    ...steps.flatMap((step) => stepRefusals(model, name, step)),
  ];
}

function stepRefusals(model: Model, operation: string, step: Step): string[] {
  const { access, level } = step;
  const said = unknown(step, KNOWN.step, `operation \`${operation}\``);
  const store = model.stores[step.store];
  const allowed = store === undefined ? [] : levelsOf(store.replication.scheme, access);
  if (level !== undefined && !(KNOWN_LEVELS.includes(level) && allowed.includes(level)))
    said.push(`\`level ${level}\` of operation \`${operation}\` is not exported`);
  return said;
}

/** Keys with a value that are on no list. */
function unknown(thing: object, known: readonly string[], where: string): string[] {
  return Object.entries(thing).flatMap(([key, value]) =>
    value === undefined || known.includes(key) ? [] : [`\`${key}\` of ${where} is not exported`],
  );
}
