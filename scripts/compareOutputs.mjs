// npm run compare-outputs -- REV: does the command line print the same as at commit REV? Runs every command of both on
// all samples and on 200 generated designs, and compares standard output, standard error and the exit code byte for
// byte. Ends with exit code 1 where something differs, and prints the first line that does.
//
//   npm run compare-outputs -- HEAD~3              the working tree with a commit
//   npm run compare-outputs -- /path/to/checkout   … with a folder; its node_modules is used where it has one
//   npm run compare-outputs -- HEAD --only explain … those command lines alone that contain a text
//   npm run compare-outputs -- HEAD --all          prints every difference, not only the first 20
//
// What a commit printed is kept below out/compare/ as hashes: the second comparison with it takes half of the time.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { commandLines } from './compare/commandLines.mjs';
import { Runner } from './compare/runner.mjs';
import { npm, repo, setUp } from './setup.mjs';

const SEED = 20260101;
const GENERATED = 200;
/** At most this many differences are printed; the others are counted. */
const MOST_PRINTED = 20;

const out = path.join(repo, 'out', 'compare');
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, all: { type: 'boolean' } },
});

try {
  process.exitCode = (await compareOutputs(positionals[0])) ? 0 : 1;
} catch (error) {
  console.error(`compare-outputs: ${error.message}`);
  process.exitCode = 2;
}

/** True where all is the same. */
async function compareOutputs(before) {
  if (before === undefined) throw new Error('say what to compare with: npm run compare-outputs -- REV');
  await setUp();
  const folder = existsSync(before) ? path.resolve(before) : await checkOut(before);
  const designs = await writeDesigns();
  const bundles = {
    before: await bundle(folder, 'cli/src/run.ts', 'before.cjs'),
    after: await bundle(repo, 'cli/src/run.ts', 'after.cjs'),
  };
  const lines = commandLines(designs).filter(({ args }) => args.join(' ').includes(values.only ?? ''));
  console.log(`${lines.length} command lines on ${readdirSync(designs).length} files, before (${before}) and after…`);
  const outputs = [await hashesOf(bundles.before, lines, designs), await hashesOf(bundles.after, lines, designs)];
  const different = lines.filter((_, i) => outputs[0][i] !== outputs[1][i]);
  for (const line of values.all ? different : different.slice(0, MOST_PRINTED)) await show(bundles, line, designs);
  console.log(`${lines.length - different.length} the same, ${different.length} different.`);
  return different.length === 0;
}

/** The tree of a commit below out/, with dependencies: those of the working tree where the lock files are the same. */
async function checkOut(revision) {
  const commit = git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`).trim();
  const folder = path.join(out, 'trees', commit.slice(0, 12));
  const done = path.join(folder, 'out-of-git');
  if (existsSync(done)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = path.join(folder, 'tree.tar');
  git('archive', '--output', archive, commit);
  execFileSync('tar', ['-xf', 'tree.tar'], { cwd: folder });
  rmSync(archive);
  const lock = (where) => readFileSync(path.join(where, 'package-lock.json'), 'utf8');
  if (lock(folder) === lock(repo))
    symlinkSync(path.join(repo, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  else if ((await npm(['ci', '--ignore-scripts'], { cwd: folder, env: process.env })) !== 0)
    throw new Error(`npm ci failed in ${folder}`);
  writeFileSync(done, '');
  return folder;
}

function git(...args) {
  try {
    return execFileSync('git', args, { cwd: repo, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`git ${args.join(' ')} failed: ${error.stderr.trim() || 'there is no such commit'}`);
  }
}

/** The samples and the generated designs in a folder, which both command lines take as their working directory. */
async function writeDesigns() {
  const folder = path.join(out, 'designs');
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(repo, 'samples'), folder, { recursive: true });
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.cap'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const { default: generator } = await import(await bundle(repo, 'core/src/testing/anyText/designs.ts', 'designs.cjs'));
  generator.designTexts(texts, SEED, GENERATED).forEach((text, i) => {
    writeFileSync(path.join(folder, `generated-${String(i + 1).padStart(3, '0')}.cap`), text);
  });
  return folder;
}

async function bundle(tree, from, to) {
  const esbuild = await import('esbuild');
  const outfile = path.join(out, to);
  await esbuild.build({
    absWorkingDir: tree,
    entryPoints: [from],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return outfile;
}

/** A hash of what each command line prints; from the last time, where bundle and designs are the same. */
async function hashesOf(bundled, lines, designs) {
  const key = createHash('sha256').update(readFileSync(bundled)).update(JSON.stringify(lines));
  for (const name of readdirSync(designs).filter((file) => file.endsWith('.cap')))
    key.update(readFileSync(path.join(designs, name)));
  const kept = path.join(out, `hashes-${key.digest('hex').slice(0, 16)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  const hashes = await runAll(bundled, lines, designs);
  writeFileSync(kept, JSON.stringify(hashes));
  return hashes;
}

/** Runs all on as many threads as there are cores; those that are free take the next few lines. */
async function runAll(bundled, lines, designs) {
  const hashes = [];
  let next = 0;
  const work = async () => {
    const runner = new Runner(bundled, designs);
    while (next < lines.length) {
      const first = next;
      next += 25;
      const outputs = await runner.run(lines.slice(first, next));
      outputs.forEach((output, i) => {
        hashes[first + i] = createHash('sha256').update(JSON.stringify(output)).digest('base64');
      });
    }
    await runner.close();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return hashes;
}

/** Prints in what the two differ. */
async function show(bundles, line, designs) {
  const outputs = [];
  for (const bundled of [bundles.before, bundles.after]) {
    const runner = new Runner(bundled, designs);
    outputs.push(...(await runner.run([line])));
    await runner.close();
  }
  console.log(`\nnetsplit ${line.args.join(' ')}${line.stdin === undefined ? '' : ` < ${line.stdin}`}`);
  const [before, after] = outputs;
  if (before.code !== after.code) console.log(`  exit code ${before.code} before, ${after.code} after`);
  for (const stream of ['out', 'err']) {
    if (before[stream] !== after[stream]) console.log(firstDifference(stream, before[stream], after[stream]));
  }
}

function firstDifference(stream, before, after) {
  const [was, is] = [before.split('\n'), after.split('\n')];
  const at = was.findIndex((text, i) => text !== is[i]);
  const line = at < 0 ? was.length : at;
  const context = was.slice(Math.max(0, line - 2), line).map((text) => `    ${text}`);
  return [
    `  standard ${stream === 'out' ? 'output' : 'error'}, line ${line + 1}:`,
    ...context,
    `  - ${was[line] ?? '(ends here)'}`,
    `  + ${is[line] ?? '(ends here)'}`,
  ].join('\n');
}
