import type { CheckDoc } from './check.js';

export const duplicateName: CheckDoc = {
  code: 'duplicate-name',
  severity: 'error',
  title: 'A name is declared twice',
  what: 'Two statements declare the same name, or a store names a replica twice.',
  why: 'Nodes, zones, routers and clients share their names, since lists mix them.',
  remedy: 'Give one of the two another name.',
  example: 'node a, b, a\nlink a -- b',
};
