import { LOST } from '../code.js';
import { dirtyReads, GIVEN, type Guarantee } from './guarantee.js';
import { stickyRemedy } from './sticky.js';

/**
 * The causes of a write are seen before it. The four session guarantees together (Brzezinski, Sobaniec & Wawrzyniak,
 * "From session causality to causal consistency", PDP 2004): the two about reads are checked in the session, the two
 * about writes are given if one log orders the writes.
 */
export const causal: Guarantee = {
  promises: 'A client that sees a write has seen what led to it: what its author had read and written before.',
  availability: 'sticky',
  source:
    'Mahajan, Alvisi & Dahlin, “Consistency, availability, and convergence”, 2011; Attiya, Ellen & Morrison, ' +
    '“Limitations of highly-available eventually-consistent data stores”, PODC 2015',

  ability({ store, write }) {
    // Under AP, copies take writes by themselves if the log or the primary is out of reach.
    if (write === 'only copy' || (store.choice !== 'AP' && (write === 'log' || write === 'primary'))) return GIVEN;
    return { kind: 'not known', why: 'it is not said whether the copies pass on a write only after what led to it' };
  },

  breakers: (paths) => ({
    // What a client writes after it was shown a discarded write is kept without what led to it.
    own: (1 << LOST) | dirtyReads(paths),
    // A following copy may never have shown a write that a failover discards; other copies have.
    writes: paths.step.access === 'read' && paths.read !== 'follower copy' ? 1 << LOST : 0,
    ownWrites: paths.step.access === 'read' ? 1 << LOST : 0,
    session: paths.step.access === 'read' ? ['writes', 'reads'] : [],
    phases: 'detecting and settled',
  }),

  remedy: (paths) =>
    paths.step.access === 'write'
      ? 'wait for more copies before a write is acknowledged, or replicate by consensus'
      : stickyRemedy(paths),
};
