// Every verdict of mesh.cap by the CLI, end to end, beside SPIN exploring the same model: the same counts, and how much
// faster.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pinnedNode, repo } from '../scripts/setup.mjs';

const RUNS = 5;

function timed(program, args, cwd) {
  const start = performance.now();
  const { status, stdout, error } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (error?.code === 'ENOENT')
    throw new Error(`The comparison with SPIN needs ${program}: install the packages spin and gcc.`);
  return { ms: performance.now() - start, status, stdout };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** In how many sets of cuts the read can be stale until the heal, and the median time of the whole command. */
function netsplit(flags) {
  const runs = Array.from({ length: RUNS }, () =>
    timed(pinnedNode, [path.join(repo, 'dist/cli.js'), 'check', 'bench/mesh.cap', '--format', 'json', ...flags], repo),
  );
  const [file] = JSON.parse(runs[0].stdout).files;
  const read = file.operations.find(({ operation }) => operation === 'get');
  const stale = read.findings.find(({ verdict, howLong }) => verdict === 'stale' && howLong === 'heal');
  return { count: Number(stale.faults), ms: median(runs.map(({ ms }) => ms)) };
}

/** The same with SPIN: generate, compile, explore. */
function spin(flags, folder) {
  const generate = timed('spin', [...flags, '-o2', '-a', 'mesh.pml'], folder);
  const compile = timed('gcc', ['-O2', '-DSAFETY', '-o', 'pan', 'pan.c'], folder);
  const explore = timed('./pan', ['-m1000', '-c0', '-w22'], folder);
  const errors = /errors: (\d+)/.exec(explore.stdout);
  if (errors === null) throw new Error(`SPIN did not finish:\n${generate.stdout}${compile.stdout}${explore.stdout}`);
  return { count: Number(errors[1]), ms: generate.ms + compile.ms + explore.ms, exploreMs: explore.ms };
}

export function benchMesh() {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-bench-'));
  try {
    copyFileSync(path.join(repo, 'bench/mesh.pml'), path.join(folder, 'mesh.pml'));
    for (const [name, ours, theirs] of [
      ['writes during the break only', ['--no-last-writes'], []],
      ['and just before it', [], ['-DLAST_WRITES']],
    ]) {
      const a = netsplit(ours);
      const b = spin(theirs, folder);
      console.log(`5 replicas, 20 links, 2^20 cuts; ${name}:`);
      console.log(
        `  stale cuts     netsplit ${a.count}   SPIN ${b.count}   ${a.count === b.count ? 'equal' : 'DIFFERENT'}`,
      );
      console.log(
        `  end to end     netsplit ${a.ms.toFixed(0)} ms   SPIN ${b.ms.toFixed(0)} ms   ${(b.ms / a.ms).toFixed(1)} times faster`,
      );
      console.log(
        `  (SPIN's exploration alone, without generating and compiling: ${b.exploreMs.toFixed(0)} ms, ${(b.exploreMs / a.ms).toFixed(1)} times)`,
      );
      if (a.count !== b.count) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
