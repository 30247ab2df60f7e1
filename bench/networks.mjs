// Whole designs by size and shape of their network: the cost of `netsplit check` from start to exit, in seconds of the
// processor and of the clock and in megabytes, and how far its answers go. Rounds are interleaved: other work on the
// machine meets every row. Each figure is the median. `node bench/networks.mjs --json FILE` writes them as JSON, too.

import { writeFileSync } from 'node:fs';
import { costOf } from './cost.mjs';
import { randomNumbers } from './largeDesign.mjs';
import { slowFiles } from './slowFiles.mjs';

const ROUNDS = 3;
/** Beyond this a design counts as not finished. */
const LONGEST_MS = 120_000;
/** JSON tells of each operation what it does while detecting, too; in large designs that is most of the work. */
const MOST_OPERATIONS_FOR_JSON = 2;

export function benchNetworks(jsonFile) {
  const rows = networks().map((row) => ({ ...row, rounds: [] }));
  for (let round = 0; round < ROUNDS; round++)
    for (const row of rows) if (row.rounds.length === round) row.rounds.push(...measured(row));
  const healthyStart = median(rows[0].rounds.map(({ cpu }) => cpu));
  console.log('Networks by size and shape, netsplit check from start to exit:');
  const table = rows.map(({ name, aim, rounds, text }) => {
    const of = (what) => (rounds.length < ROUNDS ? undefined : median(rounds.map((one) => one[what])));
    const [cpu, wall, megabytes] = ['cpu', 'wall', 'megabytes'].map(of);
    return {
      name,
      aim,
      cpu,
      wall,
      megabytes,
      ratio: cpu && cpu / healthyStart,
      bound: rounds[0]?.bound,
      bytes: text.length,
    };
  });
  for (const { name, aim, cpu, wall, megabytes, ratio, bound } of table) {
    const figures =
      cpu === undefined
        ? `not finished within ${LONGEST_MS / 1000} s`
        : [
            `${cpu.toFixed(2)} s CPU (${ratio.toFixed(1)} times the smallest)`,
            `${wall.toFixed(2)} s`,
            `${megabytes.toFixed(0)} MB`,
            ...(cpu > aim ? [`aim ${aim} s`] : []),
          ].join(', ');
    console.log(`  ${name}: ${figures}${bound === undefined ? '' : `; ${bound}`}`);
  }
  if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify(table, undefined, 2)}\n`);
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** One measurement, or none if it did not finish. */
function measured({ text, operations }) {
  const isTold = operations <= MOST_OPERATIONS_FOR_JSON;
  const cost = costOf(text, LONGEST_MS, ...(isTold ? ['--format', 'json'] : []));
  if (cost === undefined) return [];
  const { seconds: cpu, wall, megabytes, out } = cost;
  return [{ cpu, wall, megabytes, bound: isTold ? boundIn(JSON.parse(out)) : undefined }];
}

/** How far the cuts of the first operation were looked at, and how they were found. */
function boundIn({ files: [file] }) {
  const [{ text, foundBy }] = file.operations[0].explored;
  const cap = foundBy.cap === undefined ? '' : `, capped at ${foundBy.cap.most} ${foundBy.cap.of}`;
  return `${text}, by ${foundBy.way}, ${foundBy.runs} runs${cap}`;
}

function networks() {
  const row = (name, aim, operations, text) => ({ name, aim, operations, text });
  return [
    row('two nodes, one link', 0.3, 1, meshed(2, 'choose CP')),
    ...[6, 8, 10].flatMap((n) => [
      row(`mesh of ${n}, any`, 0.5, 2, meshed(n, 'replicate any merge crdt')),
      row(`mesh of ${n}, majorities`, 0.5, 2, meshed(n, `replicate quorum R=${half(n)} W=${half(n)}`)),
      row(`mesh of ${n}, consensus`, 0.5, 2, meshed(n, 'choose CP')),
    ]),
    row('mesh of 6, automatic failover', 1, 2, meshed(6, 'replicate primary n0 async failover automatic')),
    ...[10, 20, 66].map((zones) => row(`ring of ${zones} zones, two clients`, 0.5, 2, ringOfZones(zones, 2, 1))),
    ...[
      [45, 57],
      [110, 138],
      [141, 177],
    ].map(([routers, links]) =>
      row(`sparse backbone of ${links} links`, 0.5, 2, backbone(routers, links, chordNearby)),
    ),
    row('ring of 100 routers with 30 chords', 2, 2, backbone(100, 130, chordAnywhere)),
    row('500 direct links to majorities of 5', 0.4, 2, directly(98)),
    row('66 zones, 198 nodes, 330 links, 1,000 operations', 2, 1000, ringOfZones(66, 1000, 100)),
    ...slowFiles()
      .filter(([name]) => name.startsWith('500 nodes'))
      .map(([name, text]) => row(name, 2, 200, text)),
  ];
}

function half(n) {
  return Math.floor(n / 2) + 1;
}

/** All linked to each other, and a writer and a reader to all of them. */
function meshed(n, clauses) {
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
function chordNearby(random, routers) {
  const from = random(routers);
  return [from, (from + 2 + random(5)) % routers];
}

function chordAnywhere(random, routers) {
  return [random(routers), random(routers)];
}

/** A ring of routers with chords, five replicas of a store and two clients spread over it. */
function backbone(routers, links, chord) {
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
function directly(clients) {
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

/** Zones of three nodes, each linked to the next zone and the one after it. */
function ringOfZones(zones, operations, stores) {
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
  if (operations <= MOST_OPERATIONS_FOR_JSON) lines.push('explore all links');
  return `${lines.join('\n')}\n`;
}

if (process.argv[1]?.endsWith('networks.mjs')) {
  const at = process.argv.indexOf('--json');
  benchNetworks(at < 0 ? undefined : process.argv[at + 1]);
}
