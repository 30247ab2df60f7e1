import type { CheckDoc } from './check.js';

export const groupRouter: CheckDoc = {
  code: 'group-router',
  severity: 'error',
  title: 'A router on a side',
  what: 'A partition puts a router on a side.',
  why: 'A router only forwards: what it parts is decided by its links.',
  remedy: 'Cut its links: `cut r -- a` or `isolate r`.',
  example: 'node a, b\nrouter r\nlink a -- r\nlink r -- b\npartition p { a | b, r }',
};
