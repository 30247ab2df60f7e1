import { type Model, parseDesign, resolve } from '../core/src/index.js';
import { stoppedBy } from './cuts.js';
import type { System } from './systems/system.js';

/** A client as the rows name it: p1 keeps to n1, r1 is beside n1 and goes on to others, x is on no machine of theirs. */
export interface Client {
  readonly name: string;
  readonly at?: string;
  readonly via?: string;
}

/** The experiment as a design: the system, its clients, and one partition with these links cut. */
export function designOf(system: System, links: readonly string[]): string {
  const nodes = Array.from({ length: system.members }, (_, i) => `n${i + 1}`);
  const clients = clientsOf(system, nodes);
  const from = clients.map(({ name }) => name).join(', ');
  const operations = (access: string, levels: System['reads']): string[] =>
    Object.entries(levels).map(([name, level]) => {
      const words = level === '' ? '' : ` level ${/^[\w-]+$/.test(level) ? level : `"${level}"`}`;
      return `operation ${name}: ${access} s${words} from ${from}`;
    });
  return `${[
    `node ${nodes.join(', ')}`,
    `mesh ${nodes.join(', ')} 1ms`,
    ...clients.flatMap(({ name, at, via }) => [
      `client ${name}${at === undefined ? '' : ` at ${at}`}${via === undefined ? '' : ` via ${via}`}`,
      ...(at === undefined ? nodes.map((node) => `link ${name} -- ${node} 1ms`) : []),
    ]),
    `store s on ${nodes.join(', ')} { ${system.store} }`,
    ...operations('write', system.writes),
    ...operations('read', system.reads),
    ...(links.length === 0 ? [] : ['partition broken {', ...links.map((link) => `  ${clauseOf(link)}`), '}']),
  ].join('\n')}\n`;
}

/** The clients of one design, in the order in which they are declared. */
export function clientsOf({ outside, hasRoamers }: System, nodes: readonly string[]): Client[] {
  return [
    ...nodes.map((node) => ({ name: node.replace('n', 'p'), at: node, via: node })),
    ...(hasRoamers ? nodes.map((node) => ({ name: node.replace('n', 'r'), at: node })) : []),
    outside === 'pinned' ? { name: 'x', via: 'n1' } : { name: 'x' },
  ];
}

/** "n1--n2" or "n1 down" as the language writes it. */
function clauseOf(link: string): string {
  const stopped = stoppedBy([link]);
  return stopped.length > 0 ? `down ${stopped.join()}` : `cut ${link.replace(/(--|->)/, ' $1 ')}`;
}

export function modelOf(text: string): Model {
  const { model, diagnostics } = resolve(parseDesign('broken.cap', text, () => ({ kind: 'missing' })));
  const mistakes = diagnostics.filter(({ severity }) => severity === 'error');
  if (mistakes.length > 0) throw new Error(`${mistakes.map(({ message }) => message).join('; ')}\n${text}`);
  return model;
}
