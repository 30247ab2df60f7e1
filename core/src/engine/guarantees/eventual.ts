import { CONFLICT_HEAL, LOST } from '../code.js';
import { GIVEN, type Guarantee } from './guarantee.js';

/**
 * When writing stops and the network is whole, all copies become equal and no acknowledged write is gone (Vogels,
 * "Eventually consistent", CACM 2009).
 */
export const eventual: Guarantee = {
  promises: 'Every acknowledged write is seen by all in the end, and all copies become equal.',
  availability: 'total',
  source: 'Vogels, “Eventually consistent”, CACM 2009; Bailis & Ghodsi, “Eventual consistency today”, ACM Queue 2013',
  ability: () => GIVEN,

  breakers({ store, step }) {
    // A person may never decide; the other rules end by themselves.
    const undecided = store.merge === 'manual' ? 1 << CONFLICT_HEAL : 0;
    return step.access === 'write'
      ? { own: (1 << LOST) | undecided, writes: 0, ownWrites: 0, session: [], phases: 'settled' }
      : { own: 0, writes: undecided, ownWrites: 0, session: [], phases: 'settled' };
  },

  remedy: ({ store }) =>
    store.merge === 'manual'
      ? 'merge by a rule that needs no operator: crdt, siblings or lww'
      : 'wait for more copies before a write is acknowledged, or replicate by consensus',
};
