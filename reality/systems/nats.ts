import type { System } from './system.js';

export const nats: System = {
  name: 'nats-3',
  setup: 'NATS JetStream, one stream of three replicas with direct gets, ping_interval 2 s',
  members: 3,
  store: 'like nats-jetstream replicate consensus no-prevote step-down leader n1',
  writes: { write: '' },
  reads: { leader: 'leader', direct: 'direct' },
  outside: 'roaming',
  hasRoamers: false,
  old: { operations: ['write', 'leader', 'direct'], lasts: 'the run' },
};
