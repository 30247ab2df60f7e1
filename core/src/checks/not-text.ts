import type { CheckDoc } from './check.js';

export const notText: CheckDoc = {
  code: 'not-text',
  severity: 'error',
  title: 'The file is not a design',
  what: 'The file looks binary.',
  why: 'Packet captures use the name `.cap` too.',
  remedy: 'Open it with the program that it belongs to.',
  example: '\u0000\u0001\u0002',
};
