import type { StoreWorld } from '../storeWorld.js';
import { disturber, elections, settings, votedInVain } from './election.js';
import type { Scenario } from './scheme.js';

/** Why a request reaches no leader that can serve it. */
export function noLeaderReason(store: StoreWorld, scenario: Scenario, asked: number): string {
  if (scenario.electing === true && store.canLead(asked)) return `no leader is elected yet`;
  const { leader, former, unnoticed } = scenario;
  if (leader < 0 && unnoticed === true) return 'the members agree anew on who is in the group';
  if (leader < 0) return notElectedReason(store, former, asked) ?? store.majorityReason(asked);
  if (!store.canLead(asked)) return store.majorityReason(asked);
  if (!store.isUp(leader)) return `the leader ${store.name(leader)} is stopped`;
  return `${store.name(asked)} has no direct connection to the leader ${store.name(leader)}`;
}

/** Why a replica that could have been elected does not lead; undefined: the asked replica reaches none. */
function notElectedReason(store: StoreWorld, former: number, asked: number): string | undefined {
  const candidate = elections(store).find((q) => q >= 0 && store.connected(asked, q));
  if (candidate !== undefined) {
    const name = store.name(candidate);
    const rival = disturber(store, candidate);
    const voted = settings(store.store).election === 'zab' ? votedInVain(store) : -1;
    if (voted >= 0) return `no leader is elected: all may vote for ${store.name(voted)}, which has no majority`;
    return rival >= 0
      ? `no leader lasts: ${store.name(rival)} does not hear ${name} and stands for election again and again`
      : `no leader is elected: voters of ${name} may have entries of ${store.name(former)} that it lacks and refuse it`;
  }
  return settings(store.store).election === 'zab' && store.canLead(asked)
    ? `no leader is elected: too few of those that ${store.name(asked)} reaches have a majority in reach themselves`
    : undefined;
}
