import { LOST } from '../code.js';
import { dirtyReads, GIVEN, type Guarantee } from './guarantee.js';
import { stickyRemedy } from './sticky.js';

/**
 * Terry et al., "Session guarantees for weakly consistent replicated data", PDIS 1994. Totally available in principle,
 * by holding a write back until every copy has it (Bailis et al., VLDB 2014, section 5.1.3); the schemes here do not do
 * that, so the reads must stay with their copy or meet all earlier answers.
 */
export const monotonicReads: Guarantee = {
  promises: 'What a client has seen once it sees in all its later reads.',
  availability: 'total',
  source: 'Bailis et al., “Highly Available Transactions: Virtues and Limitations”, VLDB 2014, section 5.1.3',
  ability: () => GIVEN,
  // A following copy may never have shown a write that a failover discards; other copies have.
  breakers: (paths) => ({
    // After the heal no read shows the write any more.
    own: dirtyReads(paths),
    writes: paths.read === 'follower copy' ? 0 : 1 << LOST,
    ownWrites: 0,
    session: ['reads'],
    phases: 'detecting and settled',
  }),
  remedy: stickyRemedy,
};
