import { LOST } from '../code.js';
import { GIVEN, type Guarantee } from './guarantee.js';
import { stickyRemedy } from './sticky.js';

/**
 * What led to a write is seen before it. The four session guarantees together (Brzezinski, Sobaniec & Wawrzyniak, "From
 * session causality to causal consistency", PDP 2004): the two about reads are looked for in the session, the two about
 * writes are given where one log orders them.
 */
export const causal: Guarantee = {
  promises: 'Whoever sees a write has seen what led to it: what its author had read and written before.',
  availability: 'sticky',
  source:
    'Mahajan, Alvisi & Dahlin, “Consistency, availability, and convergence”, 2011; Attiya, Ellen & Morrison, ' +
    '“Limitations of highly-available eventually-consistent data stores”, PODC 2015',

  ability({ store, write }) {
    // Under AP copies take writes by themselves where the log or the primary is out of reach.
    if (write === 'only copy' || (store.choice !== 'AP' && (write === 'log' || write === 'primary'))) return GIVEN;
    return { kind: 'not known', why: 'it is not said whether the copies pass on a write only after what led to it' };
  },

  breakers: ({ step, read }) => ({
    own: 1 << LOST,
    // A copy that follows need never have shown what a failover discards; the others have.
    writes: step.access === 'read' && read !== 'follower copy' ? 1 << LOST : 0,
    ownWrites: step.access === 'read' ? 1 << LOST : 0,
    session: step.access === 'read' ? ['writes', 'reads'] : [],
    phases: 'detecting and settled',
  }),

  remedy: (paths) =>
    paths.step.access === 'write'
      ? 'wait for more copies before a write is acknowledged, or replicate by consensus'
      : stickyRemedy(paths),
};
