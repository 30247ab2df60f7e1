import { isLeaderlessLinearizable } from './path.js';
import type { Membership } from './membership.js';
import {
  believed,
  byOneCopy,
  discardedByASide,
  divergesByComponents,
  missedByComponents,
  NO_CHOICE,
  NOBODY_NOTICED,
  type Scenario,
  shownByASide,
} from './scheme.js';

/**
 * Each replica counts on those that it reaches. With `choose CP` it serves only while it is connected to a majority of
 * the replicas: two majorities share a replica that carries, so writes acknowledged during the break are missed for the
 * lag only; one acknowledged just before it on the side that pauses is missed until the heal.
 */
export const ownReach: Membership = {
  scenarios: () => [NO_CHOICE],
  unnoticed(store) {
    if (store.store.choice !== 'CP') return [NOBODY_NOTICED];
    const pausing = store.store.replicas
      .map((_, replica) => replica)
      .filter((replica) => store.isUp(replica) && !store.canLead(replica));
    return [NOBODY_NOTICED, ...pausing.map((spared): Scenario => ({ ...NO_CHOICE, spared }))];
  },
  servesLongerUnnoticed: ({ store }) => store.choice === 'CP',
  serve(state, _step, asked) {
    const { here, scenario } = state;
    // A replica pauses once it has noticed that it is in a minority.
    const taken = scenario.spared === asked ? (here.before ?? here) : believed(state);
    if (here.store.choice === 'CP' && !taken.canLead(asked))
      return { kind: 'refused', reason: () => here.majorityReason(asked) };
    return byOneCopy(asked);
  },
  missed: missedByComponents,
  discarded: discardedByASide,
  diverges: divergesByComponents,
  shown: shownByASide,
  time: ({ client, asked, between }) => between(client, asked),
  waits: ({ asked }) => ({ homes: [asked], pool: [asked], needed: 1 }),
  isLinearizable: isLeaderlessLinearizable,
  strength: (store) =>
    store.store.choice === 'CP'
      ? `${store.majority} of ${store.n} replicas are enough`
      : 'one replica in reach is enough',
};
