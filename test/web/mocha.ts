// Stands in for the package mocha, whose build for browsers makes globals instead of exports.

import 'mocha/mocha.js';

/** Patience, retries: see test/vscode/index.ts. */
mocha.setup({
  ui: 'tdd',
  timeout: 60_000,
  retries: 1,
  grep: process.env['NETSPLIT_GREP'] ?? '',
  reporter: Mocha.reporters.Base,
});

export const { setup, suite, suiteSetup, suiteTeardown, teardown, test } = globalThis;
