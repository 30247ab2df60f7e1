import type { CheckDoc } from './check.js';

export const includeCycle: CheckDoc = {
  code: 'include-cycle',
  severity: 'error',
  title: 'Includes go round in a circle',
  what: 'A file includes itself, directly or through others.',
  why: 'Declarations can’t stand inside of themselves.',
  remedy:
    'Remove one of the includes. What two files need goes into a third, which both include: each file counts once.',
  example: 'include "topology.cap"',
  files: { 'topology.cap': 'include "topology.cap"' },
};
