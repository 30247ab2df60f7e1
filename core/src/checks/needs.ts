import { error, information, warning } from './check.js';

/** What became of each `needs`. */
export const NEEDS = {
  impossible: error('needs-impossible'),
  unavailable: warning('needs-unavailable'),
  broken: warning('needs-broken'),
  notKnown: information('needs-not-known'),
};
