import type { System } from './system.js';

export const mariadb: System = {
  name: 'mariadb-semisync',
  setup: 'MariaDB, semi-synchronous with one acknowledgement and a timeout of 3 s; one mariadb client a request',
  members: 3,
  store: 'like mysql-semi-sync',
  writes: { write: '' },
  reads: { source: 'source', replica: 'replica' },
  outside: 'roaming',
  hasRoamers: true,
};
