import { error, warning } from './check.js';

/** What became of each `expect`. */
export const EXPECTATION = {
  fails: error('expectation-fails'),
  notKnown: warning('expectation-not-known'),
};
