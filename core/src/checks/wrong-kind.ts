import type { CheckDoc } from './check.js';

export const wrongKind: CheckDoc = {
  code: 'wrong-kind',
  severity: 'error',
  title: 'A name of the wrong kind',
  what: 'A name is declared, but is not what is wanted here.',
  why: 'A client holds no data, a router issues no operations.',
  remedy: 'Name something of the right kind.',
  example: 'zone z { node a }\nnode b\nclient c at z\nlink z -- b',
};
