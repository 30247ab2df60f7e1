// node scripts/soak.mjs MINUTES SEED: a random editor at full speed against the language server. Prints what it saw;
// fails where the log has an error, the memory grows beyond its bound, or a fresh server says something else.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repo } from './setup.mjs';

/** Of the server and its analysis together: nine minutes of it took 421. In MB. */
const MOST_MEMORY = 1500;

const [minutes = 10, seed = 20120914] = process.argv.slice(2).map(Number);
const outfile = path.join(repo, 'out', 'soak', 'soak.mjs');
const { build } = await import('esbuild');
await build({
  entryPoints: [path.join(repo, 'server/src/testing/soak.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  define: { 'import.meta.dirname': JSON.stringify(path.join(repo, 'server/src/testing')) },
  logLevel: 'warning',
});
const { soak } = await import(pathToFileURL(outfile).href);
const soaked = await soak(minutes, seed, path.join(repo, 'samples'));
console.log(JSON.stringify(soaked, undefined, 2));
if (soaked.logs.length > 0 || soaked.different.length > 0 || Math.max(...soaked.memory) > MOST_MEMORY)
  process.exitCode = 1;
