// The parts that a gate can have. `check`, `test` and `test:all` are lists of them; each part says how many of its
// tests passed and failed, and a gate ends with the sum. A part that could not be run is a failure: nothing is skipped
// silently.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { environment, pinnedNode, repo, run, setUp } from './setup.mjs';

const started = performance.now();
const rows = [];
const slowest = [];

/** Runs one part and prints its name; what it throws is one failure. Resolves with true where nothing failed. */
export async function part(name, work) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  let counts;
  try {
    counts = await work();
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    counts = { passed: 0, failed: 1, failures: [error.message] };
  }
  rows.push({ name, skipped: 0, ...counts, seconds: (performance.now() - start) / 1000 });
  return counts.failed === 0;
}

/** Dependencies, types, format, lint, laws and the tests that draw nothing by chance: what `npm run check` is. */
export async function checkParts() {
  await part('dependencies', single(setUp));
  await part(
    'types',
    single(() => runNode('node_modules/typescript/bin/tsc', ['-b'])),
  );
  await part(
    'format and lint',
    single(() => runNode('node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings'])),
  );
  await part('unit and law tests', () => runVitest('unit'));
}

/** Suites that take another program. It is looked for before the workers begin: package managers lock each other out. */
const WITH_PROGRAMS = [
  {
    name: 'Chromium, for panels',
    project: 'browser',
    find: async () => (await import('./host/chromium.mjs')).findOrInstallChromium(),
  },
  { name: 'network namespaces', project: 'namespaces', find: () => findDebian('NAMESPACES') },
  { name: 'SPIN', project: 'spin', find: () => findDebian('SPIN') },
];

async function findDebian(programs) {
  const debian = await import('./debian.mjs');
  await debian.findOrInstall(debian[programs]);
}

/** What takes a package, a browser, another program or some patience. */
export async function wholeParts() {
  const isPackaged = await part(
    'package',
    single(async () => (await import('./package.mjs')).packageAll()),
  );
  await part('installed packages', async () => {
    if (!isPackaged) throw new Error('not run, for there is no package');
    return runVitest('package');
  });
  // One run of all of them: while the last long test of one is under way, the other cores go on with the next.
  const projects = ['random'];
  for (const { name, project, find } of WITH_PROGRAMS) if (await part(name, single(find))) projects.push(project);
  await part('random designs, and what needs these', () => runVitest(...projects));
  await part('other editors', async () => {
    if (!isPackaged) throw new Error('not run, for there is no package');
    const { EDITORS, findOrInstall } = await import('./debian.mjs');
    await findOrInstall(EDITORS);
    return runVitest('editors');
  });
  await part('VS Code suites', async () => {
    if (!isPackaged) throw new Error('not run, for there is no package');
    return (await import('../test/host/run.mjs')).runVscodeSuites({ packaged: true });
  });
  await part('browser-only VS Code suites', async () => {
    if (!isPackaged) throw new Error('not run, for there is no package');
    return (await import('../test/host/web.mjs')).runWebSuites({ packaged: true });
  });
  await part('npm start', () => runVitest('host'));
}

/** A part that is a single check: it passes unless it throws. */
export function single(work) {
  return async () => {
    await work();
    return { passed: 1, failed: 0 };
  };
}

export async function runNode(script, args) {
  const code = await run(pinnedNode, [path.join(repo, script), ...args]);
  if (code !== 0) throw new Error(`${path.basename(script)} ended with exit code ${code}`);
}

export async function runVitest(...projects) {
  const file = path.join(repo, 'out', `vitest-${projects[0]}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const script = path.join(repo, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const code = await run(pinnedNode, [script, ...args], {
    env: environment(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
  });
  if (!existsSync(file)) throw new Error(`vitest ended with exit code ${code} and without results`);
  const results = JSON.parse(readFileSync(file, 'utf8'));
  for (const { name, assertionResults } of results.testResults) {
    const ms = assertionResults.reduce((sum, { duration }) => sum + (duration ?? 0), 0);
    slowest.push({ name: path.relative(repo, name), seconds: ms / 1000 });
  }
  return { ...countVitest(results, code), failures: failuresOf(results), results };
}

/** The names of the tests that failed, each with the first line of its reason. */
function failuresOf(results) {
  return results.testResults.flatMap(({ name, assertionResults, message }) => {
    const file = path.relative(repo, name);
    if (assertionResults.length === 0) return [`${file}: ${firstLine(message)}`];
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    return failed.map(({ fullName, failureMessages: [reason] }) => `${file}: ${fullName}: ${firstLine(reason)}`);
  });
}

function firstLine(text = '') {
  return text.split('\n', 1)[0];
}

function countVitest(results, code) {
  // A test file that could not even be loaded has no tests to fail.
  const broken = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const skipped = results.numPendingTests + results.numTodoTests;
  let failed = results.numFailedTests + broken.length + skipped;
  // An error outside of any test, or no test at all.
  if (failed === 0 && (code !== 0 || results.numPassedTests === 0)) failed = 1;
  if (skipped > 0) console.error(`${skipped} skipped tests: counted as failed.`);
  return { passed: results.numPassedTests, failed };
}

/** Where the time went, and as the last line `N passed, N failed` over all parts; sets the exit code. */
export function summarize() {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log('\n== summary');
  for (const { name, passed, failed, skipped, seconds } of rows) {
    const left = skipped > 0 ? `, ${skipped} skipped` : '';
    const mark = failed > 0 ? '✗' : '✓';
    console.log(`${mark} ${name.padEnd(28)} ${passed} passed, ${failed} failed${left} (${seconds.toFixed(1)} s)`);
  }
  // Named once more at the end, for what a part printed can be far above or cut off.
  printAll('What failed:', 'failures');
  printAll('Passed at the second try only:', 'retried');
  console.log('The slowest test files:');
  for (const { name, seconds } of slowest.sort((a, b) => b.seconds - a.seconds).slice(0, 10)) {
    console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  }
  console.log(`In ${((performance.now() - started) / 1000).toFixed(0)} s.\n`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

function printAll(heading, key) {
  const lines = rows.flatMap((row) => (row[key] ?? []).map((test) => `  ${row.name}: ${test}`));
  if (lines.length > 0) console.log([heading, ...lines].join('\n'));
}

/** What failed in the random suites, whole. */
export function failureMessages() {
  return rows.flatMap(({ results }) =>
    (results?.testResults ?? []).flatMap(({ assertionResults }) =>
      assertionResults.flatMap(({ failureMessages: messages }) => messages ?? []),
    ),
  );
}
