import type { FaultFamily, Model, VertexId } from '../../model/model.js';
import { leavesOutHealthy, familyText } from '../../network/families.js';
import { comment, type Design } from './design.js';

/** Which fault is chosen: the first `families` numbers are families, then the healthy network where no family has it, then named partitions. */
export interface Choices {
  readonly healthyApart: boolean;
  readonly firstPartition: number;
}

export function faultChoices(model: Model): Choices {
  const healthyApart = model.families.every(leavesOutHealthy);
  return { healthyApart, firstPartition: model.families.length + (healthyApart ? 1 : 0) };
}

/** The faults, and who reaches whom under the one that was chosen. */
export function networkText(design: Design): string {
  return `/* ---- The network: what may break, and who reaches whom then. ---- */

byte fault;        /* the family that the fault is taken from, or the named partition */
int cutLinks;      /* links that are cut both ways */
int cutForth;      /* links that are cut from their first end to their second only */
int cutBack;       /* and the other way round only */
int stopped;
int lostZones;

int running;               /* who is up */
int connected[${2 * design.nodes.length}];        /* of a node: those that messages pass to and from, itself if it is up; on the healthy network, then on the broken one */
int hears[${2 * design.clients.length}];            /* of a client: the nodes that get its requests */
int answers[${2 * design.clients.length}];          /* and those whose replies get to it */

byte x;            /* counts while something is chosen */
byte left;         /* how much more may be chosen */

/* Any set of what is in 'among', and no more than 'left' of it. */
inline choose_some(chosen, among) {
  x = 0;
  do
  :: x == ${WORD} || (among >> x) == 0 -> break
  :: else ->
     if
     :: has(among, x) && left > 0 -> chosen = chosen | bit(x); left--
     :: skip
     fi;
     x++
  od;
  x = 0
}

inline break_the_network() {
  atomic {
${faults(design)}
  }
}

hidden int open_forth, open_back, set;
hidden int hop[${design.model.vertices.length}];        /* where a message can go from there in one step */
hidden int to[${design.model.vertices.length}];         /* where it arrives at last: inner stops are zone switches and routers only */
hidden byte i, j;

#define forth(link, end) (has(open_forth, link) << (end))
#define back(link, end) (has(open_back, link) << (end))

inline message(from, start) {
  set = bit(start) | hop[start];
${closure(design)}${hosted(design)}  to[from] = (has(running, from) -> set & running : 0)
}

inline connect(net) {
  d_step {
    open_forth = EVERY_LINK & (net == HEALTHY -> EVERY_LINK : ~(cutLinks | cutForth));
    open_back = EVERY_LINK & (net == HEALTHY -> EVERY_LINK : ~(cutLinks | cutBack));
    running = EVERYBODY & (net == HEALTHY -> EVERYBODY : ~(stopped | lostZones));
${down(design)}
${hops(design)}
${messages(design)}
${separations(design)}
    i = 0;
    do
    :: i < NODES ->
       on(net, i) = 0;
       j = 0;
       do
       :: j < NODES -> on(net, i) = on(net, i) | ((has(to[i], j) & has(to[j], i)) << j); j++
       :: else -> break
       od;
       i++
    :: else -> break
    od;
${design.clients.map((client, c) => ends(design, client, c)).join('\n')}
    set = 0; i = 0; j = 0; open_forth = 0; open_back = 0
  }
}

/* 'set', and who is connected to it over others of 'members'. */
inline grow(net, members) {
  i = 0;
  do
  :: i < NODES ->
     j = 0;
     do
     :: j < NODES -> set = set | (has(set, j) -> on(net, j) & (members) : 0); j++
     :: else -> break
     od;
     i++
  :: else -> break
  od
}
`;
}

/** Bits that a set may have. */
const WORD = 31;

function faults(design: Design): string {
  const { model } = design;
  const { healthyApart, firstPartition } = faultChoices(model);
  const lines = model.families.map((family, f) => familyChoice(design, family, f));
  if (healthyApart) lines.push(`    :: fault = ${model.families.length}         /* the healthy network */`);
  model.partitions.forEach(({ name, fault }, p) => {
    const links = (odd: number): string =>
      linkSet(
        design,
        model.links.flatMap((_, link) => (fault.cutDirections.includes(2 * link + odd) ? [link] : [])),
      );
    lines.push(
      `    :: fault = ${firstPartition + p}; cutForth = ${links(0)}; cutBack = ${links(1)}; stopped = ${design.set(fault.stopped)}         ${comment(`partition ${name}`)}`,
    );
  });
  return ['    if', ...lines, '    fi'].join('\n');
}

function familyChoice(design: Design, family: FaultFamily, f: number): string {
  const { model } = design;
  const choices: string[] = [];
  const twoWay = linkSet(
    design,
    model.links.flatMap((link, i) => (link.oneWay ? [] : [i])),
  );
  const zones = model.vertices.flatMap((vertex, id) => (vertex.kind === 'zone' ? [id] : []));
  if (family.links !== 0)
    choices.push(
      `left = ${family.links === 'all' ? model.links.length : Math.min(family.links, model.links.length)}; choose_some(cutLinks, EVERY_LINK)`,
    );
  if (family.oneWays > 0)
    choices.push(
      `left = ${Math.min(family.oneWays, 2 * model.links.length)}; choose_some(cutForth, ${twoWay}); choose_some(cutBack, ${twoWay})`,
    );
  if (family.nodes > 0)
    choices.push(`left = ${Math.min(family.nodes, design.nodes.length)}; choose_some(stopped, EVERY_NODE)`);
  if (family.zones > 0)
    choices.push(`left = ${Math.min(family.zones, zones.length)}; choose_some(lostZones, ${design.set(zones)})`);
  const something = leavesOutHealthy(family)
    ? ';\n       if :: (cutForth | cutBack | stopped | lostZones) == 0 -> goto done :: else fi'
    : '';
  return `    :: fault = ${f};         ${comment(familyText(model, family))}\n       ${choices.join(';\n       ')}${something};\n       left = 0`;
}

function linkSet(design: Design, links: readonly number[]): string {
  return links.length === 0 ? '0' : `(${links.map((link) => `bit(${design.links[link] ?? ''})`).join(' | ')})`;
}

function name(design: Design, id: VertexId): string {
  return design.vertices[id] ?? '';
}

/** As often as there are relays: whatever a relay in reach reaches is reached. */
function closure(design: Design): string {
  const { relays } = design;
  if (relays.length === 0) return '';
  const further = relays
    .map((id) => `     set = set | (has(set, ${name(design, id)}) -> hop[${name(design, id)}] : 0);`)
    .join('\n');
  return `  i = 0;\n  do\n  :: i < ${relays.length} ->\n${further}\n     i++\n  :: else -> break\n  od;\n`;
}

/** A client at a node is reached where its machine is. */
function hosted(design: Design): string {
  return design.clients
    .flatMap((client) => {
      const machine = machineOf(design.model, client);
      return machine === undefined
        ? []
        : [`  set = set | (has(set, ${name(design, machine)}) << ${name(design, client)});\n`];
    })
    .join('');
}

function machineOf(model: Model, client: VertexId): VertexId | undefined {
  const vertex = model.vertices[client];
  return vertex?.kind === 'client' && vertex.placement.kind === 'node' ? vertex.placement.vertex : undefined;
}

/** A lost zone takes its nodes and the clients in it along, a stopped machine the clients at it. */
function down(design: Design): string {
  const { model } = design;
  const lines = model.vertices.flatMap((vertex, id) => {
    if (vertex.kind !== 'zone') return [];
    const inside = design.clients.filter((client) => {
      const one = model.vertices[client];
      return one?.kind === 'client' && one.placement.kind === 'zone' && one.placement.vertex === id;
    });
    return [
      `    running = running & ~(net == BROKEN && has(lostZones, ${name(design, id)}) -> ${design.set([...vertex.members, ...inside])} : 0);`,
    ];
  });
  for (const client of design.clients) {
    const machine = machineOf(model, client);
    if (machine !== undefined)
      lines.push(
        `    running = running & ~(has(running, ${name(design, machine)}) -> 0 : bit(${name(design, client)}));`,
      );
  }
  return lines.join('\n');
}

function hops(design: Design): string {
  const { model } = design;
  return model.vertices
    .map((vertex, id) => {
      const ways = model.links.flatMap((link, l) => [
        ...(link.a === id ? [`forth(${design.links[l] ?? ''}, ${name(design, link.b)})`] : []),
        ...(link.b === id && !link.oneWay ? [`back(${design.links[l] ?? ''}, ${name(design, link.a)})`] : []),
      ]);
      // The wire of a client in a zone can't fail.
      if (vertex.kind === 'client' && vertex.placement.kind === 'zone')
        ways.push(`bit(${name(design, vertex.placement.vertex)})`);
      if (vertex.kind === 'zone') {
        for (const client of design.clients) {
          const one = model.vertices[client];
          if (one?.kind === 'client' && one.placement.kind === 'zone' && one.placement.vertex === id)
            ways.push(`bit(${name(design, client)})`);
        }
      }
      return `    hop[${name(design, id)}] = ${ways.length === 0 ? '0' : `(has(running, ${name(design, id)}) -> ${ways.join(' | ')} : 0)`};`;
    })
    .join('\n');
}

function messages(design: Design): string {
  return [...design.nodes, ...design.clients]
    .map((id) => `    message(${name(design, id)}, ${name(design, machineOf(design.model, id) ?? id)});`)
    .join('\n');
}

/** No message passes between two groups of a named partition. */
function separations(design: Design): string {
  const { firstPartition } = faultChoices(design.model);
  return design.model.partitions
    .flatMap(({ name: called, fault }, p) => {
      const speaks = (id: VertexId): boolean => design.nodes.includes(id) || design.clients.includes(id);
      const lines = fault.groups.flatMap((groups) =>
        groups.flatMap((group) => {
          const others = groups.filter((other) => other !== group).flat();
          return others.length === 0
            ? []
            : group
                .filter(speaks)
                .map((id) => `       to[${name(design, id)}] = to[${name(design, id)}] & ~${design.set(others)}`);
        }),
      );
      return lines.length === 0
        ? []
        : [
            `    if\n    :: net == BROKEN && fault == ${firstPartition + p} ->         ${comment(`partition ${called}`)}\n${lines.join(';\n')}\n    :: else\n    fi;`,
          ];
    })
    .join('\n');
}

function ends(design: Design, client: VertexId, c: number): string {
  const at = `net * CLIENTS + ${c}`;
  return `    hears[${at}] = to[${name(design, client)}] & EVERY_NODE;
    answers[${at}] = ${design.nodes.map((node) => `(has(to[${name(design, node)}], ${name(design, client)}) << ${name(design, node)})`).join(' | ')};`;
}
