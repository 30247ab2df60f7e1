import type { CheckDoc } from './check.js';

export const notAnalysed: CheckDoc = {
  code: 'not-analysed',
  severity: 'information',
  title: 'Read, and not analysed yet',
  what: '`needs` is understood, and this version computes nothing from it.',
  why: 'What is not computed is not claimed.',
  remedy: 'Leave it: it does no harm.',
  example: 'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose AP }\noperation r: read s from c needs causal',
};
