import { connectAmqp } from './amqp.js';
import type { Connect } from './connection.js';
import { connectHttp } from './http.js';
import { connectNats } from './nats.js';
import { connectZooKeeper } from './zookeeper.js';

/** A row for each protocol whose clients keep their connections. */
export const PROTOCOLS = {
  amqp: connectAmqp,
  http: connectHttp,
  nats: connectNats,
  zookeeper: connectZooKeeper,
} as const satisfies Record<string, Connect>;

export type Protocol = keyof typeof PROTOCOLS;
