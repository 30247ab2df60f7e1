// Editors, run without a screen, on a design of their own, with the installed package on the path.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repo } from '../../scripts/setup.mjs';
import { withNode } from '../package/installed.mjs';

/** One mistake, and an operation that the mistake has nothing to do with. */
export const DESIGN = `node us1, us2, eu1
mesh us1, us2, eu1
store orders on us1, us2, eu1 { choose CP }
client web at us1
operation pay: write orders from web
operation view: read order from web
`;

/** The entries for editors, and the grammar. */
export const editors = path.join(repo, 'editors');
export const scripts = path.join(repo, 'test', 'editors');

/** An empty folder; `remove` takes it away. */
export function temporary() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'netsplit-editors-')));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

/** What the script of an editor wrote into $OUT. */
export function run(program, args, folder, env) {
  const out = path.join(folder, `${program}.json`);
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    // Its settings, plugins and caches of the user stay out of it.
    env: { ...withNode(env), EDITORS: editors, OUT: out, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    encoding: 'utf8',
    timeout: 100_000,
  });
  if (!existsSync(out)) throw new Error(`${program} ended with ${error ?? status}: ${stdout}${stderr}`);
  return JSON.parse(readFileSync(out, 'utf8'));
}

/** The same, with the design in a file and the language server of the installed package on the path. */
export function runOnDesign(program, args, installed) {
  const { folder, remove } = temporary();
  try {
    const design = path.join(folder, 'shop.cap');
    writeFileSync(design, DESIGN);
    const bin = path.join(installed.place, 'node_modules', '.bin');
    const PATH = [bin, withNode().PATH].join(path.delimiter);
    return run(program, args, folder, { DESIGN: design, PATH });
  } finally {
    remove();
  }
}
