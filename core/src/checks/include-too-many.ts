import type { CheckDoc } from './check.js';

export const includeTooMany: CheckDoc = {
  code: 'include-too-many',
  severity: 'error',
  title: 'A design has too many files',
  what: 'A design includes more files, or more characters, than are read: 64 files, the design’s own counted, and 16 million characters in all.',
  why: 'So that the editor never hangs over files that are no design.',
  remedy: 'Put some of the files together, or check that they are the files you meant.',
  example: Array.from({ length: 64 }, (_, i) => `include "${i}.cap"`).join('\n'),
  files: Object.fromEntries(Array.from({ length: 64 }, (_, i) => [`${i}.cap`, ''])),
};
