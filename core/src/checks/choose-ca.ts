import type { CheckDoc } from './check.js';

export const chooseCa: CheckDoc = {
  code: 'choose-ca',
  severity: 'error',
  title: 'There is no CA to choose',
  what: 'A store chooses CA.',
  why: 'The network breaks whether one chooses it or not (Gilbert and Lynch, 2002; Brewer, "CAP twelve years later", 2012): what can be chosen is what gives way then.',
  remedy: 'Choose CP to refuse, or AP to answer from what is in reach.',
  example: 'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose CA }\noperation r: read s from c',
};
