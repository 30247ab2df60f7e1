// npm run package: makes out/netsplit.vsix, and refuses a package with a warning or above its size.

import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { environment, pinnedNode, repo, setUp } from './setup.mjs';

/** What the extension may weigh: a user who installs it over a bad line should not notice. */
const MOST_BYTES = 1.5 * 1024 * 1024;

export const vsix = path.join(repo, 'out', 'netsplit.vsix');

/** Packages the extension (vsce runs the production build first); resolves with the path of the VSIX. */
export async function packageExtension() {
  await setUp();
  mkdirSync(path.dirname(vsix), { recursive: true });
  const vsce = path.join(repo, 'node_modules', '@vscode', 'vsce', 'vsce');
  // The README's links stay relative to the repository, for there is no public address to make them absolute with.
  const { code, output } = await runAndShow(pinnedNode, [
    vsce,
    'package',
    '--no-rewrite-relative-links',
    '--out',
    vsix,
  ]);
  if (code !== 0) throw new Error(`vsce package failed with exit code ${code}.`);
  if (/warning/i.test(output)) throw new Error('vsce package gave a warning: see above.');
  const bytes = statSync(vsix).size;
  if (bytes > MOST_BYTES) throw new Error(`The VSIX has ${bytes} bytes; ${MOST_BYTES} are allowed.`);
  const { version } = JSON.parse(readFileSync(path.join(repo, 'package.json'), 'utf8'));
  console.log(`Packaged netsplit ${version}: ${Math.ceil(bytes / 1024)} KiB of at most ${MOST_BYTES / 1024} KiB.`);
  return vsix;
}

function runAndShow(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: repo,
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
    await packageExtension();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
