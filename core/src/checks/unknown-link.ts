import type { CheckDoc } from './check.js';

export const unknownLink: CheckDoc = {
  code: 'unknown-link',
  severity: 'error',
  title: 'A cut of a link that is not there',
  what: 'A partition cuts a link between two ends that no link joins.',
  why: 'Only what is declared can be cut; `us | eu` parts two sides whatever links there are.',
  remedy: 'Name the ends of a link, or write the sides.',
  example: 'node a, b, d\nlink a -- b\nlink b -- d\npartition p { cut a -- d }',
};
