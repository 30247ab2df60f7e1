// Table 4 of “Probabilistically Bounded Staleness for Practical Partial Quorums” (Bailis et al., VLDB 2012), computed
// from its fitted delays: how far it is from the published figures, and how long it takes.

import { build } from 'esbuild';

const TIMES = 7;
const AIMS = { latency: 5, points: 0.7, times: 15, ms: 500 };

export async function benchPbs() {
  const { outputFiles } = await build({
    entryPoints: ['core/src/testing/literature/pbs.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const { comparePbs } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
  const wall = [];
  const cpu = [];
  let found;
  for (let i = 0; i < TIMES; i++) {
    const start = performance.now();
    const used = process.cpuUsage();
    found = comparePbs();
    wall.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  const { rows, points } = found;
  const off = (one, published) => (published === 0 ? one : 100 * Math.abs(one / published - 1));
  const worst = (list) => Math.max(...list);
  const latencies = rows.flatMap((row) => [off(row.found.readMs, row.readMs), off(row.found.writeMs, row.writeMs)]);
  const times = rows.map((row) => off(row.found.freshMs, row.freshMs));
  const shares = points.map((point) => Math.abs(point.found - point.percent));
  console.log('PBS, table 4, beside the published figures:');
  told(`${latencies.length} latencies`, worst(latencies), '%', AIMS.latency);
  told(`${points.length} shares of fresh reads`, worst(shares), ' points', AIMS.points);
  told(`${rows.filter(({ freshMs }) => freshMs > 0).length} times to 99.9 %`, worst(times), '%', AIMS.times);
  told('the table, median wall time', median(wall), ' ms', AIMS.ms);
  told('the table, median CPU time', median(cpu), ' ms', AIMS.ms);
}

function told(what, value, unit, most) {
  console.log(`  ${what.padEnd(36)} ${value.toFixed(1)}${unit}, aim at most ${most}${unit}`);
}

function median(list) {
  return [...list].sort((a, b) => a - b)[list.length >> 1];
}
