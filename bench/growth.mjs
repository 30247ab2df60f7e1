// How the cost of `netsplit check` grows with links, nodes and operations: seconds of the processor beyond those of the
// smallest design, and the exponent of the power law that fits them best.

import { costOf } from './cost.mjs';
import { half, meshed, ringOfZones } from './networkDesigns.mjs';

const RUNS = 3;
/** Beyond this a design counts as not finished. In seconds of the processor. */
const LONGEST = 120;
const BAR = 40;

export function benchGrowth() {
  const start = secondsOf(meshed(2, 'choose CP'));
  console.log(`Growth: CPU seconds of netsplit check beyond the ${start.toFixed(2)} s of two nodes.`);
  for (const { name, unit, sizes, design } of series()) {
    const points = sizes.map((size) => ({ size, seconds: Math.max(secondsOf(design(size)) - start, 0) }));
    const longest = Math.max(...points.map(({ seconds }) => seconds));
    console.log(`  ${name}: time grows as ${unit}^${exponentOf(points).toFixed(1)}`);
    for (const { size, seconds } of points) {
      const bar = '#'.repeat(Math.round((seconds / longest) * BAR));
      console.log(`  ${String(size).padStart(8)} ${unit.padEnd(10)} ${seconds.toFixed(2).padStart(6)} s ${bar}`);
    }
  }
}

/** The median of several runs. */
function secondsOf(text) {
  const runs = Array.from({ length: RUNS }, () => {
    const cost = costOf(text, LONGEST);
    if (cost === undefined) throw new Error(`A design of the growth part took longer than ${LONGEST} s.`);
    return cost.seconds;
  });
  return runs.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

/** Slope of the straight line that fits the logarithms best. Times below 10 ms are noise of the start. */
function exponentOf(points) {
  const logs = points
    .filter(({ seconds }) => seconds >= 0.01)
    .map(({ size, seconds }) => [Math.log(size), Math.log(seconds)]);
  const mean = (at) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const rise = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const run = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return rise / run;
}

function series() {
  return [
    {
      name: 'rings of zones, one write and one read, all cuts',
      unit: 'links',
      sizes: [50, 100, 200, 330],
      design: (links) => ringOfZones(links / 5, 2, 1, true),
    },
    {
      name: 'meshes of majorities, all cuts',
      unit: 'replicas',
      sizes: [5, 6, 7, 8, 9, 10],
      design: (n) => meshed(n, `replicate quorum R=${half(n)} W=${half(n)}`),
    },
    {
      name: 'trees of nodes with one store',
      unit: 'nodes',
      sizes: [1250, 2500, 5000, 10_000],
      design: treeOf,
    },
    {
      name: 'a ring of 20 zones with ten stores',
      unit: 'operations',
      sizes: [50, 100, 200, 400, 800],
      design: (operations) => ringOfZones(20, operations, 10, false),
    },
  ];
}

function treeOf(nodes) {
  return [
    ...Array.from({ length: nodes }, (_, i) => `node n${i}`),
    ...Array.from({ length: nodes - 1 }, (_, i) => `link n${i + 1} -- n${i >> 1}`),
    'client c at n0',
    'store s on n0, n1 { choose CP }',
    'operation o: write s from c',
    '',
  ].join('\n');
}

if (process.argv[1]?.endsWith('growth.mjs')) benchGrowth();
