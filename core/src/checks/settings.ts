import { error } from './check.js';

/** The file `netsplit.json` beside a design. */
export const SETTINGS = {
  wrong: error('wrong-setting'),
};
