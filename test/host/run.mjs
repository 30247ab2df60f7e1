// Runs the suites of test/vscode in a real VS Code, against the extension as users get it: packaged, then unpacked.
//
//   node test/host/run.mjs             everything
//   NETSPLIT_GREP=hover node …         only the tests whose title contains this
//   NETSPLIT_VSCODE=/path/to/code …    in this desktop VS Code instead of the browser-hosted one
//   node test/host/run.mjs --packaged  with the VSIX that is already in out/

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageAll, vsix } from '../../scripts/package.mjs';
import { pinnedNode, repo, setUp } from '../../scripts/setup.mjs';

const source = path.join(repo, 'test', 'vscode');
const compiled = path.join(repo, 'out', 'suites');
const results = path.join(repo, 'out', 'vscode-results.json');

/** Resolves with how many tests passed and failed; a run that ended early counts as a failed test more. */
export async function runVscodeSuites({ packaged = false } = {}) {
  rmSync(results, { force: true });
  return countResults(await runInVscode('index.js', { NETSPLIT_RESULTS: results }, { packaged }));
}

/** Runs one of the compiled files of test/vscode, on a copy of the samples. Resolves with whether it ended well. */
export async function runInVscode(tests, env, { packaged = false } = {}) {
  await setUp();
  if (!packaged) await packageAll();
  await compileSuites();
  const temporary = realpathSync(mkdtempSync(path.join(tmpdir(), 'netsplit-suites-')));
  try {
    const extension = path.join(temporary, 'extension');
    const workspace = path.join(temporary, 'samples');
    await unpack(vsix, extension);
    cpSync(path.join(repo, 'samples'), workspace, { recursive: true });
    return await start({ extension, workspace, tests: path.join(compiled, tests), env });
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function start({ extension, workspace, tests, env }) {
  const { runTests } = await import('@vscode/test-electron');
  const desktop = process.env.NETSPLIT_VSCODE;
  if (desktop !== undefined)
    console.log(`Running in ${desktop}: what needs the browser is skipped and listed as such.`);
  // The stand-in takes the place of the program, as the first argument of Node.
  const standIn = [path.join(repo, 'scripts', 'launch-vscode.mjs')];
  try {
    await runTests({
      vscodeExecutablePath: desktop ?? pinnedNode,
      launchArgs: [...(desktop === undefined ? standIn : []), workspace],
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: { NETSPLIT_REPO: repo, ...env },
    });
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

function countResults(endedWell) {
  if (!existsSync(results)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = JSON.parse(readFileSync(results, 'utf8'));
  if (counts.passed + counts.failed + counts.skipped === 0) console.error('No test was run.');
  const unexplained = counts.failed === 0 && (!endedWell || counts.passed === 0);
  return unexplained ? { ...counts, failed: 1 } : counts;
}

/** What VS Code runs, beside the suites. */
const ENTRIES = ['index.ts', 'soak.ts'];

async function compileSuites() {
  const esbuild = await import('esbuild');
  const names = readdirSync(source).filter((name) => ENTRIES.includes(name) || name.endsWith('.suite.ts'));
  rmSync(compiled, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: repo,
    entryPoints: names.map((name) => path.join(source, name)),
    outdir: compiled,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // mocha has to be the same one for the suites and for what runs them.
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** A VSIX is a ZIP file with the extension in its folder extension/. */
export async function unpack(file, target) {
  const { default: Zip } = await import('jszip');
  const zip = await Zip.loadAsync(readFileSync(file));
  const entries = Object.values(zip.files).filter((entry) => !entry.dir && entry.name.startsWith('extension/'));
  for (const entry of entries) {
    const to = path.join(target, entry.name.slice('extension/'.length));
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, await entry.async('nodebuffer'));
  }
}

if (process.argv[1] === import.meta.filename) {
  const { passed, failed, skipped } = await runVscodeSuites({ packaged: process.argv.includes('--packaged') });
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
}
