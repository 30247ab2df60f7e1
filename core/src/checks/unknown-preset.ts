import type { CheckDoc } from './check.js';

export const unknownPreset: CheckDoc = {
  code: 'unknown-preset',
  severity: 'error',
  title: 'A preset that is not there',
  what: '`like` names a preset that this version does not have.',
  why: 'A preset stands for one product, version and configuration, each rule with its source; none is claimed without.',
  remedy: 'Take one of those that the message lists, or write `choose` or `replicate`.',
  example: 'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { like etcdd }\noperation r: read s from c',
};
