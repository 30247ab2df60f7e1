import constants from './constants.pml?raw' with { type: 'text' };
import { askText, type Design, remarked } from './design.js';
import { fill } from './holes.js';
import { askingMachines } from './requires.js';

/** The names of the design as numbers, and what is asked of sets. */
export function constantsText(design: Design): string {
  const { model, nodes, clients } = design;
  const hasZones = model.vertices.some(({ kind }) => kind === 'zone');
  return fill(constants, {
    names: names(design),
    nodes: hasZones ? remarked(String(nodes.length), 'they come first') : nodes.length,
    clients: clients.length,
    askers: remarked(
      String(clients.length + askingMachines(design).length),
      'clients, and machines that ask for others',
    ),
    stores: Math.max(1, model.stores.length),
    everybody: 2 ** model.vertices.length - 1,
    'every node': 2 ** nodes.length - 1,
    'every link': 2 ** model.links.length - 1,
    'how many of the nodes': nodes.map((id) => `has(these, ${id})`).join(' + '),
  });
}

/** Each thing of the design with its index in the model, and what it is. */
function names(design: Design): string[] {
  const { model, asks } = design;
  const defined = (identifier: string, index: number, what: string): string =>
    remarked(`#define ${identifier} ${index}`, what);
  return [
    ...model.vertices.map(({ kind, name }, id) => defined(design.vertex(id), id, `${kind} ${name}`)),
    ...model.links.map(({ label }, l) => defined(design.link(l), l, label)),
    ...model.stores.map(({ name }, s) => defined(design.store(s), s, `store ${name}`)),
    ...model.services.map(({ name }, v) => defined(design.service(v), v, `service ${name}`)),
    ...model.operations.map(({ name }, o) => defined(design.operation(o), o, `operation ${name}`)),
    ...asks.map((ask, a) => defined(design.ask(a), a, askText(model, ask))),
  ];
}
