import type { CheckDoc } from './check.js';

export const includeTooDeep: CheckDoc = {
  code: 'include-too-deep',
  severity: 'error',
  title: 'Includes are nested too deeply',
  what: 'A file includes one that includes one, and so on, beyond the limit of 16.',
  why: 'So that the editor never hangs over files that nobody could follow.',
  remedy: 'Include the file from one that is nearer to the design.',
  example: 'include "1.cap"',
  files: Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`${i + 1}.cap`, `include "${i + 2}.cap"`])),
};
