// What scripts/reality.mjs runs within namespaces of its own.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { agreementOf } from '../compare.js';
import { type Cuts, CUTS, pairsOf, randomCuts, stoppedBy } from '../cuts.js';
import { designOf, modelOf } from '../design.js';
import { judged, type JudgedRow, Predictions } from '../judge.js';
import { nameOf, storyOf } from '../story.js';
import { SYSTEMS } from '../systems/index.js';
import type { System } from '../systems/system.js';
import { type Break, experiment, type Run, type Running, Starved } from './experiment.js';
import { historyOf, type Recorded } from './history.js';
import { DRIVERS } from './index.js';
import { Net } from './net.js';
import { addRows } from './recorded.js';
import { runSample } from './sample.js';

/** Three systems, two cuts each, within two minutes. */
const QUICK = { systems: ['etcd-3', 'redis', 'postgresql-async'], cuts: ['leader isolated', 'follower isolated'] };
/** Clusters at the same time. */
const MOST_CLUSTERS = 3;
/** How often a run is repeated for which the machine was too busy. */
const MOST_TRIES = 4;
/** Between two of them. */
const CALM_MS = 5000;
const started = performance.now();

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    cuts: { type: 'string' },
    random: { type: 'string' },
    seed: { type: 'string', default: '1' },
    record: { type: 'string' },
    rows: { type: 'boolean', default: false },
    sample: { type: 'boolean', default: false },
  },
});
if (options.sample) await runSample(path.resolve('samples/lab'));
else process.exitCode = (await runAll(namesOf())) ? 0 : 1;

function namesOf(): readonly string[] {
  if (positionals.length > 0) return positionals;
  return options.quick ? QUICK.systems : Object.keys(DRIVERS);
}

async function runAll(wanted: readonly string[]): Promise<boolean> {
  const rows: JudgedRow[] = [];
  let failed = 0;
  const left = [...wanted];
  await Promise.all(
    Array.from({ length: MOST_CLUSTERS }, async () => {
      for (let name = left.shift(); name !== undefined; name = left.shift()) {
        const found = await runOne(name);
        rows.push(...found.rows);
        failed += found.failed;
      }
    }),
  );
  const { agree, rows: count, settled, exact, whole, wholeAgree } = agreementOf(rows);
  say(`${agree} of ${count} rows agree, ${exact} of ${settled} settled rows are exact`);
  say(`${wholeAgree} of ${whole} rows before the cut and after the heal agree`);
  const wrong = count - agree + whole - wholeAgree;
  console.log(`${agree + wholeAgree} passed, ${wrong + failed} failed`);
  return wrong + failed === 0 && rows.length > 0;
}

/** One system under all of its cuts. */
async function runOne(name: string): Promise<{ readonly rows: readonly JudgedRow[]; readonly failed: number }> {
  const system = SYSTEMS.find((one) => one.name === name);
  const startable = DRIVERS[name];
  if (system === undefined || startable === undefined) {
    say(`the lab can't start ${name}: it has ${Object.keys(DRIVERS).join(', ')}`);
    return { rows: [], failed: 1 };
  }
  const missing = startable.missing();
  if (missing !== undefined) {
    say(`${name} is not run: ${missing}`);
    return { rows: [], failed: 0 };
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-reality-'));
  chmodSync(folder, 0o777);
  const sites = Array.from({ length: system.members }, (_, i) => 'abcdefg'.charAt(i));
  const net = new Net(name, [...sites, 'x']);
  try {
    const driver = startable.make(net, sites);
    await driver.start(folder);
    return await runCuts({ system, driver, sites }, net);
  } catch (error) {
    say(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return { rows: [], failed: 1 };
  } finally {
    net.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runCuts(
  running: Running,
  net: Net,
): Promise<{ readonly rows: readonly JudgedRow[]; readonly failed: number }> {
  const { system, driver } = running;
  const version = await driver.version();
  say(`${system.name}: ${version} is up`);
  const all: JudgedRow[] = [];
  let failed = 0;
  for (const [i, [cut, links]] of Object.entries(cutsOf(system)).entries()) {
    try {
      const predictions = new Predictions(modelOf(designOf(system, links)), system, links);
      const judge = (run: Run): JudgedRow[] => run.rows.map((row) => judged(system, row, predictions.of(row)));
      const { run, rows } = await calmRun(running, breakOf(net, cut, links), `${i}`, judge);
      if (options.record !== undefined) record(options.record, `${system.name} ${cut}`, designOf(system, links), run);
      if (options.rows) addRows(process.cwd(), { system: system.name, version, links }, run.rows);
      all.push(...rows);
      const wrong = rows.filter(({ unforeseen }) => unforeseen.length > 0);
      say(`${system.name}, ${cut}: ${rows.length - wrong.length} of ${rows.length} rows agree`);
      for (const row of wrong) console.log(storyOf(system, version, links, row));
    } catch (error) {
      failed++;
      say(`${system.name}, ${cut}: ${error instanceof Error ? error.message : String(error)}`);
      await driver.recovered().catch(() => undefined);
    }
  }
  return { rows: all, failed };
}

/** Repeats a run while the machine is too busy for its servers: then they do wrong with nothing cut, too. */
async function calmRun(
  running: Running,
  fault: Break,
  key: string,
  judge: (run: Run) => JudgedRow[],
): Promise<{ readonly run: Run; readonly rows: readonly JudgedRow[] }> {
  for (let attempt = 1; ; attempt++) {
    try {
      const run = await experiment(running, fault, `${key}-${attempt}`);
      const rows = judge(run);
      const wrong = rows.find(({ phase, unforeseen }) => phase === 'healthy' && unforeseen.length > 0);
      if (wrong !== undefined) throw new Starved(`${nameOf(wrong)} saw ${wrong.unforeseen.join()}`);
      return { run, rows };
    } catch (error) {
      if (!(error instanceof Starved) || attempt === MOST_TRIES) throw error;
      say(`${running.system.name}, ${fault.name}: again, for ${error.message}`);
      await sleep(CALM_MS);
      await running.driver.recovered();
    }
  }
}

function breakOf(net: Net, name: string, links: readonly string[]): Break {
  const stops = stoppedBy(links);
  return {
    name,
    stops,
    begin: (places) => {
      net.cut(pairsOf(links).map(([from, to]) => [places.get(from) ?? '', places.get(to) ?? '']));
      for (const node of stops) net.stop(places.get(node) ?? '');
    },
    heal: (places) => {
      net.heal();
      for (const node of stops) net.startAgain(places.get(node) ?? '');
    },
  };
}

/** The design and the history of one run, as `netsplit observe` takes them. */
function record(folder: string, title: string, design: string, run: Recorded): void {
  mkdirSync(folder, { recursive: true });
  const name = title.replace(/[^a-z0-9]+/g, '-');
  writeFileSync(path.join(folder, `${name}.cap`), design);
  writeFileSync(path.join(folder, `${name}.jsonl`), historyOf(run));
}

function cutsOf(system: System): Cuts {
  const table =
    options.random === undefined
      ? (CUTS[system.members] ?? {})
      : randomCuts(system.members, Number(options.random), options.seed);
  const wanted = options.cuts?.split(';') ?? (options.quick ? QUICK.cuts : undefined);
  if (wanted === undefined) return table;
  return Object.fromEntries(
    wanted.map((cut) => {
      const links = table[cut];
      if (links === undefined) throw new Error(`there is no cut called ${cut}: ${Object.keys(table).join('; ')}`);
      return [cut, links] as const;
    }),
  );
}

function seconds(): number {
  return Math.round((performance.now() - started) / 1000);
}

function say(text: string): void {
  console.error(`${seconds()} s  ${text}`);
}
