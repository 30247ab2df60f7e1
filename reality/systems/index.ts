import { couchdb } from './couchdb.js';
import { etcdClusters } from './etcd.js';
import { galera } from './galera.js';
import { mariadb } from './mariadb.js';
import { nats } from './nats.js';
import { postgresql } from './postgresql.js';
import { rabbitmqs } from './rabbitmq.js';
import { redis } from './redis.js';
import type { System } from './system.js';
import { zookeeperEnsembles } from './zookeeper.js';

/** A row for each set-up that was measured; each has its file in `observations/`. */
export const SYSTEMS: readonly System[] = [
  couchdb,
  ...etcdClusters,
  galera,
  mariadb,
  nats,
  ...postgresql,
  ...rabbitmqs,
  ...redis,
  ...zookeeperEnsembles,
];
