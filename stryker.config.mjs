// `npm run mutation`: would a test notice if the engine said something else? Takes an hour or more on one core; not
// part of `npm test`. See docs/mutation.md.

import { readdirSync, readFileSync } from 'node:fs';

/** One line of the engine's code in this many, numbered through all its files: some hundred mutants. */
const STEP = 13;
/** What the engine says. Caches and what is skipped because nothing can come of it survive: they change no verdict. */
const FOLDERS = [
  'core/src/engine',
  'core/src/engine/judge',
  'core/src/engine/replication',
  'core/src/engine/merge',
  'core/src/engine/guarantees',
  'core/src/network',
];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /^[^.]+\.ts$/.test(name))
    .sort()
    .map((name) => `${folder}/${name}`),
);

/** Lines that are not a comment, an import, a closing brace or blank. */
const code = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => (/^\s*(\/\/|\/?\*|import |\}|$)/.test(line) ? [] : [`${file}:${i + 1}-${i + 1}`])),
);

export default {
  testRunner: 'vitest',
  // A mutant that the compiler refuses does not count: nobody could run it.
  checkers: ['typescript'],
  tsconfigFile: 'core/tsconfig.json',
  buildCommand: 'node test/mutation/bundle.mjs',
  vitest: { configFile: 'vitest.mutation.config.mts', related: false },
  mutate: code.filter((_, i) => i % STEP === STEP - 1),
  // Texts are for people to judge.
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest',
  // What runs while a file is being loaded is a table: all tests would have to run for each.
  ignoreStatic: true,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'out/mutation.json' },
  clearTextReporter: { logTests: false, reportTests: false },
  concurrency: Number(process.env.NETSPLIT_MUTATION_WORKERS ?? 1),
  timeoutFactor: 1,
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 30,
  ignorePatterns: ['out', 'dist', '.host'],
  tempDirName: 'out/stryker',
};
