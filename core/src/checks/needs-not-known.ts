import type { CheckDoc } from './check.js';

export const needsNotKnown: CheckDoc = {
  code: 'needs-not-known',
  severity: 'information',
  title: 'A guarantee that can’t be decided',
  what: 'The design does not say enough to tell whether the guarantee is given, or a limit was hit.',
  why: 'Not known is not safe. Example: causal consistency across several keys hangs on the order in which copies pass writes on, which the language does not describe.',
  remedy: 'Ask for what can be decided, or look it up in the product’s documentation.',
  example:
    'node a, b\nlink a -- b\nclient app at a\nstore s on a, b { choose AP }\noperation get: read s from app needs causal',
};
