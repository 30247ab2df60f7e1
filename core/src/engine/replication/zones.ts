import type { VertexId } from '../../model/model.js';
import type { Mask } from '../family.js';
import type { StoreWorld } from '../storeWorld.js';

/** Replicas in the same zone as replica i; those outside zones are one group. */
export function zoneMask(store: StoreWorld, i: number): Mask {
  let mask = 0;
  store.store.replicas.forEach((_, j) => {
    if (zoneOf(store, j) === zoneOf(store, i)) mask |= 1 << j;
  });
  return mask;
}

/** One mask per zone that has data replicas. */
export function zoneMasks(store: StoreWorld): Mask[] {
  const masks: Mask[] = [];
  let covered = 0;
  for (let i = 0; i < store.d; i++) {
    if ((covered >> i) & 1) continue;
    masks.push(zoneMask(store, i));
    covered |= zoneMask(store, i);
  }
  return masks;
}

/** "in eu", of replicas in one zone. */
export function zoneText(store: StoreWorld, mask: Mask): string {
  const zone = zoneOf(store, 31 - Math.clz32(mask));
  return zone === undefined ? 'outside of zones' : `in ${store.world.topology.model.vertices[zone]?.name ?? '?'}`;
}

function zoneOf(store: StoreWorld, replica: number): VertexId | undefined {
  const vertex = store.world.topology.model.vertices[store.vertex(replica)];
  return vertex?.kind === 'node' ? vertex.zone : undefined;
}
