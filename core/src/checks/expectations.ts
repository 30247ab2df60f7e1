import { error, warning } from './check.js';

/** What became of each `expect`. */
export const EXPECTATION = {
  fails: error('expectation-fails'),
  notKnown: warning('expectation-not-known'),
  /** It depends on something that has a mistake. */
  notJudged: warning('expectation-not-judged'),
};
