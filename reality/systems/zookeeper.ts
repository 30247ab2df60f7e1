import type { System } from './system.js';

function zookeeper(members: number): System {
  return {
    name: `zookeeper-${members}`,
    setup: `ZooKeeper with ${members} members, tickTime=1000, syncLimit=2; sessions of 4 s`,
    members,
    store: 'like zookeeper replicate consensus zab leader n1',
    writes: { write: '' },
    reads: { default: 'default', sync: 'sync' },
    outside: 'roaming',
    hasRoamers: false,
    old: { operations: ['write', 'default', 'sync'], lasts: 'until given up' },
  };
}

export const zookeeperEnsembles: readonly System[] = [3, 5].map(zookeeper);
