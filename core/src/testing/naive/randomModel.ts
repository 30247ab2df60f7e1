import fc from 'fast-check';
import { levelsOf } from '../../model/levels.js';
import type {
  Choice,
  Derivation,
  ConsensusReplication,
  FaultFamily,
  Level,
  Link,
  Model,
  Observer,
  Operation,
  Partition,
  Reaction,
  Replication,
  Required,
  SchemeName,
  Service,
  Step,
  Store,
  Vertex,
  VertexId,
} from '../../model/model.js';
import { HEALTHY, Network } from './network.js';
import { seesMajority } from './scheme.js';
import { EMPTY_FAMILY } from '../../model/family.js';

/** Few enough that every set of cut links can be explored. */
const MOST_LINKS = 10;

export interface Bounds {
  readonly mostLinks: number;
}

/**
 * Any small valid model. Drawn as a flat record of small numbers, from which the model is built. Any numbers give a
 * valid model, so that they shrink freely and a smaller number means a simpler model.
 */
export function models(bounds: Bounds = { mostLinks: MOST_LINKS }): fc.Arbitrary<Model> {
  return drafts.map((draft) => build(draft, bounds));
}

/** Drawn alike; the compiler asks for the row of a new scheme, and the switch below for how one is built. */
const DRAWN: Readonly<Record<SchemeName, true>> = { consensus: true, primary: true, quorum: true, any: true };
const SCHEMES = Object.keys(DRAWN) as readonly SchemeName[];

const small = fc.nat({ max: 7 });
const rarely = fc.nat({ max: 5 }).map((n) => n === 5);
const bits = fc.nat({ max: 31 });

const drafts = fc.record({
  nodes: fc.nat({ max: 3 }),
  zones: fc.nat({ max: 2 }),
  zoneOf: fc.array(small, { minLength: 5, maxLength: 5 }),
  router: rarely,
  clients: fc.array(
    fc.record({
      placement: fc.nat({ max: 2 }),
      at: small,
      via: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: bits }),
      viaTurn: small,
    }),
    { minLength: 1, maxLength: 2 },
  ),
  implicit: fc.boolean(),
  mesh: fc.boolean(),
  links: fc.array(fc.record({ a: small, b: small, oneWay: rarely, ms: fc.nat({ max: 3 }), named: rarely }), {
    minLength: 1,
    maxLength: 10,
  }),
  stores: fc.array(
    fc.record({
      members: fc.oneof({ weight: 2, arbitrary: fc.constant(31) }, { weight: 1, arbitrary: bits }),
      turn: small,
      witnesses: fc.nat({ max: 2 }),
      observers: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 2 }) }),
      fedBy: small,
      choice: fc.nat({ max: 2 }),
      scheme: fc.nat({ max: SCHEMES.length - 1 }),
      named: fc.boolean(),
      which: small,
      automatic: fc.boolean(),
      sync: fc.nat({ max: 4 }),
      extras: fc.record({
        kind: fc.nat({ max: 5 }),
        number: fc.nat({ max: 4 }),
        stepsDown: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 2 }) }),
        safe: fc.boolean(),
        names: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: bits }),
        electors: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: bits }),
        relay: fc.boolean(),
        election: fc.nat({ max: 3 }),
        discard: rarely,
      }),
      read: fc.nat({ max: 4 }),
      write: fc.nat({ max: 4 }),
      sloppy: fc.boolean(),
      wait: fc.boolean(),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  services: fc.array(fc.record({ members: bits, turn: small, requires: small }), { maxLength: 2 }),
  requires: fc.nat({ max: 5 }),
  derived: fc.nat({ max: 8 }),
  operations: fc.array(
    fc.record({
      clients: fc.nat({ max: 2 }),
      through: fc.nat({ max: 6 }),
      steps: fc.oneof(
        { weight: 3, arbitrary: fc.array(stepDraft(), { minLength: 1, maxLength: 1 }) },
        { weight: 1, arbitrary: fc.array(stepDraft(), { minLength: 1, maxLength: 3 }) },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  partitions: fc.array(
    fc.array(
      fc.record({
        kind: fc.nat({ max: 5 }),
        x: small,
        y: small,
        sides: fc.array(fc.nat({ max: 2 }), { minLength: 8, maxLength: 8 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    { maxLength: 2 },
  ),
  families: fc.oneof(
    { weight: 3, arbitrary: fc.constant<FamilyDraft[]>([]) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.record({
          links: fc.nat({ max: 3 }),
          oneWays: fc.nat({ max: 1 }),
          nodes: fc.nat({ max: 2 }),
          zones: fc.nat({ max: 1 }),
          isolated: fc.nat({ max: 1 }),
          apart: fc.nat({ max: 1 }),
          pairs: rarely.map((is) => (is ? 2 : 0)),
          destroyedNodes: fc.nat({ max: 2 }),
          destroyedZones: rarely.map((is) => (is ? 1 : 0)),
        }),
        { maxLength: 2 },
      ),
    },
  ),
});

interface StepDraft {
  readonly read: boolean;
  readonly store: number;
  readonly level: number;
}

type FamilyDraft = Readonly<Record<keyof FaultFamily, number>>;

type Draft = typeof drafts extends fc.Arbitrary<infer T> ? T : never;

function stepDraft(): fc.Arbitrary<StepDraft> {
  return fc.record({
    read: fc.boolean(),
    store: fc.nat({ max: 1 }),
    level: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 7 }) }),
  });
}

const DEFAULT_FAMILIES: readonly FaultFamily[] = [
  { ...EMPTY_FAMILY, links: 'all' },
  { ...EMPTY_FAMILY, oneWays: 1 },
  { ...EMPTY_FAMILY, nodes: 1 },
  { ...EMPTY_FAMILY, isolated: 1 },
  { ...EMPTY_FAMILY, apart: 1 },
  { ...EMPTY_FAMILY, zones: 1 },
  { ...EMPTY_FAMILY, pairs: 1 },
];

function build(draft: Draft, bounds: Bounds): Model {
  const { vertices, nodes, zones, routers } = buildVertices(draft);
  const links = buildLinks(draft, vertices, bounds);
  const empty: Model = {
    vertices,
    links,
    stores: [],
    services: [],
    operations: [],
    partitions: [],
    expectations: [],
    acceptances: [],
    families: DEFAULT_FAMILIES,
  };
  const plain = draft.stores.map((one, i) => buildStore(one, i, nodes, new Network(empty, HEALTHY)));
  const stores = plain.map((store, i) => restricted(store, i, draft));
  const services = draft.services.map((one, i) => buildService(one, i, nodes, draft.stores.length));
  const clients = vertices.flatMap((vertex, id) => (vertex.kind === 'client' ? [id] : []));
  const operations = draft.operations.map((one, i) => buildOperation(one, i, clients, { stores, services }));
  const partitions = draft.partitions.flatMap((lines, i) =>
    buildPartition(lines, i, { ...empty, stores }, [...nodes, ...zones, ...routers]),
  );
  const drafts: readonly FamilyDraft[] = draft.families;
  const families = drafts.flatMap((family): FaultFamily[] => {
    const one = zones.length > 0 ? family : { ...family, zones: 0, apart: 0, destroyedZones: 0 };
    return Object.values(one).some((count) => count > 0) ? [one] : [];
  });
  return {
    ...empty,
    stores,
    services,
    operations,
    partitions,
    families: families.length > 0 ? families : DEFAULT_FAMILIES,
  };
}

interface Places {
  readonly vertices: readonly Vertex[];
  readonly nodes: readonly VertexId[];
  readonly zones: readonly VertexId[];
  readonly routers: readonly VertexId[];
}

/**
 * Nodes outside zones first, then those of each zone, zones, routers, clients: the order in which a text numbers them.
 */
function buildVertices(draft: Draft): Places {
  const count = 2 + draft.nodes;
  // 0: outside; else the number of the zone.
  const zoneOf = Array.from({ length: count }, (_, i) => (draft.zoneOf[i] ?? 0) % (draft.zones + 1));
  const used = [...new Set(zoneOf)].filter((zone) => zone > 0).sort((x, y) => x - y);
  const sorted = zoneOf.map((zone) => (zone === 0 ? 0 : used.indexOf(zone) + 1)).sort((x, y) => x - y);
  const vertices: Vertex[] = sorted.map((zone, i) => ({
    kind: 'node',
    name: `n${i + 1}`,
    ...(zone === 0 ? {} : { zone: count + zone - 1 }),
  }));
  used.forEach((_, z) => {
    vertices.push({
      kind: 'zone',
      name: `z${z + 1}`,
      members: sorted.flatMap((zone, node) => (zone === z + 1 ? [node] : [])),
    });
  });
  if (draft.router) vertices.push({ kind: 'router', name: 'r' });
  const nodes = sorted.map((_, node) => node);
  const zones = used.map((_, z) => count + z);
  draft.clients.forEach((client, i) => {
    const pinned = nodes.filter((node) => (client.via & (1 << node)) !== 0);
    const kind = client.placement === 1 ? 'node' : client.placement === 2 && zones.length > 0 ? 'zone' : 'free';
    vertices.push({
      kind: 'client',
      name: `c${i + 1}`,
      placement: kind === 'free' ? { kind } : { kind, vertex: oneOf(kind === 'node' ? nodes : zones, client.at) },
      via: turned(pinned, client.viaTurn),
    });
  });
  return { vertices, nodes, zones, routers: draft.router ? [count + zones.length] : [] };
}

function buildLinks(draft: Draft, vertices: readonly Vertex[], { mostLinks }: Bounds): Link[] {
  const name = (id: VertexId): string => vertices[id]?.name ?? '?';
  const uplinks = vertices.flatMap((vertex, a): Link[] =>
    vertex.kind === 'node' && vertex.zone !== undefined
      ? [{ kind: 'uplink', label: `${vertex.name}'s link to ${name(vertex.zone)}`, a, b: vertex.zone, oneWay: false }]
      : [],
  );
  const room = Math.max(1, mostLinks - uplinks.length);
  // The vertices at which a declared link may end; a placed client is attached to its place.
  const ends = vertices.flatMap((vertex, id) =>
    vertex.kind === 'client' && vertex.placement.kind !== 'free' ? [] : [id],
  );
  const isClient = (id: VertexId): boolean => vertices[id]?.kind === 'client';
  const outside = ends.filter((id) => {
    const vertex = vertices[id];
    return vertex?.kind !== 'node' || vertex.zone === undefined;
  });
  const pairs = (of: readonly VertexId[]): [VertexId, VertexId][] =>
    of.flatMap((a, i) =>
      of.slice(i + 1).flatMap((b): [VertexId, VertexId][] => (isClient(a) && isClient(b) ? [] : [[a, b]])),
    );
  const implicit = pairs(outside);
  if (draft.implicit && implicit.length <= room) {
    return [
      ...uplinks,
      ...implicit.map(([a, b]): Link => ({ kind: 'implicit', label: `${name(a)}–${name(b)}`, a, b, oneWay: false })),
    ];
  }
  const declared: Link[] = [];
  const add = (a: VertexId, b: VertexId, oneWay: boolean, ms: number | undefined, named: boolean): void => {
    const label = `${name(a)}${oneWay ? '→' : '–'}${name(b)}`;
    const same = declared.filter((link) => link.label === label).length;
    const given = named ? `l${declared.length + 1}` : undefined;
    declared.push({
      kind: 'declared',
      ...(given === undefined ? {} : { name: given }),
      label: given !== undefined ? `${given} (${label})` : same > 0 ? `${label} (${same + 1})` : label,
      a,
      b,
      oneWay,
      ...(ms === undefined ? {} : { roundTripMs: ms }),
    });
  };
  const meshed = draft.mesh ? pairs(outside) : [];
  if (meshed.length <= room) for (const [a, b] of meshed) add(a, b, false, undefined, false);
  for (const link of draft.links) {
    if (declared.length >= room) break;
    const a = oneOf(ends, link.a);
    const b = oneOf(ends, link.b);
    if (a === b || (isClient(a) && isClient(b))) continue;
    add(a, b, link.oneWay, link.ms === 0 ? undefined : 10 * link.ms, link.named);
  }
  // A text without links has implicit ones.
  if (declared.length === 0) add(oneOf(ends, 0), oneOf(ends, 1), false, undefined, false);
  return [...uplinks, ...declared];
}

const STEPS_DOWN = [undefined, 'everything', 'writes'] as const;

/** With `zab` no member relays, and none deposes a leader alone. */
function electionOf({
  election,
  relay,
  kind,
  stepsDown,
}: Draft['stores'][number]['extras']): Omit<ConsensusReplication, 'scheme' | 'leader'> {
  if (election === 3) return { election: 'zab' };
  return {
    ...(election === 2 ? { election: 'paxos' } : {}),
    ...(relay ? { relay: true } : {}),
    ...(kind === 5 ? { noPreVote: true } : {}),
    ...(stepsDown > 0 ? { stepsDown: true } : {}),
  };
}

const CHOICES: readonly (Choice | undefined)[] = ['CP', 'AP', undefined];

function buildStore(
  draft: Draft['stores'][number],
  index: number,
  nodes: readonly VertexId[],
  healthy: Network,
): Store {
  const chosen = nodes.filter((node) => (draft.members & (1 << node)) !== 0);
  const members = turned(chosen.length === 0 ? nodes : chosen, draft.turn);
  const scheme = oneOf(SCHEMES, draft.scheme);
  const votes = scheme === 'consensus' || scheme === 'primary';
  const witnesses = votes ? members.slice(Math.max(1, members.length - draft.witnesses)) : [];
  const voting = members.slice(0, members.length - witnesses.length);
  const replicas = voting.slice(0, Math.max(1, voting.length - (votes ? draft.observers : 0)));
  const observers = voting.slice(replicas.length).map((node, i): Observer => {
    // Of eight numbers the larger ones mean: fed by everybody.
    const from = voting[draft.fedBy];
    return draft.fedBy < replicas.length + i && from !== undefined ? { node, from } : { node };
  });
  const choice = CHOICES[draft.choice];
  const onPartition: Reaction = draft.wait ? { kind: 'wait', ms: 5000 } : { kind: 'error' };
  const store = (replication: Replication): Store => ({
    name: `s${index + 1}`,
    replicas,
    witnesses,
    ...(observers.length === 0 ? {} : { observers }),
    ...(choice === undefined ? {} : { choice }),
    replication,
    onPartition,
    merge: draft.extras.discard ? 'discard' : 'lww',
  });
  const d = replicas.length;
  const one = oneOf(replicas, draft.which);
  switch (scheme) {
    case 'consensus':
      return store({
        scheme: 'consensus',
        ...(draft.named ? { leader: one } : {}),
        ...electionOf(draft.extras),
      });
    case 'primary': {
      const { extras } = draft;
      const votes = nodes.filter((node) => (extras.electors & (1 << node)) !== 0);
      const electors =
        witnesses.length === 0 && votes.length > 0 && (draft.automatic || extras.stepsDown > 0)
          ? { electors: votes }
          : {};
      const named = replicas.filter((node) => node !== one && (extras.names & (1 << node)) !== 0);
      const syncWith = named.length > 0 && extras.kind !== 3 ? { syncWith: named } : {};
      const sync = named.length > 0 && extras.kind !== 3 ? named.length : Math.min(draft.sync, d - 1);
      const kinds = [
        { sync },
        { sync },
        { sync, ...(sync > 0 ? { weakens: true as const } : {}) },
        { sync: 0, inSync: Math.min(extras.number, d) },
        { sync, minReplicas: Math.min(extras.number, healthy.connectedTo(one, replicas).length - 1) },
      ];
      const common = { scheme: 'primary' as const, primary: one, sync, ...syncWith, ...kinds[extras.kind] };
      const watched = store({ ...common, failover: 'manual', ...electors });
      // A failover or a step-down on the healthy network has no defined meaning.
      if (!seesMajority(healthy, watched, one)) return store({ ...common, failover: 'manual' });
      const steps = STEPS_DOWN[extras.stepsDown];
      const stepsDown = steps === undefined ? {} : { stepsDown: steps };
      if (draft.automatic) {
        const failover = extras.safe ? 'safe' : 'automatic';
        const byLog = extras.election > 1 && Object.keys(electors).length === 0 ? { election: 'raft' as const } : {};
        return store({ ...common, ...stepsDown, failover, ...byLog, ...electors });
      }
      return store({ ...common, ...stepsDown, failover: 'manual', ...(extras.stepsDown > 0 ? electors : {}) });
    }
    case 'quorum':
      return store({
        scheme: 'quorum',
        read: Math.min(1 + draft.read, d),
        write: Math.min(1 + draft.write, d),
        sloppy: draft.sloppy && choice !== 'CP',
      });
    case 'any': {
      const any = store({ scheme: 'any', ...(draft.sloppy ? { membership: 'agreed' } : {}) });
      // Neither has a replica that pauses on the healthy network already.
      const serves = (replica: VertexId): boolean =>
        draft.sloppy
          ? healthy.connectedTo(replica, replicas).length === replicas.length
          : seesMajority(healthy, any, replica);
      if (choice !== 'CP' || replicas.every(serves)) return any;
      return { ...any, choice: 'AP' };
    }
  }
}

/** The second store may be derived from the first, or require it, or a service that requires no store. */
function restricted(store: Store, index: number, { requires, services, derived }: Draft): Store {
  if (index !== 1) return store;
  if (derived > 4) {
    const { name, replicas } = store;
    const isBounded = derived === 6 || derived === 8;
    return {
      ...{
        name,
        replicas,
        witnesses: [],
        replication: { scheme: 'any' },
        onPartition: { kind: 'error' },
        merge: 'lww',
      },
      from: { store: 0, ...(isBounded ? { boundMs: 60_000 } : {}), ...(derived > 6 ? { orSource: true } : {}) },
      ...(isBounded ? { requires: [{ kind: 'store', index: 0 }] } : {}),
    };
  }
  if (requires > 3) return { ...store, requires: [{ kind: 'store', index: 0 }] };
  const service = services.findIndex((one) => one.requires < 3);
  return requires === 3 && service >= 0 ? { ...store, requires: [{ kind: 'service', index: service }] } : store;
}

function buildService(
  draft: Draft['services'][number],
  index: number,
  nodes: readonly VertexId[],
  stores: number,
): Service {
  const chosen = nodes.filter((node) => (draft.members & (1 << node)) !== 0);
  const service = { name: `v${index + 1}`, instances: turned(chosen.length === 0 ? nodes : chosen, draft.turn) };
  if (draft.requires < 3) return service;
  // The second may require the first.
  const kind = draft.requires === 7 && index === 1 ? 'service' : 'store';
  return { ...service, requires: [{ kind, index: kind === 'service' ? 0 : draft.requires % stores }] };
}

/** The ways through no, one or two services. */
const WAYS: readonly (readonly number[])[] = [[], [], [0], [1], [0], [0, 1], [1, 0]];

function buildOperation(
  draft: Draft['operations'][number],
  index: number,
  clients: readonly VertexId[],
  { stores, services }: Pick<Model, 'stores' | 'services'>,
): Operation {
  const issuing = draft.clients === 2 ? clients : [oneOf(clients, draft.clients)];
  const through = oneOf(WAYS, draft.through).filter((service) => service < services.length);
  return {
    name: `o${index + 1}`,
    composite: draft.steps.length > 1,
    clients: issuing,
    ...(through.length === 0 ? {} : { through }),
    steps: draft.steps.map((step) => buildStep(step, stores)),
  };
}

function buildStep(draft: StepDraft, stores: readonly Store[]): Step {
  const s = draft.store % stores.length;
  const store = oneOf(stores, s);
  const access = draft.read || store.from !== undefined ? 'read' : 'write';
  const d = store.replicas.length;
  const allowed = levelsOf(store.replication.scheme, access).filter((level) => level !== 'two' || d >= 2);
  const choices: readonly (Level | undefined)[] = [undefined, ...allowed];
  const level = choices[draft.level % choices.length];
  return {
    access,
    store: s,
    ...(level === undefined ? {} : { level }),
    ...(level === 'bounded' ? { boundMs: 5000 } : {}),
    needs: [],
  };
}

function buildPartition(
  lines: Draft['partitions'][number],
  index: number,
  model: Model,
  places: readonly VertexId[],
): Partition[] {
  const cut = new Set<number>();
  const stopped = new Set<VertexId>();
  const destroyed = new Set<VertexId>();
  const groups: VertexId[][][] = [];
  const nodesOf = (id: VertexId): readonly VertexId[] => {
    const vertex = model.vertices[id];
    return vertex?.kind === 'zone' ? vertex.members : [id];
  };
  const placesAndClients = model.vertices.map((_, id) => id);
  for (const line of lines) {
    switch (line.kind) {
      case 0: {
        const sides: VertexId[][] = [[], [], []];
        for (const word of wordsOfGroups(model)) {
          const side = sides[line.sides[word % line.sides.length] ?? 0];
          side?.push(...named(model, word));
        }
        const filled = sides.filter((side) => side.length > 0);
        // If there are three groups, the members of the third are in none.
        const said = filled.length === 3 ? filled.slice(0, 2) : filled;
        // A repeated line counts once.
        if (said.length > 1 && !groups.some((known) => JSON.stringify(known) === JSON.stringify(said)))
          groups.push(said);
        break;
      }
      case 1:
      case 2: {
        const link = model.links.length === 0 ? undefined : oneOf(model.links, line.x);
        if (link === undefined) break;
        const [from, to] = line.y % 2 === 0 ? [link.a, link.b] : [link.b, link.a];
        for (const direction of directionsFrom(model, from, to, line.kind === 1)) cut.add(direction);
        break;
      }
      case 3:
        for (const id of nodesOf(oneOf(placesAndClients, line.x))) {
          model.links.forEach((link, i) => {
            if (link.a === id || link.b === id) cut.add(2 * i).add(2 * i + 1);
          });
        }
        break;
      case 4:
        for (const id of nodesOf(oneOf(places, line.x))) stopped.add(id);
        break;
      default:
        for (const id of nodesOf(oneOf(places, line.x)))
          if (model.vertices[id]?.kind === 'node') {
            stopped.add(id);
            destroyed.add(id);
          }
    }
  }
  if (cut.size === 0 && stopped.size === 0 && groups.length === 0) return [];
  return [
    {
      name: `p${index + 1}`,
      fault: {
        cutDirections: [...cut].sort((x, y) => x - y),
        stopped: [...stopped].sort((x, y) => x - y),
        destroyed: [...destroyed].sort((x, y) => x - y),
        groups,
      },
    },
  ];
}

/** The names for groups that name every vertex once: nodes, and clients that are not at a node. */
function wordsOfGroups(model: Model): VertexId[] {
  return model.vertices.flatMap((vertex, id) =>
    vertex.kind === 'node' || (vertex.kind === 'client' && vertex.placement.kind !== 'node') ? [id] : [],
  );
}

/** A node's name stands for the clients at it too. */
function named(model: Model, word: VertexId): VertexId[] {
  const at = model.vertices.flatMap((vertex, id) =>
    vertex.kind === 'client' && vertex.placement.kind === 'node' && vertex.placement.vertex === word ? [id] : [],
  );
  return [word, ...at];
}

/** What `cut a -- b` (both) or `cut a -> b` cuts. */
function directionsFrom(model: Model, from: VertexId, to: VertexId, both: boolean): number[] {
  return model.links.flatMap((link, i) => {
    const forward = link.a === from && link.b === to;
    const backward = link.a === to && link.b === from;
    if (both) return forward || backward ? [2 * i, 2 * i + 1] : [];
    return [...(forward ? [2 * i] : []), ...(backward && !link.oneWay ? [2 * i + 1] : [])];
  });
}

function oneOf<T>(list: readonly T[], n: number): T {
  const one = list[n % list.length];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

function turned<T>(list: readonly T[], by: number): T[] {
  return list.map((_, i) => oneOf(list, i + by));
}

/** A design inside a message: `npm run test:all` finds it there and keeps it as a regression. */
export function capFence(text: string): string {
  return `\`\`\`cap\n${text}\n\`\`\``;
}

/** The model as text that parses and resolves to it. */
export function toCap(model: Model): string {
  const name = (id: VertexId): string => model.vertices[id]?.name ?? '?';
  const names = (ids: readonly VertexId[]): string => ids.map(name).join(', ');
  const lines: string[] = [];
  const outside = model.vertices.flatMap((vertex, id) =>
    vertex.kind === 'node' && vertex.zone === undefined ? [id] : [],
  );
  if (outside.length > 0) lines.push(`node ${names(outside)}`);
  for (const vertex of model.vertices) {
    if (vertex.kind === 'zone') lines.push(`zone ${vertex.name} { node ${names(vertex.members)} }`);
    if (vertex.kind === 'router') lines.push(`router ${vertex.name}`);
  }
  for (const vertex of model.vertices) {
    if (vertex.kind !== 'client') continue;
    const { placement, via } = vertex;
    const place =
      placement.kind === 'free' ? '' : ` ${placement.kind === 'zone' ? 'in' : 'at'} ${name(placement.vertex)}`;
    lines.push(`client ${vertex.name}${place}${via.length > 0 ? ` via ${names(via)}` : ''}`);
  }
  for (const link of model.links) {
    if (link.kind !== 'declared') continue;
    const given = link.name === undefined ? '' : `${link.name}: `;
    lines.push(
      `link ${given}${name(link.a)} ${link.oneWay ? '->' : '--'} ` +
        `${name(link.b)}${link.roundTripMs === undefined ? '' : ` ${link.roundTripMs}ms`}`,
    );
  }
  for (const store of model.stores) {
    const members = [
      ...store.replicas.map(name),
      ...store.witnesses.map((id) => `witness ${name(id)}`),
      ...(store.observers ?? []).map(
        ({ node, from }) => `observer ${name(node)}${from === undefined ? '' : ` of ${name(from)}`}`,
      ),
    ].join(', ');
    const clauses = [
      ...(store.choice === undefined ? [] : [`choose ${store.choice}`]),
      `replicate ${replicateText(store.replication, name)}`,
      ...(store.onPartition.kind === 'wait' ? [`on partition wait ${store.onPartition.ms}ms`] : []),
      ...(store.merge === 'lww' ? [] : [`merge ${store.merge}`]),
      ...(store.requires === undefined ? [] : [requiresText(model, store.requires)]),
    ];
    if (store.from !== undefined) {
      lines.push(`store ${store.name} on ${members} { ${derivedText(model, store.from)} }`);
      continue;
    }
    lines.push(`store ${store.name} on ${members} {`, ...clauses.map((clause) => `  ${clause}`), '}');
  }
  for (const { name: service, instances, requires } of model.services)
    lines.push(
      `service ${service} on ${names(instances)}${requires === undefined ? '' : ` { ${requiresText(model, requires)} }`}`,
    );
  const stepText = (step: Step): string => `${step.access} ${model.stores[step.store]?.name ?? '?'}`;
  const levelText = (step: Step): string =>
    step.level === undefined ? '' : ` level ${step.level}${step.boundMs === undefined ? '' : ` ${step.boundMs}ms`}`;
  for (const operation of model.operations) {
    const [first] = operation.steps;
    const services = (operation.through ?? []).map((service) => model.services[service]?.name ?? '?');
    const from = `from ${names(operation.clients)}${services.length === 0 ? '' : ` through ${services.join(', ')}`}`;
    if (operation.composite)
      lines.push(
        `operation ${operation.name} ${from} { ` +
          `${operation.steps.map((step) => stepText(step) + levelText(step)).join('; ')} }`,
      );
    else if (first !== undefined)
      lines.push(`operation ${operation.name}: ${stepText(first)} ${from}${levelText(first)}`);
  }
  for (const partition of model.partitions)
    lines.push(
      `partition ${partition.name} {`,
      ...partitionLines(model, partition, name).map((line) => `  ${line}`),
      '}',
    );
  if (model.families !== DEFAULT_FAMILIES)
    for (const family of model.families) lines.push(`explore any ${familyText(family)}`);
  return `${lines.join('\n')}\n`;
}

function derivedText({ stores }: Model, { store, boundMs, orSource }: Derivation): string {
  const source = stores[store]?.name ?? '?';
  const bound = boundMs === undefined ? '' : ` bounded ${boundMs}ms`;
  return `from ${source}${bound}${orSource === true ? ` else ${source}` : ''}`;
}

function requiresText({ stores, services }: Model, requires: readonly Required[]): string {
  const names = requires.map(({ kind, index }) => (kind === 'store' ? stores : services)[index]?.name ?? '?');
  return `requires ${names.join(', ')}`;
}

function replicateText(replication: Replication, name: (id: VertexId) => string): string {
  switch (replication.scheme) {
    case 'consensus':
      return [
        'consensus',
        ...(replication.leader === undefined ? [] : [`leader ${name(replication.leader)}`]),
        ...(replication.election === undefined ? [] : [replication.election]),
        ...(replication.relay === true ? ['relay'] : []),
        ...(replication.noPreVote === true ? ['no-prevote'] : []),
        ...(replication.stepsDown === true ? ['step-down'] : []),
      ].join(' ');
    case 'primary':
      return [
        `primary ${name(replication.primary)}`,
        replication.inSync !== undefined
          ? `in-sync ${replication.inSync}`
          : `sync ${replication.syncWith?.map(name).join(', ') ?? replication.sync}`,
        ...(replication.weakens === true ? ['weakens'] : []),
        ...(replication.minReplicas === undefined ? [] : [`min-replicas ${replication.minReplicas}`]),
        ...(replication.stepsDown === undefined
          ? []
          : [replication.stepsDown === 'writes' ? 'step-down writes' : 'step-down']),
        `failover ${replication.failover}`,
        ...(replication.election === undefined ? [] : [replication.election]),
        ...(replication.electors === undefined ? [] : [`by ${replication.electors.map(name).join(', ')}`]),
      ].join(' ');
    case 'quorum':
      return `quorum R=${replication.read} W=${replication.write}${replication.sloppy ? ' sloppy' : ''}`;
    case 'any':
      return replication.membership === undefined ? 'any' : `any membership ${replication.membership}`;
  }
}

function partitionLines(model: Model, { fault }: Partition, name: (id: VertexId) => string): string[] {
  const lines: string[] = [];
  for (const groups of fault.groups) {
    // Clients at a node follow it.
    const words = (group: readonly VertexId[]): string =>
      group
        .filter((id) => wordsOfGroups(model).includes(id))
        .map(name)
        .join(', ');
    lines.push(groups.map(words).join(' | '));
  }
  const whole = (directions: readonly number[]): boolean =>
    directions.length > 0 && directions.every((direction) => fault.cutDirections.includes(direction));
  for (const link of model.links) {
    if (whole(directionsFrom(model, link.a, link.b, true))) lines.push(`cut ${name(link.a)} -- ${name(link.b)}`);
    else if (whole(directionsFrom(model, link.a, link.b, false))) lines.push(`cut ${name(link.a)} -> ${name(link.b)}`);
    else if (whole(directionsFrom(model, link.b, link.a, false))) lines.push(`cut ${name(link.b)} -> ${name(link.a)}`);
  }
  const stopped = fault.stopped.filter((id) => !fault.destroyed.includes(id));
  if (stopped.length > 0) lines.push(`down ${stopped.map(name).join(', ')}`);
  // The two ways to write it, each for some.
  const [first, ...others] = fault.destroyed;
  if (first !== undefined) lines.push(`destroy ${name(first)}`);
  if (others.length > 0) lines.push(`down ${others.map(name).join(', ')} destroyed`);
  return [...new Set(lines)];
}

function familyText(family: FaultFamily): string {
  const count = (n: number, one: string): string[] => (n === 0 ? [] : [`${n} ${n === 1 ? one : `${one}s`}`]);
  const links = family.links === 'all' ? ['all links'] : count(family.links, 'link');
  return [
    ...links,
    ...count(family.oneWays, 'one-way'),
    ...count(family.nodes, 'node'),
    ...count(family.zones, 'zone'),
    ...count(family.isolated, 'isolated node'),
    ...(family.apart > 0 ? [`${family.apart} zone apart`] : []),
    ...count(family.pairs, 'pair'),
    ...count(family.destroyedNodes, 'destroyed node'),
    ...count(family.destroyedZones, 'destroyed zone'),
  ].join(', ');
}
