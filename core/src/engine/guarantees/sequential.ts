import { CONFLICT_HEAL, CONFLICT_LAG, LOST } from '../code.js';
import { schemeOf } from '../replication/index.js';
import type { ReadPath } from '../replication/path.js';
import { dirtyReads, GIVEN, type Guarantee } from './guarantee.js';

/**
 * All operations have one order that keeps the order of each client (Lamport 1979). ZooKeeper's way: writes by
 * consensus, reads from one copy by a session that never goes back (Hunt et al., USENIX ATC 2010). A copy that applies
 * one log shows a prefix of it, so a client that sees its own writes and never goes back sees one order.
 */
export const sequential: Guarantee = {
  promises: 'All requests have one order that keeps the order of each client; how old an answer is does not count.',
  availability: 'unavailable',
  source:
    'Attiya & Welch, “Sequential consistency versus linearizability”, ACM TOCS 1994; Jepsen’s map of ' +
    'consistency models',

  ability({ read, write, step }) {
    if (write === 'several writers' && (step.access === 'write' || !meetsAll(read))) {
      return {
        kind: 'impossible',
        why:
          'writes are taken in at several places that agree on no order, so two clients can each write and then ' +
          'miss what the other wrote',
        source: 'Attiya & Welch, “Sequential consistency versus linearizability”, ACM TOCS 1994',
      };
    }
    if (step.access === 'read' && read === 'some copies') {
      return {
        kind: 'impossible',
        why:
          'the copies that answer change from read to read, so a client can see a write in progress and then not ' +
          'see it any more',
        source: 'Attiya, Bar-Noy & Dolev, “Sharing memory robustly in message-passing systems”, J. ACM 1995',
      };
    }
    if (write === 'several writers')
      return {
        kind: 'not known',
        why:
          'the reads meet every write, and the order of the writes depends on clocks, which the design does not ' +
          'speak of',
      };
    if (write === 'one writer' && read !== 'orderer' && !meetsAll(read) && step.access === 'read') {
      return {
        kind: 'not known',
        why: 'it is not said whether the copies pass writes on in the order in which they were made',
      };
    }
    return GIVEN;
  },

  breakers: (paths) => {
    const order = (1 << CONFLICT_LAG) | (1 << CONFLICT_HEAL) | (1 << LOST);
    return paths.step.access === 'write'
      ? { own: order, writes: 0, ownWrites: 0, session: [], phases: 'detecting and settled' }
      : {
          // No order has the write before this read and not before the reads after the heal.
          own: dirtyReads(paths),
          writes: order,
          ownWrites: 0,
          session: ['writes', 'reads'],
          phases: 'detecting and settled',
        };
  },

  remedy: ({ store, step }) =>
    store.choice === 'AP'
      ? 'choose CP, and let consensus order the writes'
      : schemeOf(store).words.remedy('sequential', step, store.choice),
};

/** Does every later read see what such a read has seen? */
function meetsAll(read: ReadPath): boolean {
  return read === 'all copies' || read === 'written-back copies';
}
