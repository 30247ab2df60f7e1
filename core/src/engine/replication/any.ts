import {
  believed,
  byOneCopy,
  discardedByASide,
  divergesByComponents,
  missedByComponents,
  noReplicaInReach,
  NO_CHOICE,
  NOBODY_NOTICED,
  type Scenario,
  type Scheme,
  shownByASide,
} from './scheme.js';
import { isLeaderlessLinearizable, leaderlessWrite } from './path.js';

/**
 * Every replica takes reads and writes and spreads them later, over others too (Bayou; CouchDB; Dynamo with one of
 * each). With `choose CP` a replica serves only while it is connected to a majority of the replicas, as RabbitMQ's
 * pause-minority does: two majorities share a replica that carries, so writes acknowledged during the break are missed
 * for the lag only; one acknowledged just before it on the side that pauses is missed until the heal.
 */
export const any: Scheme = {
  possible: {
    scenarios: () => [NO_CHOICE],
    unnoticed(store) {
      if (store.store.choice !== 'CP') return [NOBODY_NOTICED];
      const pausing = store.store.replicas
        .map((_, replica) => replica)
        .filter((replica) => store.isUp(replica) && !store.canLead(replica));
      return [NOBODY_NOTICED, ...pausing.map((spared): Scenario => ({ ...NO_CHOICE, spared }))];
    },
    servesLongerUnnoticed: ({ store }) => store.choice === 'CP',
  },

  requests: {
    routes: (_state, _step, nearest) => [nearest],
    serve(state, _step, asked) {
      const { here, scenario } = state;
      // A replica pauses once it has noticed that it is in a minority.
      const taken = scenario.spared === asked ? (here.before ?? here) : believed(state);
      if (here.store.choice === 'CP' && !taken.canLead(asked))
        return { kind: 'refused', reason: () => here.majorityReason(asked) };
      return byOneCopy(asked);
    },
    unreached: noReplicaInReach,
  },

  worth: {
    concerns: () => true,
    missed: missedByComponents,
    discarded: discardedByASide,
    diverges: divergesByComponents,
    shown: shownByASide,
  },

  path: {
    read: ({ writers, firstAsked }, _step, first) =>
      first !== undefined && writers.every(({ client }) => firstAsked(client) === first) ? 'orderer' : 'follower copy',
    write({ writers, firstAsked }) {
      const clients = new Set(writers.map(({ client }) => client));
      return leaderlessWrite(new Set([...clients].map(firstAsked)).size === 1, clients.size);
    },
    latencyMs: ({ client, asked, between }) => between(client, asked),
    isLinearizable: isLeaderlessLinearizable,
  },

  words: {
    strength: (store) =>
      store.store.choice === 'CP'
        ? `${store.majority} of ${store.n} replicas are enough`
        : 'one replica in reach is enough',
    remedy: (guarantee) =>
      guarantee === 'session'
        ? 'pin the client to one replica with via, which is what sticky availability means'
        : 'replicate by consensus',
  },
};
