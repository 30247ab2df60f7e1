// npm test: everything there is to check, on a fresh clone too. The last line is `N passed, N failed`, over all parts.
// A part that could not be run is a failure: nothing is skipped silently.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { environment, pinnedNode, repo, run, setUp } from './setup.mjs';

const started = performance.now();
const rows = [];

await part('dependencies', check(setUp));
await part(
  'types',
  check(() => runNode('node_modules/typescript/bin/tsc', ['-b'])),
);
const packaged = await part(
  'package',
  check(async () => (await import('./package.mjs')).packageExtension()),
);
await part('unit and law tests', () => runVitest('unit'));
await part('SPIN', async () => {
  await (await import('./spin.mjs')).findOrInstallSpin();
  return runVitest('spin');
});
await part('VS Code suites', async () => {
  if (packaged.failed > 0) throw new Error('not run, for there is no package');
  return (await import('../test/host/run.mjs')).runVscodeSuites({ packaged: true });
});
await part('browser suites', async () => {
  if (packaged.failed > 0) throw new Error('not run, for there is no package');
  return (await import('../test/host/web.mjs')).runWebSuites({ packaged: true });
});
await part('npm start', () => runVitest('host'));
summarize();

/** Runs one part; what it throws is one failure. */
async function part(name, work) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  let counts;
  try {
    counts = await work();
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    counts = { passed: 0, failed: 1 };
  }
  const row = { name, skipped: 0, ...counts, seconds: (performance.now() - start) / 1000 };
  rows.push(row);
  return row;
}

/** A part that is a single check: it passes unless it throws. */
function check(work) {
  return async () => {
    await work();
    return { passed: 1, failed: 0 };
  };
}

async function runNode(script, args) {
  const code = await run(pinnedNode, [path.join(repo, script), ...args]);
  if (code !== 0) throw new Error(`${path.basename(script)} ended with exit code ${code}`);
}

async function runVitest(project) {
  const file = path.join(repo, 'out', `vitest-${project}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const script = path.join(repo, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [
    'run',
    '--project',
    project,
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const code = await run(pinnedNode, [script, ...args], {
    env: environment(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
  });
  if (!existsSync(file)) throw new Error(`vitest ended with exit code ${code} and without results`);
  return countVitest(JSON.parse(readFileSync(file, 'utf8')), code);
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

function summarize() {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log('\n== summary');
  for (const { name, passed, failed, skipped, seconds } of rows) {
    const left = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(
      `${failed > 0 ? '✗' : '✓'} ${name.padEnd(20)} ${passed} passed, ${failed} failed${left} (${seconds.toFixed(1)} s)`,
    );
  }
  console.log(`In ${((performance.now() - started) / 1000).toFixed(0)} s.\n`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}
