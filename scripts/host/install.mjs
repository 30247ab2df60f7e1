// A real VS Code from the npm registry: the package code-server carries VS Code's own server and workbench.
// Used where the desktop program is not there and cannot be downloaded. It is installed once, outside tracked files.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { npm, repo, environment } from '../setup.mjs';

const here = import.meta.dirname;

/** Where hosts are kept; NETSPLIT_HOST_DIR lets several clones share one. */
const cache = path.resolve(process.env.NETSPLIT_HOST_DIR ?? path.join(repo, '.host'));

/** Installs the host where it is not there yet; resolves with the folder that holds VS Code's server. */
export async function installHost() {
  const lock = readFileSync(path.join(here, 'package-lock.json'));
  const version = JSON.parse(lock).packages['node_modules/code-server'].version;
  const name = `code-server-${version}-${createHash('sha256').update(lock).digest('hex').slice(0, 8)}`;
  const done = path.join(cache, name);
  const server = (root) => path.join(root, 'node_modules', 'code-server', 'lib', 'vscode');
  if (existsSync(done)) return server(done);

  console.log(`Installing a browser-hosted VS Code (code-server ${version}, 500 MB) into ${done}, once…`);
  const building = `${done}.${process.pid}`;
  mkdirSync(building, { recursive: true });
  try {
    for (const file of ['package.json', 'package-lock.json']) cpSync(path.join(here, file), path.join(building, file));
    // Its native modules (a log file, a terminal, Kerberos) would need a compiler and are not used here.
    const options = { env: environment(), stdio: ['ignore', 'ignore', 'inherit'] };
    await npmOrThrow(['ci', '--ignore-scripts'], { ...options, cwd: building });
    // `npm ci` refuses the lock file that comes with it, for one optional package that it leaves out.
    await npmOrThrow(['install', '--ignore-scripts', '--omit=dev', '--omit=optional'], {
      ...options,
      cwd: server(building),
    });
    // Renamed only when complete: an interrupted install never looks like a finished one.
    renameSync(building, done);
  } catch (error) {
    // Another process may have been first.
    if (!existsSync(done)) throw error;
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return server(done);
}

async function npmOrThrow(args, options) {
  const code = await npm(args, options);
  if (code !== 0)
    throw new Error(
      `Installing the browser-hosted VS Code failed: npm ${args.join(' ')} ended with exit code ${code}.`,
    );
}

if (process.argv[1] === import.meta.filename) console.log(await installHost());
