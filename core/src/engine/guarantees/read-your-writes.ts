import { LOST } from '../code.js';
import { GIVEN, type Guarantee } from './guarantee.js';
import { stickyRemedy } from './sticky.js';

/** Terry et al., "Session guarantees for weakly consistent replicated data", PDIS 1994. */
export const readYourWrites: Guarantee = {
  promises: 'A client’s reads see everything that it has written itself.',
  availability: 'sticky',
  source: 'Bailis et al., “Highly Available Transactions: Virtues and Limitations”, VLDB 2014, section 5.1.3',
  ability: () => GIVEN,
  breakers: () => ({ own: 0, writes: 0, ownWrites: 1 << LOST, session: ['writes'], phases: 'detecting and settled' }),
  remedy: stickyRemedy,
};
