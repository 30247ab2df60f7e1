import type { System } from './system.js';

const rabbitmq: Omit<System, 'name' | 'setup' | 'store'> = {
  members: 3,
  writes: { write: '' },
  // A consumer takes messages out: what the queue holds was looked at before the break and after the heal.
  reads: {},
  outside: 'roaming',
  hasRoamers: false,
  old: { operations: ['write'], lasts: 'the run' },
};

export const rabbitmqs: readonly System[] = [
  {
    ...rabbitmq,
    name: 'rabbitmq-pause-minority',
    setup:
      'RabbitMQ, a classic queue that is mirrored to three nodes, cluster_partition_handling = pause_minority, ' +
      'net_ticktime 8 s; publishes with a confirm',
    store: 'like rabbitmq-pause-minority',
  },
  {
    ...rabbitmq,
    name: 'rabbitmq-quorum-queue',
    setup:
      'RabbitMQ, a quorum queue with three members, cluster_partition_handling = ignore, net_ticktime 8 s, and an ' +
      'operator who starts two nodes again after the heal; publishes with a confirm',
    store: 'like rabbitmq-quorum-queue replicate consensus no-prevote leader n1',
  },
];
