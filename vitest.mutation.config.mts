import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What is drawn by hand first: it takes seconds, and most mutants don't get past it. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const slow = (file: TestSpecification): boolean => /compare|simulated|naive/.test(file.moduleId);
    const sorted = [...files].sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
    return [...sorted.filter((file) => !slow(file)), ...sorted.filter(slow)];
  }
}

// The tests that judge the engine: drawn ones, the literature, products, reports, and a few designs of each comparison, always the same ones.
export default defineConfig({
  test: {
    include: ['core/src/{engine,network,checks,model,render,ide}/**/*.test.ts', 'core/src/testing/{literature,naive,simulated}/**/*.test.ts', 'core/src/testing/*.test.ts'],
    setupFiles: ['test/mutation/noShrinking.ts'],
    sequence: { sequencer: QuickFirst },
    env: { NETSPLIT_RUNS: '5', NETSPLIT_SIMULATED_RUNS: '10', NETSPLIT_SEED: '7' },
    isolate: false,
    // What records which test runs what makes them slower.
    testTimeout: 600_000,
  },
});
