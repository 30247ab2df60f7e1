import type { CheckDoc } from './check.js';

export const tooDeep: CheckDoc = {
  code: 'too-deep',
  severity: 'error',
  title: 'Braces are nested too deeply',
  what: 'Braces are nested deeper than any design needs.',
  why: 'The language needs two levels; a text like this is something else.',
  remedy: 'Remove the braces.',
  example: `store s on a ${'{ '.repeat(300)}`,
};
