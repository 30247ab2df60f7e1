// `npm run mutation`: would a test notice if the engine said something else? Takes hours on two cores; not part of `npm test`.

import { readdirSync, readFileSync } from 'node:fs';

/** Of the lines of the engine, every so many: some hundred mutants, spread over all files. */
const STEP = 16;
/** What the engine says. Caches and what is skipped because nothing can come of it survive: they change no verdict. */
const FOLDERS = ['core/src/engine', 'core/src/engine/replication', 'core/src/engine/merge', 'core/src/engine/guarantees', 'core/src/network'];
const files = FOLDERS.flatMap((folder) => readdirSync(folder).filter((name) => /^[^.]+\.ts$/.test(name)).map((name) => `${folder}/${name}`));

const sampled = files.flatMap((file) => {
  const lines = readFileSync(file, 'utf8').split('\n').flatMap((line, i) => (/^\s*(\/\/|\/?\*|import |\}|$)/.test(line) ? [] : [i + 1]));
  return lines.filter((_, i) => i % STEP === 8).map((line) => `${file}:${line}-${line}`);
});

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.mts', related: false },
  mutate: sampled,
  // Texts are for people to judge.
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest',
  // What runs while a file is being loaded is a table: all tests would have to run for each.
  ignoreStatic: true,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'out/mutation.json' },
  concurrency: Number(process.env.NETSPLIT_MUTATION_WORKERS ?? 1),
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 30,
  ignorePatterns: ['out', 'dist', '.host'],
  tempDirName: 'out/stryker',
};
