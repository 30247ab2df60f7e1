import { error } from './check.js';

/** The files that a design consists of. */
export const INCLUDE = {
  missing: error('include-missing'),
  outside: error('include-outside'),
  unreadable: error('include-unreadable'),
  cycle: error('include-cycle'),
  tooDeep: error('include-too-deep'),
  tooMany: error('include-too-many'),
  hasErrors: error('include-has-errors', { isCompletedByIncluders: true }),
};
