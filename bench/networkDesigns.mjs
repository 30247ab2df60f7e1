// Designs by size and shape of their network, for networks.mjs and growth.mjs.

import { randomNumbers } from './largeDesign.mjs';

export function half(n) {
  return Math.floor(n / 2) + 1;
}

/** All linked to each other, and a writer and a reader to all of them. */
export function meshed(n, clauses) {
  const nodes = Array.from({ length: n }, (_, i) => `n${i}`);
  const links = ['w', 'r'].flatMap((client) => nodes.map((node) => `link ${client} -- ${node}`));
  return [
    `node ${nodes.join(', ')}`,
    `mesh ${nodes.join(', ')}`,
    'client w, r',
    ...links,
    `store s on ${nodes.join(', ')} { ${clauses} }`,
    'operation put: write s from w',
    'operation get: read s from r',
    'explore all links',
    '',
  ].join('\n');
}

/** A chord between routers that are at most six apart, as in the networks of carriers. */
export function chordNearby(random, routers) {
  const from = random(routers);
  return [from, (from + 2 + random(5)) % routers];
}

export function chordAnywhere(random, routers) {
  return [random(routers), random(routers)];
}

/** A ring of routers with chords, five replicas of a store and two clients spread over it. */
export function backbone(routers, links, chord) {
  const random = randomNumbers(3);
  const pairs = new Set(Array.from({ length: routers }, (_, i) => [i, (i + 1) % routers].sort((a, b) => a - b).join()));
  while (pairs.size < links) {
    const ends = chord(random, routers).sort((a, b) => a - b);
    if (ends[0] !== ends[1]) pairs.add(ends.join());
  }
  const replicas = Array.from({ length: 5 }, (_, i) => `n${i}`);
  const at = (share) => `r${Math.floor(share * routers)}`;
  return [
    `router ${Array.from({ length: routers }, (_, i) => `r${i}`).join(', ')}`,
    `node ${replicas.join(', ')}`,
    'client w, r',
    ...[...pairs].map((pair) => `link r${pair.replace(',', ' -- r')}`),
    ...replicas.map((node, i) => `link ${node} -- ${at(i / 5)}`),
    `link w -- ${at(0.1)}`,
    `link r -- ${at(0.5)}`,
    ...operationsOf(replicas),
  ].join('\n');
}

/** Five replicas in a mesh, and many clients with a link to each of them. */
export function directly(clients) {
  const replicas = Array.from({ length: 5 }, (_, i) => `n${i}`);
  const names = ['w', 'r', ...Array.from({ length: clients - 2 }, (_, i) => `c${i}`)];
  return [
    `node ${replicas.join(', ')}`,
    `mesh ${replicas.join(', ')}`,
    `client ${names.join(', ')}`,
    ...names.flatMap((client) => replicas.map((node) => `link ${client} -- ${node}`)),
    ...operationsOf(replicas),
  ].join('\n');
}

function operationsOf(replicas) {
  return [
    `store s on ${replicas.join(', ')} { replicate quorum R=3 W=3 }`,
    'operation put: write s from w',
    'operation get: read s from r',
    'explore all links',
    '',
  ];
}

/** Zones of three nodes, each linked to the next zone and the one after it. `asksAllCuts`: explore all sets of links. */
export function ringOfZones(zones, operations, stores, asksAllCuts) {
  const random = randomNumbers(7);
  const clauses = ['choose CP', 'choose AP', 'replicate quorum R=2 W=2', 'replicate any merge crdt'];
  const lines = [];
  for (let i = 0; i < zones; i++) lines.push(`zone z${i} { node n${i}a, n${i}b, n${i}c }`);
  for (let i = 0; i < zones; i++)
    lines.push(`link z${i} -- z${(i + 1) % zones} 10ms`, `link z${i} -- z${(i + 2) % zones} 18ms`);
  for (let i = 0; i < zones; i++) lines.push(`client c${i} in z${i}`);
  for (let i = 0; i < stores; i++) {
    const home = random(zones);
    const [next, far] = [(home + 1 + random(3)) % zones, (home + 5 + random(3)) % zones];
    lines.push(`store s${i} on n${home}a, n${next}b, n${far}c { ${clauses[random(clauses.length)]} }`);
  }
  for (let i = 0; i < operations; i++)
    lines.push(`operation o${i}: ${['read', 'write'][i % 2]} s${random(stores)} from c${random(zones)}`);
  if (asksAllCuts) lines.push('explore all links');
  return `${lines.join('\n')}\n`;
}
