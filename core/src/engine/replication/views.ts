import { canAvoid, canBeApart, canBeDisjoint, count, type Mask, membersOf } from '../family.js';
import type { Step } from '../../model/model.js';
import type { StoreWorld } from '../storeWorld.js';
import { MAX_AGREEING } from '../viewPartitions.js';
import { plus } from '../timed.js';
import type { Membership } from './membership.js';
import { isLeaderlessLinearizable } from './path.js';
import { byOneCopy, NO_CHOICE, NOBODY_NOTICED, type Scenario, type Served, type StoreState } from './scheme.js';

/**
 * Agreed membership: replicas follow a group view, in which all members reach each other, and not whom they reach
 * themselves (Birman and Joseph, SOSP '87; RabbitMQ's clustering, Hazelcast, Corosync). All members of the view
 * acknowledge a write, so no copy of the view misses it; views exchange nothing before the heal. With `choose CP` a
 * view without a majority pauses, although its members may reach a replica of the view that goes on.
 */
export const agreedViews: Membership = {
  limit: ({ name, replicas }) =>
    replicas.length > MAX_AGREEING
      ? `${name} has ${replicas.length} replicas; stores of more than ${MAX_AGREEING} with \`membership agreed\` ` +
        'are not analysed'
      : undefined,
  scenarios: (store) =>
    pasts(store).flatMap((past) => store.viewPartitions().map((views) => ({ ...NO_CHOICE, views, ...past }))),
  unnoticed: (store) =>
    pasts(store).flatMap((past) => [
      { ...NOBODY_NOTICED, ...past },
      ...store
        .viewPartitions()
        .filter((views) => !isSame(views, past.formerViews))
        .flatMap((views) =>
          store.store.replicas.map((_, spared): Scenario => ({ ...NO_CHOICE, spared, views, ...past })),
        ),
    ]),
  servesLongerUnnoticed: () => true,
  serve,
  missed({ scenario }, write, read) {
    if (!canBeDisjoint(write.family, read.family)) return undefined;
    return canAvoid(write.family, viewOf(scenario.views, read.home)) ? 'heal' : 'lag';
  },
  discarded: (state, write) =>
    state.here.store.merge === 'discard' && winners(state).some((view) => canAvoid(write.family, view)),
  diverges({ here, scenario: { views = [] } }, a, b) {
    if (here.store.merge === 'discard' || !canBeDisjoint(a.family, b.family)) return undefined;
    return canBeApart(a.family, b.family, views) ? 'heal' : 'lag';
  },
  shown: {
    isPossibleIn: ({ merge }) => merge === 'discard',
    isPossible: (state, { family }) =>
      state.here.store.merge === 'discard' && winners(state).some((view) => (membersOf(family) & ~view) !== 0),
    isDiscarded(state, write, { family }) {
      const { views = [] } = state.scenario;
      const sent = membersOf(write.family);
      const reached = views.reduce((mask, view) => ((view & sent) === 0 ? mask : mask | view), sent);
      const shown = membersOf(family) & reached;
      return winners(state).some((view) => (shown & ~view) !== 0 && canAvoid(write.family, view));
    },
  },
  time: ({ client, asked, store, step, between, slowestOf, reached }) => {
    const others = step.access === 'read' ? [] : store.replicas.filter((replica) => replica !== asked);
    // The others of a view are all in reach, though not all in reach are of the view: a little too long at most.
    return plus(between(client, asked), slowestOf(asked, others, reached(asked, others).length));
  },
  waits({ store, step, asked }) {
    const pool = step.access === 'read' ? [asked] : store.replicas;
    return { homes: [asked], pool, needed: pool.length };
  },
  // After a break another view takes the writes, and clocks decide at the heal.
  isLinearizable: (paths) => paths.store.replicas.length === 1 && isLeaderlessLinearizable(paths),
  strength: (store) =>
    store.store.choice === 'CP'
      ? `a view of ${store.majority} of ${store.n} replicas is enough`
      : 'the replicas of its view are enough',
};

/** The views that may win the heal under `merge discard`. */
function winners({ here, scenario: { views = [] } }: StoreState): readonly Mask[] {
  const served = here.store.choice === 'CP' ? views.filter((view) => isMajority(here, view)) : [];
  return served.length > 0 ? served : views;
}

/** What the views were when the network broke; on the healthy network nothing was before. */
function pasts({ before }: StoreWorld): readonly Pick<Scenario, 'formerViews'>[] {
  return before === undefined ? [{}] : before.viewPartitions().map((formerViews) => ({ formerViews }));
}

function isSame(views: readonly Mask[], former: readonly Mask[] | undefined): boolean {
  return views.length === former?.length && views.every((view) => former.includes(view));
}

function serve({ here, scenario }: StoreState, step: Step, asked: number): Served {
  const isUnaware = scenario.unnoticed === true || scenario.spared === asked;
  const view = viewOf(isUnaware ? scenario.formerViews : scenario.views, asked);
  if (here.store.choice === 'CP' && !isMajority(here, view)) {
    return {
      kind: 'refused',
      reason: () =>
        `the view of ${here.name(asked)} is ${here.names(view)}, ${count(view)} of ${here.d} replicas, a majority is ` +
        `${here.majority}`,
    };
  }
  // Under `choose AP` it does not wait for its view.
  const isWaiting = step.access === 'write' && isUnaware && !isWhole(here, view);
  if (step.access === 'read' || (isWaiting && here.store.choice === 'AP')) return byOneCopy(asked);
  if (isWaiting) {
    // Any other of them may have got it, and none must.
    const sent = view & here.connectedMask(asked) & ~(1 << asked);
    const keeps = { core: 1 << asked, demands: [{ pool: sent, need: 0 }] };
    return { kind: 'refused', keeps, reason: () => `not all of its view, ${here.names(view)}, reach each other` };
  }
  return { ...byOneCopy(asked), family: { core: view, demands: [] } };
}

/** The view of a replica. A stopped replica is in none, and alone. */
function viewOf(views: readonly Mask[] | undefined, replica: number): Mask {
  return views?.find((view) => ((view >> replica) & 1) !== 0) ?? 1 << replica;
}

function isMajority({ majority }: StoreWorld, view: Mask): boolean {
  return count(view) >= majority;
}

/** Do all members of the view still run and reach each other? The members of a group pass on what they have. */
function isWhole(here: StoreWorld, view: Mask): boolean {
  for (let i = 0; i < here.d; i++) if ((view >> i) & 1 && (view & ~here.connectedMask(i)) !== 0) return false;
  return true;
}
