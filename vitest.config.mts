import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
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
