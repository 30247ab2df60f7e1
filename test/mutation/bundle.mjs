// The engine and the tests that judge it, as one file: loading them one by one is most of what a mutant costs.

import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * What is drawn by hand first: it takes a second, and most mutants don't get past it. Then the literature, and a few
 * designs of each comparison, always the same ones.
 */
const TESTS = [
  'core/src/engine/{replication,guarantees}/*.test.ts',
  'core/src/network/*.test.ts',
  'core/src/engine/{connection,derived,destroyed,expectations,explore,family,label,latency,pairs,paths}.test.ts',
  'core/src/engine/{reliability,replicas,request,requires,services,sweep,viewPartitions,work}.test.ts',
  'core/src/{model/presets,findings,checks}/*.test.ts',
  'core/src/render/{words,reports,print}/*.test.ts',
  'core/src/ide/{codeLenses,expectationRun,hover,inlayHints}.test.ts',
  'core/src/engine/needs.test.ts',
  'core/src/testing/literature/*.test.ts',
  'core/src/testing/{facts,needs,reliability}.compare.test.ts',
  'core/src/testing/{naive,simulated}/*.test.ts',
];

/** Tests that read a file look for it from where they are. */
const inPlace = {
  name: 'in place',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.test\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    })),
};

const paths = ['test/mutation/noShrinking.ts', ...TESTS.flatMap(filesOf)];
await build({
  stdin: { contents: paths.map((path) => `import './${path}';`).join('\n'), resolveDir: process.cwd() },
  outfile: 'out/mutation/engine.test.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  external: ['vitest', 'fast-check'],
  plugins: [inPlace],
});

/** A pattern that finds nothing is left from a folder that moved: its tests would be missed without a word. */
function filesOf(pattern) {
  const files = globSync(pattern).sort();
  if (files.length === 0) throw new Error(`No test is ${pattern}: has its folder moved?`);
  return files;
}
