// Whole designs by size and shape of their network: the cost of `netsplit check` from start to exit, in seconds of the
// processor and of the clock and in megabytes, and how far its answers go. Rounds are interleaved: other work on the
// machine meets every row. Each figure is the median. `node bench/networks.mjs --json FILE` writes them as JSON, too.

import { writeFileSync } from 'node:fs';
import { costOf } from './cost.mjs';
import { backbone, chordAnywhere, chordNearby, directly, half, meshed, ringOfZones } from './networkDesigns.mjs';
import { slowFiles } from './slowFiles.mjs';

const ROUNDS = 3;
/** Beyond this a design counts as not finished. In seconds of the processor. */
const LONGEST = 120;
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
        ? `not finished within ${LONGEST} s`
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
  const cost = costOf(text, LONGEST, ...(isTold ? ['--format', 'json'] : []));
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

/** Every row, with its text. */
export function networks() {
  const row = (name, aim, operations, text) => ({ name, aim, operations, text });
  return [
    row('two nodes, one link', 0.3, 1, meshed(2, 'choose CP')),
    ...[6, 8, 10].flatMap((n) => [
      row(`mesh of ${n}, any`, 0.5, 2, meshed(n, 'replicate any merge crdt')),
      row(`mesh of ${n}, majorities`, 0.5, 2, meshed(n, `replicate quorum R=${half(n)} W=${half(n)}`)),
      row(`mesh of ${n}, consensus`, 0.5, 2, meshed(n, 'choose CP')),
    ]),
    row('mesh of 6, automatic failover', 1, 2, meshed(6, 'replicate primary n0 async failover automatic')),
    ...[10, 20, 66].map((zones) => row(`ring of ${zones} zones, two clients`, 0.5, 2, ringOfZones(zones, 2, 1, true))),
    ...[
      [45, 57],
      [110, 138],
      [141, 177],
    ].map(([routers, links]) =>
      row(`sparse backbone of ${links} links`, 0.5, 2, backbone(routers, links, chordNearby)),
    ),
    row('ring of 100 routers with 30 chords', 2, 2, backbone(100, 130, chordAnywhere)),
    row('500 direct links to majorities of 5', 0.4, 2, directly(98)),
    row('66 zones, 198 nodes, 330 links, 1,000 operations', 2, 1000, ringOfZones(66, 1000, 100, false)),
    ...slowFiles()
      .filter(([name]) => name.startsWith('500 nodes'))
      .map(([name, text]) => row(name, 2, 200, text)),
  ];
}

if (process.argv[1]?.endsWith('networks.mjs')) {
  const at = process.argv.indexOf('--json');
  benchNetworks(at < 0 ? undefined : process.argv[at + 1]);
}
