import { error, warning } from './check.js';

/** How an operation asks its stores. */
export const OPERATION = {
  writeToDerived: error('write-to-derived'),
  levelNotAllowed: error('level-not-allowed'),
  viaNotReplica: warning('via-not-replica'),
};
