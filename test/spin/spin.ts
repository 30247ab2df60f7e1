import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Under how many faults something can happen, by "operation from client: verdict". */
export type Counts = Readonly<Record<string, number>>;

/**
 * What SPIN counts of a model that `netsplit export` wrote: generates the verifier, compiles it, explores. Throws where
 * it did not look at everything.
 */
export async function countWithSpin(promela: string): Promise<Counts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'netsplit-spin-'));
  try {
    await writeFile(path.join(folder, 'design.pml'), promela);
    await runProgram('spin', ['-a', 'design.pml'], folder);
    await runProgram('gcc', ['-O0', '-DSAFETY', '-o', 'pan', 'pan.c'], folder);
    return readCounts(await runProgram('./pan', ['-n', '-w20'], folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readCounts(output: string): Counts {
  const complete =
    /^(\d+) of \1 faults$/m.test(output) &&
    /errors: 0$/m.test(output) &&
    !/max search depth too small|out of memory/.test(output);
  if (!complete) throw new Error(`SPIN did not look at everything:\n${output}`);
  return Object.fromEntries(
    [...output.matchAll(/^(\w+ from \w+: \S+) under (\d+)$/gm)].map(([, what, count]) => [what, Number(count)]),
  );
}

/** Standard output of a program that ends well. */
function runProgram(program: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ENOENT'
          ? new Error(
              `The comparison with SPIN needs the program ${program}: install it with \`apt-get install spin gcc\`.`,
            )
          : error,
      );
    });
    child.once('close', (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`${program} ${args.join(' ')} ended with exit code ${code}:\n${out}${err}`));
    });
  });
}
