// npm run package: makes out/netsplit.vsix and out/npm/, and refuses a package with a warning or above its size.

import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';
import { packageForNpm } from './npmPackage.mjs';
import { packagedFile } from './pages.mjs';
import { environment, pinnedNode, repo, setUp } from './setup.mjs';

/** What the extension may weigh: a user who installs it over a bad line should not notice. */
const MOST_BYTES = 1.5 * 1024 * 1024;

/** What package.json says to those who build it, and to nobody who installs the extension. */
const FOR_BUILDING = ['private', 'imports', 'scripts', 'allowScripts', 'dependencies', 'devDependencies', 'bin'];

export const vsix = path.join(repo, 'out', 'netsplit.vsix');

/** The extension as vsce packs it: the files that .vscodeignore lets through, with pages that need no repository. */
const staged = path.join(repo, 'out', 'vsix');

/** Builds for production and makes both packages; resolves with the path of the VSIX. */
export async function packageAll() {
  await setUp();
  await build({ production: true });
  await packageExtension();
  packageForNpm();
  return vsix;
}

async function packageExtension() {
  const manifest = JSON.parse(readFileSync(path.join(repo, 'package.json'), 'utf8'));
  await stage(manifest);
  const vsce = path.join(repo, 'node_modules', '@vscode', 'vsce', 'vsce');
  const { code, output } = await runAndShow(
    pinnedNode,
    [vsce, 'package', '--no-rewrite-relative-links', '--out', vsix],
    staged,
  );
  if (code !== 0) throw new Error(`vsce package failed with exit code ${code}.`);
  if (/warning/i.test(output)) throw new Error('vsce package gave a warning: see above.');
  const bytes = statSync(vsix).size;
  if (bytes > MOST_BYTES) throw new Error(`The VSIX has ${bytes} bytes; ${MOST_BYTES} are allowed.`);
  console.log(
    `Packaged netsplit ${manifest.version}: ${Math.ceil(bytes / 1024)} KiB of at most ${MOST_BYTES / 1024} KiB.`,
  );
}

async function stage(manifest) {
  const { listFiles } = await import('@vscode/vsce');
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  // vsce asks for .vscodeignore where it packs too.
  for (const file of ['.vscodeignore', ...(await listFiles({ cwd: repo, dependencies: false }))])
    cpSync(path.join(repo, file), path.join(staged, file));
  for (const page of ['README.md', 'CHANGELOG.md'])
    writeFileSync(path.join(staged, page), packagedFile(page, manifest));
  const kept = Object.entries(manifest).filter(([key]) => !FOR_BUILDING.includes(key));
  writeFileSync(path.join(staged, 'package.json'), `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

function runAndShow(program, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: environment({ npm_config_loglevel: 'error' }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        process.stdout.write(text);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

if (process.argv[1] === import.meta.filename) {
  try {
    await packageAll();
  } catch (error) {
    // esbuild has printed its own messages already, with code frames.
    console.error(Array.isArray(error?.errors) ? 'The build failed.' : error.message);
    process.exitCode = 1;
  }
}
