import type { Model, VertexId } from '../../model/model.js';
import { type Design, placePairsOf, remarked } from './design.js';
import { faultChoices, faultNumbers } from './faults.js';
import { fill } from './holes.js';
import { askingMachines } from './requires.js';
import network from './network.pml?raw' with { type: 'text' };

/** The faults, and who reaches whom under the one that was chosen. */
export function networkText(design: Design): string {
  const { model, nodes, clients } = design;
  return fill(network, {
    'nodes, twice': 2 * nodes.length,
    'clients, twice': 2 * (clients.length + askingMachines(design).length),
    vertices: model.vertices.length,
    faults: faultChoices(design),
    'pairs of places': placePairsOf(model).length === 0 ? [] : [`bit apart_as_pair[${placePairsOf(model).length}];`],
    'choice of pairs': pairChoice(design),
    'what relays pass on': relaying(design),
    'clients at machines': hosted(design),
    'who is down with others': down(design).join('\n'),
    hops: model.vertices.map((_, id) => hop(design, id)).join('\n'),
    'links of places': placeLinks(design).join('\n'),
    messages: messages(design).join('\n'),
    'sides of partitions': separations(design).join('\n'),
    'sides of pairs': pairSides(design).join('\n'),
    'who hears whom': [...clients, ...askingMachines(design)].map((asker, c) => hearing(design, asker, c)).join('\n'),
  });
}

/** Any set of pairs of places, and no more than `left` of them. */
function pairChoice({ model }: Design): string[] {
  const count = placePairsOf(model).length;
  if (count === 0) return [];
  return [
    `inline choose_pairs() {
x = 0;
do
:: x == ${count} -> break
:: x < ${count} ->
if
:: left > 0 -> apart_as_pair[x] = 1; left--; pairs++
:: skip
fi;
x++
od;
x = 0
}
`,
  ];
}

/** As often as there are relays: what a relay in reach reaches is reached. */
function relaying({ relays, vertex }: Design): string[] {
  if (relays.length === 0) return [];
  const further = relays.map(vertex).map((v) => `set = set | (has(set, ${v}) -> hop[${v}] : 0);`);
  return ['i = 0;', 'do', `:: i < ${relays.length} ->`, ...further, 'i++', ':: else -> break', 'od;'];
}

/** A client at a node is reached where its machine is. */
function hosted({ model, clients, vertex }: Design): string[] {
  return clients.flatMap((client) => {
    const machine = machineOf(model, client);
    return machine === undefined ? [] : [`set = set | (has(set, ${vertex(machine)}) << ${vertex(client)});`];
  });
}

function machineOf({ vertices }: Model, client: VertexId): VertexId | undefined {
  const vertex = vertices[client];
  return vertex?.kind === 'client' && vertex.placement.kind === 'node' ? vertex.placement.vertex : undefined;
}

/** The clients that are placed in a zone. */
function clientsIn({ model, clients }: Design, zone: VertexId): readonly VertexId[] {
  return clients.filter((client) => {
    const vertex = model.vertices[client];
    return vertex?.kind === 'client' && vertex.placement.kind === 'zone' && vertex.placement.vertex === zone;
  });
}

/** A lost zone takes its nodes and the clients in it along, a stopped machine the clients at it. */
function down(design: Design): string[] {
  const { model, clients, vertex } = design;
  const zones = model.vertices.flatMap((zone, id) => {
    if (zone.kind !== 'zone') return [];
    const inside = design.set([...zone.members, ...clientsIn(design, id)]);
    const disks = design.set(zone.members);
    const gone = `gone = gone | (net == BROKEN && has(destroyedZones, ${vertex(id)}) -> ${disks} : 0);`;
    return [
      gone,
      `running = running & ~(net == BROKEN && has(lostZones | destroyedZones, ${vertex(id)}) -> ${inside} : 0);`,
    ];
  });
  const machines = clients.flatMap((client) => {
    const machine = machineOf(model, client);
    return machine === undefined
      ? []
      : [`running = running & ~(has(running, ${vertex(machine)}) -> 0 : bit(${vertex(client)}));`];
  });
  return [...zones, ...machines];
}

/** Where a message can go from a vertex in one step. */
function hop(design: Design, id: VertexId): string {
  const { model, vertex } = design;
  const ways = model.links.flatMap(({ a, b, oneWay }, l) => [
    ...(a === id ? [`forth(${design.link(l)}, ${vertex(b)})`] : []),
    ...(b === id && !oneWay ? [`back(${design.link(l)}, ${vertex(a)})`] : []),
  ]);
  // The wire between a client in a zone and its switch can't fail.
  const self = model.vertices[id];
  if (self?.kind === 'client' && self.placement.kind === 'zone') ways.push(`bit(${vertex(self.placement.vertex)})`);
  ways.push(...clientsIn(design, id).map((client) => `bit(${vertex(client)})`));
  return (
    `hop[${vertex(id)}] = ` + `${ways.length === 0 ? '0' : `(has(running, ${vertex(id)}) -> ${ways.join(' | ')} : 0)`};`
  );
}

function messages({ model, nodes, clients, vertex }: Design): string[] {
  return [...nodes, ...clients].map((id) => `message(${vertex(id)}, ${vertex(machineOf(model, id) ?? id)});`);
}

/** No message passes between two groups of a named partition. */
function separations(design: Design): string[] {
  const { firstPartition } = faultNumbers(design.model);
  return design.model.partitions.flatMap(({ name, fault }, p) => {
    const lines = fault.groups.flatMap((groups) => groups.flatMap((group) => parted(design, group, groups)));
    const guard = remarked(`:: net == BROKEN && fault == ${firstPartition + p} ->`, `partition ${name}`);
    return lines.length === 0 ? [] : [['if', guard, lines.join(';\n'), ':: else', 'fi;'].join('\n')];
  });
}

/** Of a node that is isolated every link is cut, of a zone that is apart every link that leaves it. */
function placeLinks({ model, vertex, linkSet }: Design): string[] {
  const inside = (zone: VertexId, id: VertexId): boolean => id === zone || zoneAround(model, id) === zone;
  return model.vertices.flatMap(({ kind }, id) => {
    if (kind !== 'node' && kind !== 'zone') return [];
    const out = model.links.flatMap(({ a, b }, l) =>
      (kind === 'node' ? a === id || b === id : inside(id, a) !== inside(id, b)) ? [l] : [],
    );
    if (out.length === 0) return [];
    const broken = kind === 'node' ? 'isolated' : 'apart';
    const cut = `(net == BROKEN && has(${broken}, ${vertex(id)}) -> ${linkSet(out)} : 0)`;
    return [`open_forth = open_forth & ~${cut};`, `open_back = open_back & ~${cut};`];
  });
}

/** The zone of a node, or of a client in it or at one of its nodes. */
function zoneAround(model: Model, id: VertexId): VertexId | undefined {
  const vertex = model.vertices[id];
  if (vertex?.kind === 'node') return vertex.zone;
  if (vertex?.kind !== 'client' || vertex.placement.kind === 'free') return undefined;
  return vertex.placement.kind === 'zone' ? vertex.placement.vertex : zoneAround(model, vertex.placement.vertex);
}

/** What is in one place of a pair does not arrive in the other. */
function pairSides(design: Design): string[] {
  const { model, nodes, clients } = design;
  const inPlace = (place: VertexId): VertexId[] =>
    [...nodes, ...clients].filter(
      (id) => id === place || machineOf(model, id) === place || zoneAround(model, id) === place,
    );
  return placePairsOf(model).flatMap(([one, other], p) => {
    const groups = [inPlace(one), inPlace(other)];
    const lines = groups.flatMap((group) => parted(design, group, groups));
    return lines.length === 0
      ? []
      : [['if', `:: net == BROKEN && apart_as_pair[${p}] ->`, lines.join(';\n'), ':: else', 'fi;'].join('\n')];
  });
}

/** What the members of a group send does not arrive in the other groups. */
function parted(design: Design, group: readonly VertexId[], groups: readonly (readonly VertexId[])[]): string[] {
  const { nodes, clients, vertex } = design;
  const others = groups.filter((other) => other !== group).flat();
  if (others.length === 0) return [];
  return group
    .filter((id) => nodes.includes(id) || clients.includes(id))
    .map((id) => `to[${vertex(id)}] = to[${vertex(id)}] & ~${design.set(others)}`);
}

function hearing({ nodes, vertex }: Design, asker: VertexId, c: number): string {
  const at = `net * ASKERS + ${c}`;
  const answers = nodes.map((node) => `(has(to[${vertex(node)}], ${vertex(asker)}) << ${vertex(node)})`);
  return `hears[${at}] = to[${vertex(asker)}] & EVERY_NODE;
answers[${at}] = ${answers.join(' | ')};`;
}
