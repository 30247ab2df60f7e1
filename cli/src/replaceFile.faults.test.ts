// Files that are replaced while the disk fails, other programs write, and the process is ended.

import fc from 'fast-check';
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { budgetOf, seedsOf } from '../../core/src/testing/budget.js';
import { replaceFile } from './replaceFile.js';
import { failingFiles } from './testing/failingFiles.js';

const { diskFaults: RUNS } = budgetOf(process.env);

let folder = '';
const at = (name: string): string => path.join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'netsplit-faults-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What another program does to the file, before one of the calls. */
const ACTORS = {
  writes: (name: string) => writeFileSync(at(name), 'theirs'),
  removes: (name: string) => rmSync(at(name), { force: true }),
  links: (name: string) => {
    rmSync(at(name), { force: true });
    symlinkSync('aside', at(name));
  },
};

interface Step {
  readonly name: string;
  /** The call that something happens before, from 1; there are about ten. */
  readonly nth: number;
  readonly event: keyof typeof ACTORS | 'ENOSPC' | 'EIO' | 'EROFS' | 'nothing';
  readonly isSure: boolean;
}

const NAMES = ['plain', 'link', 'far', 'new'] as const;
const step: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom(...NAMES),
  nth: fc.integer({ min: 1, max: 14 }),
  event: fc.constantFrom('writes', 'removes', 'links', 'ENOSPC', 'EIO', 'EROFS', 'nothing'),
  isSure: fc.boolean(),
});

const isActor = (event: Step['event']): event is keyof typeof ACTORS => event in ACTORS;

function setUp(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(at('sub'), { recursive: true });
  for (const name of ['plain', 'aside', 'sub/far']) writeFileSync(at(name), `old ${name}`);
  chmodSync(at('plain'), 0o640);
  symlinkSync('plain', at('link'));
  symlinkSync('sub/far', at('far'));
}

/** Every file below the folder, with its text; of a link, where it leads. */
function contents(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true }).map(String);
  return Object.fromEntries(
    names.flatMap((name) => {
      const stats = lstatSync(at(name));
      if (stats.isDirectory()) return [];
      return [[name, stats.isSymbolicLink() ? 'link' : readFileSync(at(name), 'utf8')]];
    }),
  );
}

function textOf(name: string): string | undefined {
  try {
    return readFileSync(at(name), 'utf8');
  } catch {
    return undefined;
  }
}

async function replaced(one: Step, text: string): Promise<{ readonly isWritten: boolean; readonly calls: number }> {
  const { name, nth, event, isSure } = one;
  const { files, calls } = failingFiles(nth, async () => {
    if (isActor(event)) ACTORS[event](name);
    else if (event !== 'nothing') throw Object.assign(new Error(event), { code: event });
  });
  const old = textOf(name);
  const was = isSure && old !== undefined ? { was: Buffer.from(old) } : {};
  const isWritten = await replaceFile(at(name), text, { ...was, files }).then(
    () => true,
    () => false,
  );
  return { isWritten, calls: calls() };
}

test.each(seedsOf(20070301, process.env))(
  'each text stays whole, and nothing beside it, from seed %i',
  async (seed) => {
    const met = new Map<string, number>();
    const meet = (what: string): unknown => met.set(what, (met.get(what) ?? 0) + 1);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        setUp();
        const whole = new Set(['theirs', ...Object.values(contents())]);
        for (const [i, one] of steps.entries()) {
          const before = contents();
          const text = `text ${i} of ${one.name}, long enough to be cut in two`;
          whole.add(text);
          const { isWritten, calls } = await replaced(one, text);
          const after = contents();
          meet(`${one.event} ${isWritten}`);
          expect(Object.keys(after).filter((name) => name.endsWith('.tmp'))).toEqual([]);
          expect(Object.values(after).filter((each) => !whole.has(each))).toEqual([]);
          if (isActor(one.event)) continue;
          expect([one, isWritten]).toEqual([one, one.event === 'nothing' || calls < one.nth]);
          if (isWritten) expect(textOf(one.name)).toBe(text);
          else expect(after).toEqual(before);
        }
      }),
      { seed, numRuns: RUNS },
    );
    // Each event was met, and each fault has hit.
    const expected = ['ENOSPC', 'EIO', 'EROFS'].flatMap((code) => [`${code} true`, `${code} false`]);
    expect([...met.keys()]).toEqual(expect.arrayContaining([...expected, 'writes true', 'writes false', 'links true']));
  },
);

test('a process that is ended at any step leaves the old text or the new one, whole', async () => {
  const script = at('replace.cjs');
  await build({
    stdin: {
      contents: `import { replaceFile } from './replaceFile.js';
        import { failingFiles } from './testing/failingFiles.js';
        const [, , file, nth, signal] = process.argv;
        const { files } = failingFiles(Number(nth), () => {
          process.kill(process.pid, signal);
          return new Promise(() => undefined);
        });
        // Without it, a process that waits for its signal has nothing left to do.
        const alive = setInterval(() => undefined, 1000);
        replaceFile(file, 'new text', { was: Buffer.from('old text'), files }).finally(() => clearInterval(alive));`,
      resolveDir: import.meta.dirname,
    },
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  mkdirSync(at('files'));
  const endedAt = async (nth: number, signal: NodeJS.Signals): Promise<unknown> => {
    writeFileSync(at('files/target'), 'old text');
    const child = spawn(process.execPath, [script, at('files/target'), String(nth), signal], { stdio: 'inherit' });
    return new Promise((resolve) => child.once('exit', (code, by) => resolve(by ?? code)));
  };
  const texts = new Set<string>();
  for (let nth = 1; ; nth++) {
    const ended = await endedAt(nth, 'SIGKILL');
    texts.add(readFileSync(at('files/target'), 'utf8'));
    for (const left of readdirSync(at('files'))) if (left !== 'target') rmSync(at(`files/${left}`));
    if (ended === 0) break;
    expect(ended).toBe('SIGKILL');
    // A process hears these, and nothing stays beside the file.
    const signal = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const)[nth % 3] ?? 'SIGTERM';
    expect(await endedAt(nth, signal)).toBe(signal);
    expect([readdirSync(at('files')), readFileSync(at('files/target'), 'utf8')]).toEqual([['target'], 'old text']);
  }
  expect([...texts]).toEqual(['old text', 'new text']);
});
