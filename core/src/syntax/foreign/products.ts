import { didYouMean } from '../../base/didYouMean.js';
import { wordFor } from '../foreignWords.js';

/**
 * How the presets replicate: by a majority, by counts of replicas, from a primary with a failover that is automatic,
 * and otherwise. Presets are read above the grammar; a test holds these rows against them. `s3` and `cdn` are not
 * among them: places are called so.
 */
const ROWS = {
  agreed:
    'aurora clickhouse-keeper cockroachdb consul dynamodb dynamodb-global-tables-strong etcd galera kubernetes ' +
    'mongodb mysql-group-replication nats-jetstream rabbitmq-quorum-queue spanner tikv yugabytedb zookeeper',
  counted: 'cassandra riak',
  supervised:
    'elasticsearch kafka mysql-orchestrator vitess postgresql-patroni postgresql-patroni-sync redis-sentinel ' +
    'redis-sentinel-min-replicas redis-cluster redis-cluster-min-replicas',
  led: 'aurora-global mysql-async mysql-semi-sync postgresql-async postgresql-sync',
  other: 'couchdb dynamodb-global-tables hazelcast',
} as const;

export type Replicates = keyof typeof ROWS;

export const PRODUCTS: ReadonlyMap<string, Replicates> = new Map(
  (Object.keys(ROWS) as Replicates[]).flatMap((how) =>
    ROWS[how].split(' ').map((name): [string, Replicates] => [name, how]),
  ),
);

/** The preset of a product by any of its names: `postgres`, `etcd:v3`. */
export function presetOf({ text }: { readonly text: string }): string | undefined {
  const word = text.toLowerCase().split(':')[0] ?? '';
  return wordFor('preset', word) ?? (PRODUCTS.has(word) ? word : undefined);
}

/** The preset whose name is nearest to several words: `dynamodb global table`. */
export function presetOfWords(words: string): string {
  const name = words.toLowerCase().replaceAll(' ', '-');
  return presetOf({ text: name }) ?? didYouMean(name, [...PRODUCTS.keys()]) ?? name;
}

/** What a preset is once more is said of it: another one of the same product. */
const SAID: Readonly<Record<string, string>> = {
  'mysql-async sync 1': 'mysql-semi-sync',
  'dynamodb AP': 'dynamodb-global-tables',
};

export function presetWith(preset: string, said: string): string | undefined {
  return SAID[`${preset} ${said}`];
}

/** What a primary of a preset waits for; a failover that is said beside it changes nothing of that. */
export const WAITS: Readonly<Record<string, string>> = {
  'mysql-semi-sync': 'sync 1 weakens',
  'postgresql-sync': 'sync 1',
};
