// The npm package, packed and installed from its file into an empty folder without the network, as its users get it.

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { npmFolder } from '../../scripts/npmPackage.mjs';
import { environment, onWindows, pinnedNode } from '../../scripts/setup.mjs';

/** What the package runs on: NETSPLIT_NODE is another Node. */
export const node = process.env.NETSPLIT_NODE ?? pinnedNode;

/** The caller's environment with that Node first on the PATH. */
export function withNode(extra = {}) {
  const env = environment(extra);
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH');
  return { ...env, [key]: [path.dirname(node), env[key]].join(path.delimiter) };
}

/** Installs the package; `remove` takes the folder away again. */
export function installFromFile() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'netsplit-npm-')));
  const place = path.join(folder, 'project');
  npm(['pack', npmFolder, '--pack-destination', folder], folder);
  const [archive] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  mkdirSync(place);
  writeFileSync(path.join(place, 'package.json'), '{ "private": true }');
  npm(['install', '--offline', path.join(folder, archive)], place);
  const root = path.join(place, 'node_modules', 'netsplit');
  const cli = path.join(root, 'dist', 'cli.js');
  return {
    place,
    root,
    archive: path.join(folder, archive),
    /** Runs it to its end, through the name that npm put on the path. */
    netsplit: (args, input = '') => {
      const command = path.join(place, 'node_modules', '.bin', onWindows ? 'netsplit.cmd' : 'netsplit');
      const { status, stdout, stderr } = spawnSync(command, args, {
        cwd: place,
        env: withNode(),
        input,
        shell: onWindows,
        encoding: 'utf8',
      });
      return { code: status, out: stdout, err: stderr };
    },
    start: (args) => spawn(node, [cli, ...args], { cwd: place, stdio: ['pipe', 'pipe', 'inherit'] }),
    cli,
    write: (name, text) => writeFileSync(path.join(place, name), text),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

function npm(args, cwd) {
  const { status, stderr } = spawnSync(
    onWindows ? 'npm.cmd' : 'npm',
    [...args, '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd, env: ofItsOwn(withNode()), shell: onWindows, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`npm ${args[0]} ended with exit code ${status}: ${stderr}`);
}

/** Without what an npm that runs the tests tells its scripts: that is about this project, and not about the folder. */
function ofItsOwn(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_/i.test(name)));
}
