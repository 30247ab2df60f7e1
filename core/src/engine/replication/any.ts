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
} from './scheme.js';

/**
 * Every replica takes reads and writes and spreads them later, over others too (Bayou; CouchDB; Dynamo with one of
 * each). With `choose CP` a replica serves only while it is connected to a majority of the replicas, as RabbitMQ's
 * pause-minority does: two majorities share a replica that carries, so writes acknowledged during the break are missed
 * for the lag only; one acknowledged just before it on the side that pauses is missed until the heal.
 */
export const any: Scheme = {
  scenarios: () => [NO_CHOICE],
  unnoticed(store) {
    if (store.store.choice !== 'CP') return [NOBODY_NOTICED];
    const pausing = store.store.replicas
      .map((_, replica) => replica)
      .filter((replica) => store.isUp(replica) && !store.canLead(replica));
    return [NOBODY_NOTICED, ...pausing.map((spared): Scenario => ({ ...NO_CHOICE, spared }))];
  },

  routes: (_store, _scenario, _step, nearest) => [nearest],

  serve(store, scenario, _step, asked) {
    // It pauses when it has noticed that it is alone.
    const taken = scenario.spared === asked ? (store.before ?? store) : believed(store, scenario);
    if (store.store.choice === 'CP' && !taken.canLead(asked))
      return { kind: 'refused', reason: () => store.majorityReason(asked) };
    return byOneCopy(asked);
  },

  servesLongerUnnoticed: ({ store }) => store.choice === 'CP',
  concerns: () => true,
  missed: (store, _scenario, write, read) => missedByComponents(store, write, read),
  discarded: (store, _scenario, write) => discardedByASide(store, write),
  diverges: (store, _scenario, a, b) => divergesByComponents(store, a, b),
  unreached: noReplicaInReach,

  strength: (store) =>
    store.store.choice === 'CP'
      ? `${store.majority} of ${store.n} replicas are enough`
      : 'one replica in reach is enough',
};
