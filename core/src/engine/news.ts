import { aloneIn, canAvoid, canBeApart, type Family } from './family.js';
import type { StoreWorld } from './storeWorld.js';

/** Can a member of the family be apart from all that has news of replica i, over others too? */
export function canMissNews(store: StoreWorld, family: Family, i: number): boolean {
  const only = store.asksFacts && store.isUp(i) ? aloneIn(family) : -1;
  return only < 0 ? canAvoid(family, store.component(i)) : !isJoined(store, i, only);
}

/** Can members of two families be such that nothing carries news from one to the other? */
export function canMissEachOther(store: StoreWorld, a: Family, b: Family): boolean {
  const one = store.asksFacts ? aloneIn(a) : -1;
  const other = store.asksFacts ? aloneIn(b) : -1;
  return one < 0 || other < 0 ? canBeApart(a, b, store.components()) : !isJoined(store, one, other);
}

function isJoined(store: StoreWorld, one: number, other: number): boolean {
  return store.world.joins(store.vertex(one), store.vertex(other), store.store.replicas);
}
