import { visible } from '../render/print/visible.js';
import { storeRoleOf, type Cluster } from './clusters.js';
import type { Part } from './deployment.js';
import type { Names } from './names.js';
import { place } from './place.js';
import { presetOf } from './products.js';

/** A store with the reason for it and what was guessed about it, each in a comment above it. */
export function storeLines(
  cluster: Cluster,
  all: readonly Cluster[],
  parts: readonly Part[],
  names: Names,
): readonly string[] {
  const nodes = cluster.members.flatMap((part) => names.nodes(part));
  const witnesses = cluster.witnesses.flatMap((part) => names.nodes(part)).map((node) => `witness ${node}`);
  const { clauses, why } = choiceOf(cluster, all, parts, names);
  const shown = cluster.members.flatMap((member) => storeRoleOf(member)?.why ?? []);
  return [
    ...shown.map(({ origin, text }) => `// ${place(origin)}: ${visible(text)}`),
    ...(cluster.members.length > 1 ? ['// guess: by their names these are one cluster.'] : []),
    ...why.map((text) => `// guess: ${visible(text)}.`),
    `store ${names.store(cluster)} on ${[...nodes, ...witnesses].join(', ')} { ${clauses} }`,
  ];
}

interface Choice {
  readonly clauses: string;
  /** What the file does not say of it. */
  readonly why: readonly string[];
}

function choiceOf(cluster: Cluster, all: readonly Cluster[], parts: readonly Part[], names: Names): Choice {
  const { product, members, electors } = cluster;
  const evidence = members.flatMap((member) => storeRoleOf(member)?.evidence ?? []).join(' ');
  const preset = presetOf(product, evidence);
  if (product.isDerived === true) return derivedChoice(cluster, all, parts, names);
  const nodes = members.flatMap((part) => names.nodes(part));
  const voters = electors.flatMap((part) => names.nodes(part));
  if (voters.length > 0)
    return {
      clauses: `replicate primary ${nodes[0]} async failover automatic by ${voters.join(', ')}`,
      why: [`the other servers of ${product.name} elect its primary, which is ${members[0]?.name} at first`],
    };
  if (nodes.length === 1)
    return { clauses: 'choose CP', why: [`${product.name} has one copy here, so no replication is described`] };
  if (preset === undefined)
    return {
      clauses: `replicate primary ${nodes[0]} async`,
      why: [`how ${product.name} replicates is not known here: ${members[0]?.name} leads, the others follow later`],
    };
  const others = product.presets.map(({ name }) => name).filter((name) => name !== preset.name);
  const why = preset.isGuess ? [`${preset.name}; its settings do not say so. Or: ${others.join(', ')}`] : [];
  return { clauses: `like ${preset.name}`, why };
}

/** Of a cache: the only store that those who use it use beside it, or that it uses itself. */
function derivedChoice(
  { product, members }: Cluster,
  all: readonly Cluster[],
  parts: readonly Part[],
  names: Names,
): Choice {
  const own = members.map(({ name }) => name);
  const asking = parts.filter(({ name, uses }) => own.includes(name) || uses.some(({ part }) => own.includes(part)));
  const beside = all.filter(
    (other) =>
      other.product.isDerived !== true &&
      other.members.some(({ name }) => asking.some(({ uses }) => uses.some(({ part }) => part === name))),
  );
  const [source] = beside;
  const preset = product.presets[0]?.name;
  if (source === undefined || beside.length > 1 || preset === undefined)
    return {
      clauses: 'choose AP',
      why: [`${product.name} is a cache: what it is filled \`from\` is not known here`],
    };
  return {
    clauses: `from ${names.store(source)} like ${preset}`,
    why: [`${product.name} is filled from ${source.name}, the only store beside it`],
  };
}
