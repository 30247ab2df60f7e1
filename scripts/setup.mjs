// The first steps of every script, on Node's own modules only: this file runs on a fresh clone.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repo = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const onWindows = process.platform === 'win32';

/** The Node that everything runs on, whatever Node the machine has: the one that package.json pins. */
export const pinnedNode = path.join(repo, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');

/** The caller's environment with the pinned Node, and the tools of node_modules, first on the PATH. */
export function environment(extra = {}) {
  const env = { ...process.env, ...extra };
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const first = [path.dirname(pinnedNode), path.join(repo, 'node_modules', '.bin')];
  env[key] = [...first, env[key] ?? ''].join(path.delimiter);
  return env;
}

/** Runs a program to its end, its output passed on; resolves with the exit code (1 where a signal ended it). */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: repo,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: environment(),
      ...options,
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Runs npm, without its chatter. Where npm started this script, the very same npm is used. */
export function npm(args, options = {}) {
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return run(process.execPath, [own, ...args, ...quiet], options);
  return run(onWindows ? 'npm.cmd' : 'npm', [...args, ...quiet], { shell: onWindows, ...options });
}

/**
 * Makes node_modules what package-lock.json says; costs a few milliseconds where it already is. Without `tests` only
 * what building and running take, which is a third of it; what is there already stays.
 */
export async function setUp({ tests = true } = {}) {
  const wrong = firstDifference(tests);
  if (wrong === undefined) return;
  console.log(`Installing dependencies (${wrong})…`);
  const all = tests || hasTestTools();
  const code = await npm(['ci', all ? '--include=dev' : '--omit=dev', '--include=optional'], {
    env: process.env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0)
    throw new Error(`npm ci failed with exit code ${code}; Netsplit needs its dependencies from the npm registry.`);
  const left = firstDifference(tests);
  if (left !== undefined) throw new Error(`npm ci ended well, but node_modules is still not complete: ${left}.`);
}

/** npm writes down in this file what it installed. */
const installedList = path.join(repo, 'node_modules', '.package-lock.json');

/** Compares what is installed with what is asked for. */
function firstDifference(tests) {
  if (!existsSync(installedList)) return 'nothing is installed yet';
  const wanted = lockedPackages(path.join(repo, 'package-lock.json'));
  const installed = lockedPackages(installedList);
  for (const [where, entry] of Object.entries(wanted)) {
    if (where === '' || (entry.dev && !tests)) continue;
    const found = installed[where];
    // Optional packages are those for other platforms.
    if (found === undefined && !entry.optional) return `${where} is missing`;
    const same = found === undefined || (found.version === entry.version && found.integrity === entry.integrity);
    if (!same) return `${where} is not the locked version`;
  }
  return existsSync(pinnedNode) ? undefined : 'the pinned Node is missing';
}

function hasTestTools() {
  return existsSync(installedList) && Object.values(lockedPackages(installedList)).some(({ dev }) => dev);
}

function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
