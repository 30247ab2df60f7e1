import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Made by test/mutation/bundle.mjs.
    include: ['out/mutation/engine.test.js'],
    env: { NETSPLIT_BUDGET: 'small', NETSPLIT_FRESH_SEED: '7' },
    // What records which test runs what makes them slower.
    testTimeout: 600_000,
  },
});
