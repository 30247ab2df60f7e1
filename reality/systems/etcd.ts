import type { System } from './system.js';

function etcd(members: number): System {
  return {
    name: `etcd-${members}`,
    setup: `etcd with ${members} members, default timers, no pre-vote (the default of 3.4); one etcdctl a request`,
    members,
    store: 'like etcd replicate consensus leader n1',
    writes: { write: '' },
    reads: { linearizable: 'linearizable', serializable: 'serializable' },
    // With three members it asked one after the other; with others it was given one address.
    outside: members === 3 ? 'roaming' : 'pinned',
    hasRoamers: false,
  };
}

export const etcdClusters: readonly System[] = [2, 3, 4, 5, 7].map(etcd);
