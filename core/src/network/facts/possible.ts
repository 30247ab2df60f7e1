import type { Fact } from './fact.js';

/** The cuts under which some facts are so, and others are not. */
export interface Possible {
  /**
   * Those among them under which the fact is so, and the rest; undefined: there are none, as far as that is known.
   * Undefined as a whole: the fact cannot be written down, and no answer counts.
   */
  split(fact: Fact): { readonly yes: Possible | undefined; readonly no: Possible | undefined } | undefined;
}
