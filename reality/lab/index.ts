import type { Startable } from './driver.js';
import { Etcd } from './etcd.js';
import { Galera } from './galera.js';
import { Nats } from './nats.js';
import { Patroni } from './patroni.js';
import { PostgreSql } from './postgresql.js';
import { PouchDb } from './pouchdb.js';
import { type Kind, RabbitMq } from './rabbitmq.js';
import { Redis } from './redis.js';
import { SemiSync } from './semiSync.js';
import { ZooKeeper } from './zookeeper.js';

const etcd: Startable = { missing: () => Etcd.missing(), make: (net, sites) => new Etcd(net, sites) };
const postgresql = (sync: '' | 'ANY 1', hasOperator = false): Startable => ({
  missing: () => PostgreSql.missing(),
  make: (net, sites) => new PostgreSql(net, sites, sync, hasOperator),
});

const rabbitmq = (kind: Kind): Startable => ({
  missing: () => RabbitMq.missing(),
  make: (net, sites) => new RabbitMq(net, sites, kind),
});
const zookeeper: Startable = { missing: () => ZooKeeper.missing(), make: (net, sites) => new ZooKeeper(net, sites) };

/** A row for each system that the lab can start, by the name of its design. */
export const DRIVERS: Readonly<Record<string, Startable>> = {
  'etcd-2': etcd,
  'etcd-3': etcd,
  'etcd-4': etcd,
  'etcd-5': etcd,
  'etcd-7': etcd,
  'galera-3': { missing: () => Galera.missing(), make: (net, sites) => new Galera(net, sites) },
  'mariadb-semisync': { missing: () => SemiSync.missing(), make: (net, sites) => new SemiSync(net, sites) },
  'nats-3': { missing: () => Nats.missing(), make: (net, sites) => new Nats(net, sites) },
  redis: { missing: () => Redis.missing(), make: (net, sites) => new Redis(net, sites) },
  'redis-promoted': { missing: () => Redis.missing(), make: (net, sites) => new Redis(net, sites, 'an operator') },
  'postgresql-patroni': { missing: () => Patroni.missing(), make: (net, sites) => new Patroni(net, sites) },
  'postgresql-async': postgresql(''),
  'postgresql-sync': postgresql('ANY 1'),
  'postgresql-promoted': postgresql('', true),
  pouchdb: { missing: () => PouchDb.missing(), make: (net, sites) => new PouchDb(net, sites) },
  'rabbitmq-quorum-queue': rabbitmq('quorum'),
  'rabbitmq-pause-minority': rabbitmq('mirrored'),
  'zookeeper-3': zookeeper,
  'zookeeper-5': zookeeper,
};
