import { error } from './check.js';

/** What a partition parts. */
export const PARTITION = {
  duplicateInPartition: error('duplicate-in-partition'),
  groupRouter: error('group-router'),
  emptyPartition: error('empty-partition'),
};
