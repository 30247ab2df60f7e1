// Stands in for the package mocha, whose build for browsers makes globals instead of exports.

import { PATIENCE_MS, RETRIES } from '../vscode/report';
import 'mocha/mocha.js';

mocha.setup({
  ui: 'tdd',
  timeout: PATIENCE_MS,
  retries: RETRIES,
  grep: process.env['NETSPLIT_GREP'] ?? '',
  reporter: Mocha.reporters.Base,
});

export const { setup, suite, suiteSetup, suiteTeardown, teardown, test } = globalThis;
