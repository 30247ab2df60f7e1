import { CONFLICT_HEAL, CONFLICT_LAG, DIRTY, LOST, STALE_HEAL, STALE_LAG } from '../code.js';
import { schemeOf } from '../replication/index.js';
import { type Ability, GIVEN, type Guarantee } from './guarantee.js';

const BY_CLOCKS: Ability = {
  kind: 'impossible',
  why:
    'several clients write through coordinators of their own, none of which asks for the newest version first: ' +
    'clocks decide the order, not real time',
  source:
    'Lynch & Shvartsman, “Robust emulation of shared memory using dynamic quorum-acknowledged broadcasts”, FTCS 1997',
};

/**
 * Every operation takes effect at one moment between its call and its return (Herlihy & Wing, ACM TOPLAS 12(3), 1990).
 * A read that never misses an acknowledged write is *regular* (Lamport, "On interprocess communication", 1986);
 * linearizable reads must not show a write in progress and then hide it again, either.
 */
export const linearizable: Guarantee = {
  promises:
    'Every request takes effect at one moment between its start and its answer, and all clients see these ' +
    'moments in one order.',
  availability: 'unavailable',
  source:
    'Gilbert & Lynch, “Brewer’s conjecture and the feasibility of consistent, available, partition-tolerant ' +
    'web services”, SIGACT News 2002',

  ability({ read, write, step }) {
    if (step.access === 'write') return write === 'several writers' ? BY_CLOCKS : GIVEN;
    switch (read) {
      case 'follower copy':
        return {
          kind: 'impossible',
          why: 'one copy answers by itself and asks nobody whether it is the newest',
          source: 'Kleppmann, “Designing Data-Intensive Applications”, 2017, chapter 9',
        };
      case 'some copies':
        return {
          kind: 'impossible',
          why:
            'even a quorum that overlaps the last write is regular, not linearizable: while a write is in ' +
            'progress one read can see it and a later read miss it, as no read writes back what it saw',
          source: 'Attiya, Bar-Noy & Dolev, “Sharing memory robustly in message-passing systems”, J. ACM 1995',
        };
      case 'written-back copies':
      case 'all copies':
        // Every later read sees what one read has seen.
        return write === 'several writers' ? BY_CLOCKS : GIVEN;
      default:
        return GIVEN;
    }
  },

  breakers({ step }) {
    const order = (1 << CONFLICT_LAG) | (1 << CONFLICT_HEAL) | (1 << LOST);
    // A register is linearizable as a whole: a read of a write that is discarded later has no place in the order.
    return step.access === 'write'
      ? { own: order, writes: 0, ownWrites: 0, session: [], phases: 'detecting and settled' }
      : {
          own: (1 << STALE_LAG) | (1 << STALE_HEAL) | (1 << DIRTY),
          writes: order,
          ownWrites: 0,
          session: [],
          phases: 'detecting and settled',
        };
  },

  remedy: ({ store, step }) =>
    store.choice === 'AP'
      ? 'choose CP, and let consensus order the requests'
      : schemeOf(store).words.remedy('linearizable', step, store.choice),
};
