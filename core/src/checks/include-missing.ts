import type { CheckDoc } from './check.js';

export const includeMissing: CheckDoc = {
  code: 'include-missing',
  severity: 'error',
  title: 'An included file is not there',
  what: 'An `include` names a file that does not exist.',
  why: 'What it would declare is missing from the design, and verdicts of half a design mislead.',
  remedy: 'Correct the path, which is relative to the file that the include stands in, or make the file.',
  example: 'include "topolgy.cap"',
};
