import { error, information, warning } from './check.js';

/** What became of each `expect`. */
export const EXPECTATION = {
  fails: error('expectation-fails'),
  /** It holds, and before the break is noticed data can be harmed. */
  window: information('expectation-window'),
  notKnown: warning('expectation-not-known'),
  /** Words for a time of the break that make no sense together. */
  phase: error('expectation-phase'),
  /** A share of time where there can be none. */
  share: error('expectation-share'),
  /** A limit of time that cannot be asked for. */
  within: error('expectation-within'),
  /** It depends on something that has a mistake. */
  notJudged: warning('expectation-not-judged'),
};
