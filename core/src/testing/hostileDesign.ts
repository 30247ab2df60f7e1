import { padEnd, visible, width } from '../render/print/visible.js';

/**
 * Names with another meaning wherever they are not treated as text: HTML, Markdown, links that run a command, icons,
 * properties that every object has, terminal control sequences, marks that reverse a line, ends of quotes and comments,
 * and line breaks followed by a line that looks like output of the program.
 */
export const HOSTILE_NAMES = {
  zoneA: '<img src=x onerror=alert(1)>',
  zoneB: '[click](command:workbench.action.quit)',
  nodeA: '__proto__',
  nodeB: '\u001B[31mred\u001B]0;title\u0007',
  nodeC: 'a\u202Eb\u2066c\u200Fd',
  router: '$(trash) `code` **bold** ~~gone~~',
  clientA: '\\"; } ]) \\',
  clientB: 'constructor',
  link: '-->|x| "]; end %% subgraph',
  storeA: '<script>alert("1")</script>',
  storeB: '*/ printf("%s%n") /*',
  operationA: 'x\nFORGED: all is well\n# heading',
  operationB: '&lt;b&gt; &#60; #60; </b><!--',
  operationC: '| cell | ![i](https://x.test/i.png) <https://x.test>',
  partition: 'p\u009B31m\u2028FORGED\u0085\tz',
  reason: '</td><a href="javascript:alert(1)">\u202E[x](command:y)\u001B[2J',
  // For messages about an unknown name.
  unknown: '<u>\u202Enobody</u>\u001B[1m',
} as const;

type Names = Readonly<Record<keyof typeof HOSTILE_NAMES, string>>;

/** Names of the same width without any special meaning. */
export const TAME_NAMES: Names = Object.fromEntries(
  Object.entries(HOSTILE_NAMES).map(([kind, name], i) => [
    kind,
    padEnd(`q${String.fromCharCode(97 + i)}`, width(visible(name))).replaceAll(' ', 'q'),
  ]),
) as unknown as Names;

/** A name as it is written in a design. */
export function written(name: string): string {
  return `"${name.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
}

/**
 * A design with a name in each place where one may stand, with every kind of verdict, an expectation of each status,
 * and needs that are given and broken.
 */
export function namedDesign(names: Names): string {
  const n = Object.fromEntries(Object.entries(names).map(([kind, name]) => [kind, written(name)])) as unknown as Names;
  return `zone ${n.zoneA} { node ${n.nodeA}, ${n.nodeB} }
zone ${n.zoneB} { node ${n.nodeC} }
router ${n.router}
link ${n.link}: ${n.zoneA} -- ${n.router} 80ms
link ${n.router} -- ${n.zoneB} 10ms
link ${n.zoneA} -> ${n.zoneB}
client ${n.clientA} in ${n.zoneA}
client ${n.clientB} in ${n.zoneB} via ${n.nodeC}
store ${n.storeA} on ${n.nodeA}, ${n.nodeB}, ${n.nodeC} { replicate primary ${n.nodeA} async failover automatic }
store ${n.storeB} on ${n.nodeA}, ${n.nodeC} { choose AP merge siblings }
operation ${n.operationA}: write ${n.storeA} from ${n.clientA}, ${n.clientB}
operation ${n.operationB}: read ${n.storeB} from ${n.clientA}, ${n.clientB} needs linearizable, eventual
operation ${n.operationC} from ${n.clientB} {
  write ${n.storeB}
  read ${n.storeA} level local
}
partition ${n.partition} {
  ${n.zoneA} | ${n.zoneB}
  cut ${n.link}
  down ${n.nodeB}
}
expect ${n.operationA} from ${n.clientB} ok under ${n.partition}
expect ${n.operationB} never lost
expect ${n.operationA} never lost
accept stale on ${n.operationB} ${n.reason}
accept lost on ${n.operationB} ${n.reason}
`;
}

/** The same with mistakes about every kind of name in it. */
export function mistakenDesign(names: Names): string {
  const n = Object.fromEntries(Object.entries(names).map(([kind, name]) => [kind, written(name)])) as unknown as Names;
  return `${namedDesign(names)}
include ${n.unknown}
include "missing.cap"
node ${n.nodeA}
link ${n.nodeB} -- ${n.unknown}
link ${n.link}: ${n.nodeB} -- ${n.nodeB}
client ${n.unknown} in ${n.nodeA} via ${n.zoneA}
store ${n.unknown} on ${n.clientA}, ${n.nodeC}, ${n.nodeC} { choose ${n.unknown} replicate ${n.unknown} merge ${n.unknown} like ${n.unknown} }
store ${n.storeB} on ${n.nodeA} { choose CA }
operation ${n.operationA}: write ${n.unknown} from ${n.clientA} level ${n.unknown} needs ${n.unknown}
operation ${n.reason}: read ${n.storeA} from ${n.nodeA}
partition ${n.partition} { ${n.unknown} | ${n.zoneB} }
partition ${n.reason} { isolate ${n.storeA} cut ${n.unknown} down ${n.zoneA} }
expect ${n.unknown} ok under ${n.unknown}
expect ${n.operationA} ${n.unknown} from ${n.nodeC}
accept ${n.unknown} on ${n.operationA} ${n.reason}
zome ${n.unknown} {
`;
}
