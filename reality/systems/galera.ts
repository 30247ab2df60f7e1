import type { System } from './system.js';

export const galera: System = {
  name: 'galera-3',
  setup: 'MariaDB with Galera, three nodes, default timers; one mariadb client a request',
  members: 3,
  store: 'like galera',
  writes: { write: '' },
  reads: { plain: 'wsrep_sync_wait=0', synced: 'wsrep_sync_wait=1', dirty: 'wsrep_dirty_reads=ON' },
  outside: 'roaming',
  hasRoamers: false,
};
