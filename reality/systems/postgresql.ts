import type { System } from './system.js';

const asynchronous: System = {
  name: 'postgresql-async',
  setup: 'PostgreSQL, a primary and two hot standbys; one psql a request',
  members: 3,
  store: 'like postgresql-async',
  writes: { write: '' },
  reads: { primary: 'primary', standby: 'standby' },
  outside: 'roaming',
  hasRoamers: true,
};

export const postgresql: readonly System[] = [
  asynchronous,
  {
    ...asynchronous,
    name: 'postgresql-open',
    setup: 'PostgreSQL as postgresql-async, writes through a psql that connected before the break',
    old: { operations: ['write'], lasts: 'the run' },
  },
  {
    ...asynchronous,
    name: 'postgresql-sync',
    setup: "PostgreSQL, synchronous_standby_names = 'ANY 1 (n2, n3)'; one psql a request",
    store: 'like postgresql-sync',
    writes: { write: '', writeLocal: 'local' },
  },
  {
    ...asynchronous,
    name: 'postgresql-promoted',
    setup:
      'PostgreSQL as postgresql-async, and an operator who promotes a standby that reaches another server where the ' +
      'primary reaches none, and makes the old primary anew after the heal',
    store: 'like postgresql-async replicate primary n1 async failover automatic',
  },
  {
    ...asynchronous,
    name: 'postgresql-patroni',
    setup:
      'PostgreSQL with Patroni, and etcd (its protocol v2) beside each, ttl 20 s, loop_wait 2 s, retry_timeout 4 s; one ' +
      'psql a request',
    store: 'like postgresql-patroni',
  },
];
