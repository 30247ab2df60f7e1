import type { CheckDoc } from './check.js';

export const expectationNotKnown: CheckDoc = {
  code: 'expectation-not-known',
  severity: 'warning',
  title: 'An expectation can\'t be decided',
  what: 'A limit was hit, or what is asked is not analysed.',
  why: 'Not known is not safe: the expectation neither holds nor fails.',
  remedy: 'Narrow what is asked: `under any 2 links`.',
  example: '',
};
