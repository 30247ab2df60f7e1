import type { System } from './system.js';

const sentinel: System = {
  name: 'redis',
  setup: 'Redis with three Sentinels, down-after-milliseconds 2000; one redis-cli a request',
  members: 3,
  store: 'like redis-sentinel',
  writes: { write: '' },
  reads: { master: 'master', replica: 'replica' },
  outside: 'roaming',
  hasRoamers: true,
};

export const redis: readonly System[] = [
  sentinel,
  {
    ...sentinel,
    name: 'redis-open',
    setup: 'Redis as redis, writes through a redis-cli that connected before the break',
    old: { operations: ['write'], lasts: 'the run' },
  },
  {
    ...sentinel,
    name: 'redis-promoted',
    setup: 'Redis without Sentinel, and an operator who promotes a replica where a Sentinel would',
  },
  {
    ...sentinel,
    name: 'redis-min-replicas',
    setup: 'Redis as redis, with min-replicas-to-write 1 and min-replicas-max-lag 3',
    store: 'like redis-sentinel-min-replicas',
  },
];
