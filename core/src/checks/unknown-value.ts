import type { CheckDoc } from './check.js';

export const unknownValue: CheckDoc = {
  code: 'unknown-value',
  severity: 'error',
  title: 'A word that is not one of the values',
  what: 'A choice, scheme, level, verdict, merge rule, guarantee or unit has an unknown name.',
  why: 'Only values of the table have a meaning.',
  remedy: 'Take the one that the message suggests.',
  example:
    'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose AP merge lwww }\noperation r: read s from c',
};
