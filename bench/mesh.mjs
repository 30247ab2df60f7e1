// Every verdict of mesh.cap by the CLI, end to end, beside model checkers that explore the same model: the same counts,
// and how much faster. SPIN is always run; TLC and Quint's simulator are where the environment says where they are.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pinnedNode, repo } from '../scripts/setup.mjs';

const RUNS = 5;
/** Runs that Quint's simulator draws: the share of stale ones is then known to about 0.2 points. */
const SAMPLES = 100_000;
const SETS_OF_CUTS = 2 ** 20;

function timed(program, args, cwd) {
  const start = performance.now();
  const { status, stdout, error } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (error?.code === 'ENOENT') throw new Error(`The comparison needs ${program}, which is not on this machine.`);
  return { ms: performance.now() - start, status, stdout };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** In how many sets of cuts the read can be stale until the heal, and the median time of the whole command. */
function netsplit(hasLastWrites) {
  const flags = hasLastWrites ? [] : ['--no-last-writes'];
  const runs = Array.from({ length: RUNS }, () =>
    timed(pinnedNode, [path.join(repo, 'dist/cli.js'), 'check', 'bench/mesh.cap', '--format', 'json', ...flags], repo),
  );
  const [file] = JSON.parse(runs[0].stdout).files;
  const read = file.operations.find(({ operation }) => operation === 'get');
  const stale = read.findings.find(({ verdict, howLong }) => verdict === 'stale' && howLong === 'heal');
  return { count: Number(stale.faults), ms: median(runs.map(({ ms }) => ms)) };
}

/** The number that a peer printed for the stale sets of cuts. */
function countIn(peer, pattern, stdout) {
  const found = pattern.exec(stdout);
  if (found === null) throw new Error(`${peer} did not finish:\n${stdout}`);
  return Number(found[1]);
}

/**
 * SPIN: generate, compile, explore. `settings`: of the compiler and of the exploration; as its manual begins, there are
 * none.
 */
function spin(settings, hasLastWrites, folder) {
  const generate = timed('spin', [...(hasLastWrites ? ['-DLAST_WRITES'] : []), '-o2', '-a', 'mesh.pml'], folder);
  const compile = timed('gcc', [...settings.compiler, '-o', 'pan', 'pan.c'], folder);
  const explore = timed('./pan', ['-m1000', '-c0', ...settings.exploration], folder);
  return {
    count: countIn('SPIN', /errors: (\d+)/, explore.stdout),
    ms: generate.ms + compile.ms + explore.ms,
    more: `its exploration alone ${explore.ms.toFixed(0)} ms`,
  };
}

const TUNED = { compiler: ['-O2', '-DSAFETY'], exploration: ['-w22'] };
const PLAIN = { compiler: [], exploration: [] };

/** TLC with one worker, from start to exit: each initial state is one set of cut links. */
function tlc(classPath, hasLastWrites, folder) {
  writeFileSync(
    path.join(folder, 'mesh.cfg'),
    `CONSTANT LastWrites = ${hasLastWrites ? 'TRUE' : 'FALSE'}
INIT Init
NEXT Next
INVARIANT Counted
POSTCONDITION Told
CHECK_DEADLOCK FALSE
`,
  );
  const java = ['-XX:+UseParallelGC', '-cp', classPath, 'tlc2.TLC', '-workers', '1', 'mesh'];
  const { ms, stdout } = timed('java', java, folder);
  return { count: countIn('TLC', /"stale", (\d+)/, stdout), ms };
}

/** Quint's simulator draws sets of cuts: it estimates the count, and never ends with all of them. */
function quint(program, hasLastWrites, folder) {
  const { ms, stdout } = timed(
    program,
    [
      'run',
      'mesh.qnt',
      `--main=${hasLastWrites ? 'meshWithLastWrites' : 'meshDuringBreak'}`,
      '--backend=typescript',
      '--seed=1',
      '--max-steps=1',
      `--max-samples=${SAMPLES}`,
      '--witnesses=stale',
      '--verbosity=1',
    ],
    folder,
  );
  const seen = countIn('Quint', /stale was witnessed in (\d+) trace/, stdout);
  return { about: Math.round((seen / SAMPLES) * SETS_OF_CUTS), ms, more: `${SAMPLES} sets of cuts drawn` };
}

/** Name and run of each peer that this machine has. */
function peers() {
  const { TLC_CLASSPATH, QUINT } = process.env;
  return [
    ['SPIN, tuned', (...args) => spin(TUNED, ...args)],
    ['SPIN, plain', (...args) => spin(PLAIN, ...args)],
    ...(TLC_CLASSPATH ? [['TLC', (...args) => tlc(path.resolve(TLC_CLASSPATH), ...args)]] : []),
    ...(QUINT ? [["Quint's simulator", (...args) => quint(path.resolve(QUINT), ...args)]] : []),
  ];
}

export function benchMesh() {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-bench-'));
  try {
    for (const name of ['mesh.pml', 'mesh.tla', 'mesh.qnt'])
      cpSync(path.join(repo, 'bench', name), path.join(folder, name));
    for (const [name, hasLastWrites] of [
      ['writes during the break only', false],
      ['and just before it', true],
    ]) {
      const ours = netsplit(hasLastWrites);
      console.log(`5 replicas, 20 links, 2^20 cuts; ${name}:`);
      console.log(`  netsplit: ${ours.count} stale cuts, ${ours.ms.toFixed(0)} ms from start to exit`);
      for (const [peer, run] of peers()) {
        const { count, about, ms, more } = run(hasLastWrites, folder);
        const told =
          count === undefined ? `about ${about}` : `${count}, ${count === ours.count ? 'equal' : 'DIFFERENT'}`;
        const times = `${ms.toFixed(0)} ms, ${(ms / ours.ms).toFixed(1)} times as long`;
        console.log(`  ${peer}: ${told}; ${times}${more === undefined ? '' : ` (${more})`}`);
        if (count !== undefined && count !== ours.count) process.exitCode = 1;
      }
    }
    for (const [peer, variable] of [
      ['TLC', 'TLC_CLASSPATH'],
      ["Quint's simulator", 'QUINT'],
    ])
      if (!process.env[variable]) console.log(`  ${peer}: not run, ${variable} is not set (bench/README.md)`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith('mesh.mjs')) benchMesh();
