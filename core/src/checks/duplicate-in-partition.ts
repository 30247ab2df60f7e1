import type { CheckDoc } from './check.js';

export const duplicateInPartition: CheckDoc = {
  code: 'duplicate-in-partition',
  severity: 'error',
  title: 'A node on two sides',
  what: 'A partition names a node twice.',
  why: 'No node can be on both sides of a cut.',
  remedy: 'Name each node once.',
  example: 'node a, b\nlink a -- b\npartition p { a | b, a }',
};
