import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Designs, texts and edits that are drawn by chance, from seeds: `npm run check` leaves them out. */
const RANDOM = [
  'core/src/testing/{anyText,naive,simulated}/**/*.test.ts',
  'core/src/testing/{needs,patterns,reliability}.compare.test.ts',
  'core/src/findings/openGate.test.ts',
  'core/src/fixes/honest.test.ts',
  'core/src/syntax/unaffected.test.ts',
  'server/src/**/edits.test.ts',
  'server/src/analysis/faults.test.ts',
  'server/src/manyDesigns.test.ts',
];

const SETUP = ['test/setup/seed.ts'];

/** Pages of the panels, drawn by a real Chromium. */
const BROWSER = [
  'webview/src/{diagram,report,timeline}.test.ts',
  'page/src/{interactive,play}.test.ts',
  'test/site/**/*.test.ts',
];

/**
 * What takes minutes begins first: by its size, which is how vitest goes on a fresh clone, it would begin when all
 * others are done and leave the other cores without work.
 */
const LONG = ['/edits.', '/anyText/', '/simulated/', '/naive/', '/hostile.', '/server.', '/webview/'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      (LONG.findIndex((part) => moduleId.includes(part)) + LONG.length + 1) % (LONG.length + 1);
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    // By itself vitest leaves one core idle, which is half of the machine that decides on a change.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: SETUP,
          include: [
            '{core,disk,protocol,server,client,cli,webview,page,bench,reality}/**/*.test.ts',
            'test/{attempts,laws,regressions}/**/*.test.ts',
          ],
          exclude: [...RANDOM, ...BROWSER],
          // Modules are loaded once for each worker and not for each file: tests share no state but what is pure.
          isolate: false,
          // For what hangs; a machine may have other work. Some hooks bundle the server first.
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: { name: 'random', setupFiles: SETUP, include: RANDOM, testTimeout: 180_000, hookTimeout: 60_000 },
      },
      {
        test: { name: 'browser', include: BROWSER, testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        // Needs the programs unshare, ip and nft, and to be allowed namespaces of its own.
        test: { name: 'namespaces', include: ['test/namespaces/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        // Needs the programs spin and gcc.
        test: { name: 'spin', include: ['test/spin/**/*.test.ts'] },
      },
      {
        // Needs out/netsplit.vsix and out/npm/.
        test: { name: 'package', include: ['test/package/**/*.test.mjs'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
      {
        // Needs the programs nvim, emacs and gcc, and out/npm/.
        test: { name: 'editors', include: ['test/editors/**/*.test.mjs'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
      {
        // Needs the browser-hosted VS Code and out/netsplit.vsix.
        test: { name: 'host', include: ['test/host/**/*.test.mjs'], testTimeout: 120_000 },
      },
    ],
  },
});
