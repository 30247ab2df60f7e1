// The longest step between two looks at "stop" of everything that Netsplit does with a design, and where it is: on all
// samples, on large designs and on files that once were slow. Each step is timed in several runs of the same work and
// counts with the shortest time that it took: every run has the same steps, so other work on the machine, a first run
// of a function and a collection of memory do not count. `node bench/steps.mjs ENTRY DESIGN` does some of them: parts
// of their names.

import { build } from 'esbuild';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { readFileSync, statSync } from 'node:fs';
import { Session } from 'node:inspector';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repo } from '../scripts/setup.mjs';
import { largeDesign } from './largeDesign.mjs';
import { longDesign } from './longDesign.mjs';
import { networks } from './networks.mjs';
import { slowFiles } from './slowFiles.mjs';

const AIM_MS = 10;
const RUNS = 3;
/** The clock of a thread's own time counts in ticks of the system, and may lag by this much. In milliseconds. */
const TICK_MS = 2;
/** One run takes no longer, in seconds of the processor: what comes later is not measured, and said. */
const LONGEST_S = 4;
const samples = path.join(repo, 'samples');

export async function benchSteps(entry = '', design = '') {
  const core = await coreOf();
  const designs = [...(await sampleDesigns()), ...largeDesigns()].filter(({ name }) => name.includes(design));
  console.log(`Longest step between two looks at "stop" (aim: ${AIM_MS} ms):`);
  for (const [name, steps] of Object.entries(entryPoints(core)).filter(([name]) => name.includes(entry))) {
    const rows = designs.map((one) => ({ design: one, ...longestOf(steps, core, one) }));
    rows.sort((a, b) => b.ms - a.ms);
    const [worst] = rows;
    if (worst === undefined) continue;
    const where = worst.ms > AIM_MS / 2 ? `: ${await placeOf(steps, core, worst.design, worst.step)}` : '';
    const cut = rows.filter(({ isWhole }) => !isWhole).map((one) => one.design.name);
    console.log(
      `  ${name}: ${worst.ms.toFixed(1)} ms${worst.ms > AIM_MS ? ', too long' : ''} in ${worst.design.name}, step ` +
        `${worst.step + 1} of ${worst.steps}${where}${cut.length > 0 ? `; not to the end: ${cut.join(', ')}` : ''}`,
    );
    for (const { ms, design, step, steps: all } of rows.slice(1, 6))
      if (ms > AIM_MS) console.log(`    ${ms.toFixed(1)} ms in ${design.name}, step ${step + 1} of ${all}`);
  }
}

/** The core as one module, with what the command line reads its inputs with. */
async function coreOf() {
  const folder = await mkdtemp(path.join(tmpdir(), 'netsplit-bench-'));
  try {
    const outfile = path.join(folder, 'core.mjs');
    await build({
      stdin: {
        contents: "export * from './core/src/index.ts'; export { documentsOf } from './cli/src/import/documents.ts';",
        resolveDir: repo,
      },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sampleDesigns() {
  const files = (await readdir(samples, { recursive: true })).filter((file) => file.endsWith('.cap')).sort();
  return Promise.all(
    files.map(async (file) => ({ name: file, path: file, text: await readFile(path.join(samples, file), 'utf8') })),
  );
}

function largeDesigns() {
  const design = (name, text) => ({ name, path: 'large.cap', text });
  return [
    design('2,000 lines', largeDesign()),
    design('30 nodes and 60 links', longDesign(1)),
    ...networks().map(({ name, text }) => design(name, text)),
    ...slowFiles().map(([name, text]) => design(name, text)),
  ];
}

function read(file) {
  const whole = path.join(samples, file);
  return statSync(whole, { throwIfNoEntry: false })?.isFile() === true
    ? { kind: 'text', path: file, text: readFileSync(whole, 'utf8') }
    : { kind: 'missing' };
}

const kept = new Map();

/** The results of a design, explored once. */
function resultsOf(core, { name }, { model }) {
  const known = kept.get(name) ?? core.exploreAll(model);
  kept.set(name, known);
  return known;
}

/** Nearby designs that one search looks at here: later ones are of the same kinds. */
const MOST_LOOKED = 40;

/**
 * Everything that takes a design, by the name of its command or request. A plain function is one step: nobody can stop
 * it. Each is given a design that nothing was asked about before.
 */
function entryPoints(core) {
  const place = (design) => ({ path: design.path, read });
  const cutOf = ({ model }) =>
    model.partitions.length > 0
      ? { ...core.HEALTHY, partition: 0 }
      : { ...core.HEALTHY, links: model.links.length > 0 ? [0] : [] };
  const pickOf = ({ model }) => core.pickOf(model, cutOf({ model }));
  const first = ({ model }) => model.operations.find(({ clients }) => clients.length > 0);
  return {
    *read(_, design) {
      yield* core.resolveInSteps(yield* core.parseDesignInSteps(place(design), design.text));
    },
    explore: ({ model }) => core.explore(model),
    judgeFixes: (resolved) => core.judgeFixes(resolved),
    advise: (resolved) => core.advise(resolved, { replicas: 1, links: 1 }, MOST_LOOKED),
    diagnostics: (resolved, _, results) => core.judgedInSteps(resolved, results()),
    report: (resolved, { name }, results) =>
      core.designReportInSteps({ name, resolved, results: results(), diagnostics: [] }),
    printHtml: (resolved, { name }, results) => core.printHtmlInSteps(core.designReport(name, resolved, results(), [])),
    matrix: (resolved, _, results) => core.reportPanelInSteps(resolved, results(), { kind: 'all' }),
    expectations: (resolved, _, results) => core.reportPanelInSteps(resolved, results(), { kind: 'expectations' }),
    explain: (resolved, _, results) => {
      const offset = resolved.origins.operations[resolved.model.operations.indexOf(first(resolved))]?.start ?? 0;
      return core.reportPanelInSteps(resolved, results(), { kind: 'explain', offset: offset + 11 });
    },
    compare: (resolved, { name }, results) => {
      const side = (name) => ({ name, resolved, results: results() });
      return core.diffReportInSteps(side(name), side('the same'));
    },
    diagram: (resolved, _, results) =>
      core.diagramPanelInSteps(resolved, { fault: pickOf(resolved) }, tooLarge(core, resolved) ? undefined : results()),
    picture: ({ model }) => core.diagramPictureInSteps(model, { fault: pickOf({ model }) }),
    simulate: (resolved) =>
      core.faultPanelInSteps(resolved, { kind: 'custom', links: pickOf(resolved).links, nodes: [] }),
    *traced(resolved) {
      if (!tooLarge(core, resolved)) yield* core.simulationReportInSteps(resolved, cutOf(resolved), 'traced');
    },
    *timeline(resolved, _, results) {
      if (!tooLarge(core, resolved) && first(resolved) !== undefined)
        yield* core.timelinePanelInSteps(resolved, { operation: first(resolved).name }, results());
    },
    timelineChoices: (resolved, _, results) => () =>
      tooLarge(core, resolved) ? undefined : core.timelineChoices(resolved.model, results()),
    fixes: (resolved) =>
      core.mistakeFixesInSteps(
        { resolved, diagnostics: resolved.diagnostics },
        { start: 0, end: resolved.text.length },
      ),
    lenses: (resolved, _, results) => core.codeLensesInSteps(resolved, { kind: 'current', results: results() }),
    tokens: (resolved) => core.semanticTokensInSteps(resolved),
    format: ({ text }) => core.formatInSteps(text),
    fence: (resolved) => core.drawReadFenceInSteps(resolved, core.fenceInfo('cap picture table')),
    observe: (resolved) => {
      const text = history(resolved);
      return () => core.observeText(resolved.model, cutOf(resolved), text, { names: {} });
    },
    import: (resolved) => {
      const text = composed(resolved);
      return () => core.importDraft(core.documentsOf('compose.yaml', text));
    },
    experiment:
      ({ model }) =>
      () =>
        model.operations.length === 0
          ? undefined
          : core.EXPERIMENT_FORMATS.map((format) =>
              core.exportExperiment(model, cutOf({ model }), format, { file: '', netsplit: '', targets: new Map() }),
            ),
    promela:
      ({ model }) =>
      () =>
        core.EXPORT_FORMATS.map((format) => format.write(model)),
  };
}

function tooLarge(core, { model }) {
  return (core.tooMuchToDraw(model) ?? core.tooMuchToList(model)) !== undefined;
}

/** A history of a thousand requests to the first store that has readers and writers. */
function history({ model }) {
  const requests = model.operations
    .filter(({ steps, clients }) => steps.length === 1 && clients.length > 0)
    .slice(0, 4);
  const lines = [];
  for (let i = 0; i < 1000 && requests.length > 0; i++) {
    const operation = requests[i % requests.length];
    const process = model.vertices[operation.clients[i % operation.clients.length]].name;
    const value = operation.steps[0].access === 'write' ? `v${i}` : null;
    const of = { process, f: operation.name };
    lines.push({ time: 10 * i, type: 'invoke', ...of, value });
    lines.push({ time: 10 * i + 5, type: 'ok', ...of, value: value ?? `v${Math.max(0, i - 1)}` });
  }
  return lines.map((line) => JSON.stringify(line)).join('\n');
}

/** A file of Docker Compose with a service for each node. */
function composed({ model }) {
  const nodes = model.vertices.filter(({ kind }) => kind === 'node').slice(0, 500);
  const service = ({ name }, i) =>
    `  ${JSON.stringify(name)}:\n    image: postgres:16\n    networks: [n${i % 5}]\n    depends_on: [${JSON.stringify(nodes[(i + 1) % nodes.length].name)}]\n`;
  return `services:\n${nodes.map(service).join('')}`;
}

function stepsOf(steps, core, design) {
  const resolved = core.resolve(core.parseDesignAt({ path: design.path, read }, design.text));
  const made = steps(resolved, design, () => resultsOf(core, design, resolved));
  return typeof made === 'function' ? { next: () => ({ done: true, value: made() }) } : made;
}

function longestOf(steps, core, design) {
  const shortest = [];
  let isWhole = true;
  for (let run = 0; run < RUNS; run++) {
    const generator = stepsOf(steps, core, design);
    const start = process.cpuUsage();
    for (let step = 0; ; step++) {
      const next = timed(() => generator.next());
      shortest[step] = Math.min(shortest[step] ?? Infinity, next.ms);
      if (next.value.done === true) break;
      if (step % 64 === 63 && usedSince(start) > LONGEST_S) {
        isWhole = false;
        break;
      }
    }
  }
  const step = shortest.reduce((most, ms, i) => (ms > shortest[most] ? i : most), 0);
  return { ms: shortest[step], step, steps: shortest.length, isWhole };
}

function usedSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** What it takes, in milliseconds; time at which other programs had the processor does not count. */
function timed(work) {
  const used = process.threadCpuUsage();
  const start = performance.now();
  const value = work();
  const wall = performance.now() - start;
  const { user, system } = process.threadCpuUsage(used);
  return { value, ms: Math.min(wall, (user + system) / 1000 + TICK_MS) };
}

/** The innermost function that a step spends most of its time in, with those that called it. */
async function placeOf(steps, core, design, wanted) {
  const generator = stepsOf(steps, core, design);
  for (let step = 0; step < wanted; step++) generator.next();
  const session = new Session();
  session.connect();
  const post = (method, params) =>
    new Promise((resolve, reject) =>
      session.post(method, params, (error, result) => (error === null ? resolve(result) : reject(error))),
    );
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: 100 });
  await post('Profiler.start');
  generator.next();
  const { profile } = await post('Profiler.stop');
  session.disconnect();
  return hotPath(profile).slice(-7).join(' > ');
}

function hotPath({ nodes, samples: taken }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Map();
  for (const id of taken) own.set(id, (own.get(id) ?? 0) + 1);
  const total = (node) =>
    (own.get(node.id) ?? 0) + (node.children ?? []).reduce((sum, id) => sum + total(byId.get(id)), 0);
  const start = nodes.find(({ callFrame }) => callFrame.functionName === 'placeOf') ?? nodes[0];
  const whole = total(start);
  const found = [];
  for (let node = start; node !== undefined; ) {
    if (node.callFrame.functionName !== '') found.push(node.callFrame.functionName);
    node = (node.children ?? []).map((id) => byId.get(id)).find((child) => total(child) > 0.6 * whole);
  }
  return found.slice(1);
}

if (process.argv[1]?.endsWith('steps.mjs')) await benchSteps(...process.argv.slice(2));
