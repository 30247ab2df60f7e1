import type { Store } from '../../model/model.js';
import type { Membership } from './membership.js';
import { ownReach } from './ownReach.js';
import { leaderlessWrite } from './path.js';
import { noReplicaInReach, type Scheme } from './scheme.js';
import { agreedViews } from './views.js';

function membershipOf({ name, replication }: Store): Membership {
  if (replication.scheme !== 'any') throw new Error(`${name} has another scheme`);
  return replication.membership === 'agreed' ? agreedViews : ownReach;
}

/**
 * Every replica takes reads and writes and spreads them later (Bayou; CouchDB; Dynamo with one of each): to those that
 * it reaches, over others too, or to those of its group view.
 */
export const any: Scheme = {
  possible: {
    limit: (store) => membershipOf(store).limit?.(store),
    scenarios: (store, leaders) => membershipOf(store.store).scenarios(store, leaders),
    unnoticed: (store, leaders) => membershipOf(store.store).unnoticed(store, leaders),
    servesLongerUnnoticed: (store) => membershipOf(store.store).servesLongerUnnoticed(store),
  },

  requests: {
    routes: (_state, _step, nearest) => [nearest],
    serve: (state, step, asked) => membershipOf(state.here.store).serve(state, step, asked),
    unreached: noReplicaInReach,
  },

  worth: {
    concerns: () => true,
    missed: (state, write, read) => membershipOf(state.here.store).missed(state, write, read),
    discarded: (state, write) => membershipOf(state.here.store).discarded(state, write),
    diverges: (state, a, b) => membershipOf(state.here.store).diverges(state, a, b),
    shown: {
      isPossibleIn: ({ merge }) => merge === 'discard',
      isPossible: (state, read) => membershipOf(state.here.store).shown.isPossible(state, read),
      isDiscarded: (state, write, read) => membershipOf(state.here.store).shown.isDiscarded(state, write, read),
    },
  },

  path: {
    read: ({ writers, firstAsked }, _step, first) =>
      first !== undefined && writers.every(({ client }) => firstAsked(client) === first) ? 'orderer' : 'follower copy',
    write({ writers, firstAsked }) {
      const clients = new Set(writers.map(({ client }) => client));
      return leaderlessWrite(new Set([...clients].map(firstAsked)).size === 1, clients.size);
    },
    time: (journey) => membershipOf(journey.store).time(journey),
    waits: (asked) => membershipOf(asked.store).waits(asked),
    isLinearizable: (paths) => membershipOf(paths.store).isLinearizable(paths),
  },

  words: {
    strength: (store) => membershipOf(store.store).strength(store),
    remedy: (guarantee) =>
      guarantee === 'session'
        ? 'pin the client to one replica with via, which is what sticky availability means'
        : 'replicate by consensus',
  },
};
