import type { Startable } from './driver.js';
import { Etcd } from './etcd.js';
import { PostgreSql } from './postgresql.js';
import { Redis } from './redis.js';

const etcd: Startable = { missing: () => Etcd.missing(), make: (net, sites) => new Etcd(net, sites) };
const postgresql = (sync: '' | 'ANY 1'): Startable => ({
  missing: () => PostgreSql.missing(),
  make: (net, sites) => new PostgreSql(net, sites, sync),
});

/** A row for each system that the lab can start, by the name of its design. */
export const DRIVERS: Readonly<Record<string, Startable>> = {
  'etcd-2': etcd,
  'etcd-3': etcd,
  'etcd-4': etcd,
  'etcd-5': etcd,
  redis: { missing: () => Redis.missing(), make: (net, sites) => new Redis(net, sites) },
  'postgresql-async': postgresql(''),
  'postgresql-sync': postgresql('ANY 1'),
};
