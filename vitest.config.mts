import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes minutes begins first: by its size, which is how vitest goes on a fresh clone, it would begin when all
 * others are done and leave the other cores without work.
 */
const LONG = ['/simulated/settled.', '/simulated/', '/naive/', '/anyText/', '/edits.'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      (LONG.findIndex((part) => moduleId.includes(part)) + LONG.length + 1) % (LONG.length + 1);
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{core,protocol,server,client,cli,webview,bench}/**/*.test.ts', 'test/laws/**/*.test.ts'],
          // For what hangs; a machine may have other work.
          testTimeout: 60_000,
          // The same: some bundle the server first.
          hookTimeout: 60_000,
        },
      },
      {
        // Needs the programs spin and gcc.
        test: { name: 'spin', include: ['test/spin/**/*.test.ts'] },
      },
      {
        // Needs the browser-hosted VS Code.
        test: { name: 'host', include: ['test/host/**/*.test.mjs'], testTimeout: 120_000 },
      },
    ],
  },
});
