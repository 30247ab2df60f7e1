import type { CheckDoc } from './check.js';

export const unknownName: CheckDoc = {
  code: 'unknown-name',
  severity: 'error',
  title: 'A name that is not declared',
  what: 'Something is referred to that the file does not declare.',
  why: "What is not declared can't fail, hold data or be judged.",
  remedy: 'Correct the name (a quick fix offers the nearest one) or declare it.',
  example: 'node a, b\nlink a -- bb',
};
