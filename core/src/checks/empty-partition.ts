import type { CheckDoc } from './check.js';

export const emptyPartition: CheckDoc = {
  code: 'empty-partition',
  severity: 'warning',
  title: 'A partition that breaks nothing',
  what: 'A partition has no lines.',
  why: 'It would be the healthy network.',
  remedy: 'Write `us | eu`, `cut a -- b`, `isolate a` or `down a`.',
  example: 'node a, b\nlink a -- b\npartition p { }',
};
