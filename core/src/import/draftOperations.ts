import { nameText } from '../model/nameText.js';
import { visible } from '../render/print/visible.js';
import type { Cluster } from './clusters.js';
import { isClient, type Deployment, type Part, type Reason } from './deployment.js';
import type { Names } from './names.js';
import { place } from './place.js';

/** The most pairs of operations that a draft has; what comes after them is counted in a comment. */
const MOST_OPERATIONS = 100;

/**
 * A read and a write for each way from a client to a store: the shortest over services. What a file says is that a
 * service knows a store, not what it does there, so all of them are guesses.
 */
export function operationLines(deployment: Deployment, clusters: readonly Cluster[], names: Names): readonly string[] {
  const all = starts(deployment, names);
  const ways = all.flatMap((start) => waysFrom(start, deployment, clusters));
  const shown = ways.slice(0, MOST_OPERATIONS);
  const used = new Set(ways.map(({ cluster }) => cluster));
  const unused = clusters.filter((cluster) => !used.has(cluster));
  return [
    ...shown.flatMap((way) => linesOf(way, ways, names)),
    ...(ways.length > shown.length ? [`// ${ways.length - shown.length} further ways to stores are left out.`] : []),
    ...unused.flatMap((cluster) => unusedLines(cluster, all[0], names)),
  ];
}

function unusedLines(cluster: Cluster, start: Start | undefined, names: Names): readonly string[] {
  const says = `// Nothing in the file says who uses ${visible(cluster.name)}.`;
  if (start === undefined) return [says];
  const { client, first } = start;
  const through = first === undefined ? '' : ` through ${names.service(first)}`;
  return [
    `${says} If ${visible(start.part.name)} does:`,
    `// operation ${nameText(`read-${cluster.name}`)}: read ${names.store(cluster)} from ${client}${through}`,
  ];
}

/** A client, and the part that it asks or is. */
interface Start {
  readonly client: string;
  /** Absent: the client is the part, and runs no instance. */
  readonly first?: Part;
  readonly part: Part;
}

interface Way {
  readonly start: Start;
  readonly through: readonly Part[];
  readonly cluster: Cluster;
  readonly why: Reason;
}

function starts(deployment: Deployment, names: Names): readonly Start[] {
  return deployment.parts.flatMap((part): readonly Start[] => {
    if (isClient(part, deployment)) return [{ client: names.client(part), part }];
    if (part.role.kind === 'service' && part.published !== undefined)
      return [{ client: names.users, first: part, part }];
    return [];
  });
}

/** Breadth first, so the first way to a store is a shortest one. */
function waysFrom(start: Start, { parts }: Deployment, clusters: readonly Cluster[]): readonly Way[] {
  const byName = new Map(parts.map((part) => [part.name, part]));
  const clusterOf = new Map(
    clusters.flatMap((cluster) =>
      [...cluster.members, ...cluster.witnesses, ...cluster.electors].map((part) => [part, cluster] as const),
    ),
  );
  const found = new Map<Cluster, Way>();
  const seen = new Set([start.part]);
  const queue = [{ part: start.part, through: start.first === undefined ? [] : [start.first] }];
  for (const { part, through } of queue) {
    for (const { part: name, why } of part.uses) {
      const next = byName.get(name);
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      const cluster = clusterOf.get(next);
      if (cluster !== undefined && !found.has(cluster)) found.set(cluster, { start, through, cluster, why });
      if (next.role.kind === 'service') queue.push({ part: next, through: [...through, next] });
    }
  }
  return [...found.values()];
}

function linesOf({ start, through, cluster, why }: Way, all: readonly Way[], names: Names): readonly string[] {
  const store = names.store(cluster);
  const isOnly = all.filter((way) => way.cluster === cluster).length === 1;
  const prefix = isOnly ? '' : `${start.part.name}-`;
  const services = through.map((part) => names.service(part)).join(', ');
  const access = (verb: string): string =>
    `operation ${names.operation(`${prefix}${verb}-${cluster.name}`)}: ${verb} ${store} from ${start.client}` +
    `${services === '' ? '' : ` through ${services}`}`;
  const verbs = cluster.product.isDerived === true ? ['read'] : ['read', 'write'];
  return [`// guess: ${visible(why.text)} (${place(why.origin)})`, ...verbs.map(access)];
}
