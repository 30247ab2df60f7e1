// npm run soak:vscode -- MINUTES SEED: a random editor at full speed in a real VS Code. Prints what it saw; fails where
// the log has an error, the memory of the language server grows beyond its bound, or a fresh server says something else.

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { repo } from '../../scripts/setup.mjs';
import { runInVscode } from './run.mjs';

/** Of the language server and its analysis together, in MB: as in `scripts/soak.mjs`. */
const MOST_MEMORY = 1500;
/** Beside typing: installing, starting, and waiting for the last verdicts. */
const MORE_SECONDS = 420;

const [minutes = 10, seed = 20120914] = process.argv.slice(2).map(Number);
const results = path.join(repo, 'out', 'vscode-soak.json');
const looks = path.join(repo, 'out', 'vscode-soak');
rmSync(looks, { recursive: true, force: true });
rmSync(results, { force: true });
mkdirSync(looks, { recursive: true });
copyFileSync(path.join(repo, 'test', 'vscode', 'watchServer.cjs'), path.join(looks, 'watchServer.cjs'));
process.env.NETSPLIT_VSCODE_TIMEOUT = String(60 * minutes + MORE_SECONDS);
await runInVscode('soak.js', {
  NETSPLIT_RESULTS: results,
  NETSPLIT_SOAK_MINUTES: String(minutes),
  NETSPLIT_SOAK_SEED: String(seed),
  NETSPLIT_SOAK_LOOKS: looks,
});
if (!existsSync(results)) throw new Error('The soak did not come to its end.');
const soaked = JSON.parse(readFileSync(results, 'utf8'));
console.log(JSON.stringify(soaked, undefined, 2));
const { logs, different, memory } = soaked;
if (logs.length > 0 || different.length > 0 || memory.length === 0 || Math.max(...memory) > MOST_MEMORY)
  process.exitCode = 1;
