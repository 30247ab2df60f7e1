import { applyEdits } from '../ide/applyEdits.js';
import { format } from '../ide/format.js';
import { visible } from '../render/print/visible.js';
import { clustersOf } from './clusters.js';
import { isClient, type Deployment, type Origin, type Part } from './deployment.js';
import { operationLines } from './draftOperations.js';
import { storeLines } from './draftStore.js';
import { MOST_COPIES, Names } from './names.js';
import { place } from './place.js';

/** A design made of what a file says. */
export interface Draft {
  /** As *Format Document* would write it. */
  readonly text: string;
  /** What a design of the same system should have, too, with where the file says so. */
  readonly zones: readonly (Drafted & { readonly isGuess: boolean })[];
  readonly services: readonly Drafted[];
  readonly stores: readonly (Drafted & { readonly replicas: number })[];
}

export interface Drafted {
  readonly name: string;
  readonly origin: Origin;
}

/** More zones than these are joined by one router instead of a link between each two. */
const FEW_ZONES = 8;

/** `product`: of the format, "Docker Compose". */
export function draftOf(deployment: Deployment, product: string): Draft {
  const names = new Names(deployment);
  const clusters = clustersOf(deployment.parts);
  const services = deployment.parts.filter((part) => part.role.kind === 'service' && !isClient(part, deployment));
  const files = [...new Set(deployment.parts.map(({ origin }) => origin.file))].map(visible).join(', ');
  const lines = [
    `// A draft of ${files} (${product}) by netsplit import.`,
    '// Lines that begin with "guess" say more than the file does: check them, then delete the comments.',
    '',
    ...networkLines(deployment, names),
    '',
    ...clientLines(deployment, names),
    ...services.flatMap((part) => serviceLine(part, names)),
    '',
    ...clusters.flatMap((cluster) => storeLines(cluster, clusters, deployment.parts, names)),
    '',
    ...operationLines(deployment, clusters, names),
    '',
    ...deployment.notes.map(({ origin, text }) => `// ${place(origin)}: ${visible(text)}.`),
    '// The file does not say how far apart machines are (`link a -- b 80ms`), how partitions look',
    '// (`partition ocean { a | b }`), and what you rely on (`expect OPERATION available under any 1 node`).',
    '',
  ];
  const text = lines.join('\n');
  return {
    text: applyEdits(text, format(text)),
    zones: deployment.zones.map(({ name, origin, guess }) => ({ name, origin, isGuess: guess !== undefined })),
    services: services.map(({ name, origin }) => ({ name, origin })),
    stores: clusters.map(({ name, members }) => ({
      name,
      origin: members[0]?.origin ?? { file: '', line: 0 },
      replicas: members.reduce((sum, { copies }) => sum + copies, 0),
    })),
  };
}

function networkLines(deployment: Deployment, names: Names): readonly string[] {
  const machines = deployment.parts.filter((part) => !isClient(part, deployment));
  const zones = deployment.zones.flatMap(({ name, origin, guess }) => {
    const nodes = machines.flatMap((part) => nodeLine(part, names.nodesIn(part, name)));
    const why = guess === undefined ? [] : [`// guess: ${visible(guess)}.`];
    if (nodes.length === 0) return [...why, `zone ${names.zone(name)} { } // ${place(origin)}`];
    return [...why, `zone ${names.zone(name)} { // ${place(origin)}`, ...nodes, '}'];
  });
  const attached = machines
    .filter(isAttached)
    .flatMap((part) => [
      ...nodeLine(part, names.nodes(part)),
      ...names.nodes(part).flatMap((node) => part.zones.map((zone) => `link ${node} -- ${names.zone(zone)}`)),
    ]);
  const loose = machines
    .filter(({ zones: own }) => own.length === 0)
    .flatMap((part) => nodeLine(part, names.nodes(part)));
  return [...zones, ...attached, ...loose, ...zoneLinks(deployment, names)];
}

/** A machine on several networks at once. */
export function isAttached({ zones, isSpread }: Part): boolean {
  return zones.length > 1 && !isSpread;
}

function nodeLine(part: Part, nodes: readonly string[]): readonly string[] {
  if (nodes.length === 0) return [];
  const guess = part.copiesGuess === undefined ? '' : `, guess: ${visible(part.copiesGuess)}`;
  const more = part.copies > MOST_COPIES ? `, ${part.copies} of them, ${MOST_COPIES} are drawn` : '';
  return [`node ${nodes.join(', ')} // ${place(part.origin)}${guess}${more}`];
}

function zoneLinks({ zones, areZonesConnected }: Deployment, names: Names): readonly string[] {
  if (!areZonesConnected || zones.length < 2) return [];
  const all = zones.map(({ name }) => names.zone(name));
  if (zones.length <= FEW_ZONES) return ['// guess: every zone reaches every other.', `mesh ${all.join(', ')}`];
  const router = names.router;
  return [
    '// guess: every zone reaches every other.',
    `router ${router}`,
    ...all.map((zone) => `link ${zone} -- ${router}`),
  ];
}

function clientLines(deployment: Deployment, names: Names): readonly string[] {
  const published = deployment.parts.filter((part) => part.published !== undefined && part.role.kind === 'service');
  const first = published[0]?.published;
  const outside = first === undefined ? [] : outsideLines(published, first, names);
  const own = deployment.parts
    .filter((part) => isClient(part, deployment))
    .flatMap((part) => {
      const [zone, ...others] = part.zones;
      const name = names.client(part);
      if (zone !== undefined && (others.length === 0 || part.isSpread))
        return [`client ${name} in ${names.zone(zone)} // ${place(part.origin)}`];
      const reached = zone === undefined ? zonesUsed(part, deployment) : part.zones;
      return [`client ${name} // ${place(part.origin)}`, ...reached.map((one) => `link ${name} -- ${names.zone(one)}`)];
    });
  return [...outside, ...own];
}

function outsideLines(entries: readonly Part[], why: Origin, names: Names): readonly string[] {
  const links = entries.flatMap((entry) =>
    isAttached(entry) || entry.zones.length === 0 ? names.nodes(entry) : entry.zones.map((zone) => names.zone(zone)),
  );
  return [
    `// guess: it is open to the outside, so users there ask it (${place(why)}).`,
    `client ${names.users}`,
    ...[...new Set(links)].map((end) => `link ${names.users} -- ${end}`),
  ];
}

/** The zones of what a person uses: where the line from outside ends. */
function zonesUsed(part: Part, { parts }: Deployment): readonly string[] {
  const used = parts.filter(({ name }) => part.uses.some((use) => use.part === name));
  return [...new Set(used.flatMap(({ zones }) => zones.slice(0, 1)))];
}

function serviceLine(part: Part, names: Names): readonly string[] {
  return [`service ${names.service(part)} on ${names.nodes(part).join(', ')} // ${place(part.origin)}`];
}
