// The oldest Node that the packages are promised to run on, from the npm registry: installed once, outside tracked files.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { npm, onWindows, repo } from './setup.mjs';

/** Its first number is that of `engines.node` in package.json. */
const VERSION = '22.23.3';

const cache = path.resolve(process.env.NETSPLIT_HOST_DIR ?? path.join(repo, '.host'));

/** Installs it where it is not there yet; resolves with its program. */
export async function installOldestNode() {
  const { engines } = JSON.parse(readFileSync(path.join(repo, 'package.json'), 'utf8'));
  if (engines.node !== `>=${VERSION.split('.')[0]}`)
    throw new Error(`package.json promises Node ${engines.node}, and the oldest that is tried is ${VERSION}`);
  const done = path.join(cache, `node-${VERSION}`);
  const program = path.join(done, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');
  if (existsSync(program)) return program;
  const building = `${done}.${process.pid}`;
  mkdirSync(building, { recursive: true });
  try {
    const code = await npm(['install', '--prefix', building, '--no-save', `node@${VERSION}`], { env: process.env });
    if (code !== 0) throw new Error(`npm install node@${VERSION} ended with exit code ${code}`);
    // Renamed only when complete, as an installed VS Code is.
    renameSync(building, done);
  } catch (error) {
    if (!existsSync(done)) throw error;
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return program;
}
