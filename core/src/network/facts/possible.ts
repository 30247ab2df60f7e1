import type { Fact } from './fact.js';

/** The cuts under which some facts are so, and others are not. */
export interface Possible {
  /**
   * Those among them under which the fact is so, and the rest; undefined: there are none. Undefined as a whole: that
   * has to be found out first, and the run begins anew.
   */
  split(fact: Fact): { readonly yes: Possible | undefined; readonly no: Possible | undefined } | undefined;
}
