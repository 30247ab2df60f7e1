import type { CheckDoc } from './check.js';

export const includeHasErrors: CheckDoc = {
  code: 'include-has-errors',
  severity: 'error',
  title: 'An included file has errors',
  what: 'A file that is included here, or one that it includes in turn, has errors of its own.',
  why: 'Each mistake is shown in the file where it is; here it says that something of that file is left out.',
  remedy: 'Correct the errors there.',
  example: 'include "topology.cap"',
  files: { 'topology.cap': 'node a, b\nlink a -- c' },
};
