import { error, warning } from './check.js';

/** How an operation asks its stores. */
export const OPERATION = {
  levelNotAllowed: error('level-not-allowed'),
  viaNotReplica: warning('via-not-replica'),
};
