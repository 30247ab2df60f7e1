/**
 * The products that an import knows by their names in images, types of resources and descriptions, and the presets that
 * stand for them. A preset with `words` is meant where the part's settings have one of them; the last one is the guess.
 */
export interface Product {
  readonly name: string;
  /** Whole words of an image's name or a technology's, in lower case. */
  readonly words: readonly string[];
  /** None: no preset stands for it. */
  readonly presets: readonly { readonly name: string; readonly words?: readonly string[] }[];
  /** It holds what another store holds, as a cache does. */
  readonly isDerived?: true;
  /** Words that make it a server that only votes on who leads. */
  readonly electorWords?: readonly string[];
  /** A managed service: how many copies it keeps, as its preset's page says with the source. */
  readonly managed?: { readonly copies: number; readonly why: string };
}

export const PRODUCTS: readonly Product[] = [
  {
    name: 'Amazon Aurora',
    words: ['aurora'],
    presets: [{ name: 'aurora-global', words: ['global'] }, { name: 'aurora' }],
    managed: { copies: 3, why: 'a cluster is in three Availability Zones' },
  },
  { name: 'Cassandra', words: ['cassandra', 'scylla', 'scylladb', 'dse'], presets: [{ name: 'cassandra' }] },
  { name: 'CDN', words: ['cloudfront', 'cdn', 'varnish'], presets: [{ name: 'cdn' }], isDerived: true },
  { name: 'ClickHouse Keeper', words: ['clickhouse keeper'], presets: [{ name: 'clickhouse-keeper' }] },
  { name: 'CockroachDB', words: ['cockroach', 'cockroachdb'], presets: [{ name: 'cockroachdb' }] },
  { name: 'Consul', words: ['consul'], presets: [{ name: 'consul' }] },
  { name: 'CouchDB', words: ['couchdb', 'pouchdb'], presets: [{ name: 'couchdb' }] },
  {
    name: 'Amazon DynamoDB',
    words: ['dynamodb'],
    presets: [{ name: 'dynamodb' }],
    managed: { copies: 3, why: 'a table is in three Availability Zones' },
  },
  { name: 'Elasticsearch', words: ['elasticsearch', 'opensearch'], presets: [{ name: 'elasticsearch' }] },
  { name: 'etcd', words: ['etcd'], presets: [{ name: 'etcd' }] },
  { name: 'Galera Cluster', words: ['galera', 'pxc', 'xtradb'], presets: [{ name: 'galera' }] },
  { name: 'Hazelcast', words: ['hazelcast'], presets: [{ name: 'hazelcast' }] },
  { name: 'Kafka', words: ['kafka', 'redpanda', 'msk'], presets: [{ name: 'kafka' }] },
  {
    name: 'memcached',
    words: ['memcached', 'memcache'],
    presets: [{ name: 'memcached' }],
    isDerived: true,
  },
  { name: 'MongoDB', words: ['mongo', 'mongodb', 'documentdb'], presets: [{ name: 'mongodb' }] },
  {
    name: 'MySQL',
    words: ['mysql', 'mariadb', 'percona'],
    presets: [
      { name: 'galera', words: ['galera', 'wsrep'] },
      { name: 'mysql-group-replication', words: ['group_replication'] },
      { name: 'mysql-orchestrator', words: ['orchestrator'] },
      { name: 'mysql-semi-sync', words: ['rpl_semi_sync', 'semi_sync', 'semisync'] },
      { name: 'mysql-async' },
    ],
  },
  { name: 'NATS JetStream', words: ['nats'], presets: [{ name: 'nats-jetstream' }] },
  {
    name: 'PostgreSQL',
    words: ['postgres', 'postgresql', 'postgis', 'timescaledb', 'spilo', 'patroni', 'pgvector'],
    presets: [
      { name: 'postgresql-patroni-sync', words: ['synchronous_mode'] },
      { name: 'postgresql-patroni', words: ['patroni', 'spilo'] },
      { name: 'postgresql-sync', words: ['synchronous_standby_names', 'synchronous_commit_mode'] },
      { name: 'postgresql-async' },
    ],
  },
  {
    name: 'RabbitMQ',
    words: ['rabbitmq'],
    presets: [
      { name: 'rabbitmq-pause-minority', words: ['pause_minority'] },
      { name: 'rabbitmq-autoheal', words: ['autoheal'] },
      { name: 'rabbitmq-quorum-queue' },
    ],
  },
  {
    name: 'Redis',
    words: ['redis', 'valkey', 'keydb', 'redis-stack'],
    presets: [{ name: 'redis-cluster', words: ['cluster-enabled', 'redis-cluster'] }, { name: 'redis-sentinel' }],
    electorWords: ['sentinel'],
  },
  { name: 'Riak', words: ['riak'], presets: [{ name: 'riak' }] },
  {
    name: 'Amazon S3',
    words: ['s3'],
    presets: [{ name: 's3' }],
    managed: { copies: 3, why: 'S3 Standard is in at least three Availability Zones' },
  },
  {
    name: 'Spanner',
    words: ['spanner'],
    presets: [{ name: 'spanner' }],
    managed: { copies: 3, why: 'a regional instance is in three zones' },
  },
  { name: 'TiKV', words: ['tikv'], presets: [{ name: 'tikv' }] },
  { name: 'Vitess', words: ['vitess', 'vttablet'], presets: [{ name: 'vitess' }] },
  { name: 'YugabyteDB', words: ['yugabyte', 'yugabytedb'], presets: [{ name: 'yugabytedb' }] },
  { name: 'ZooKeeper', words: ['zookeeper'], presets: [{ name: 'zookeeper' }] },
  { name: 'SQL Server', words: ['mssql', 'sqlserver', 'sql-server', 'sql server', 'azure-sql-edge'], presets: [] },
  { name: 'Oracle Database', words: ['oracle', 'oracle-xe', 'oracle-free'], presets: [] },
  { name: 'MinIO', words: ['minio'], presets: [] },
  { name: 'Neo4j', words: ['neo4j'], presets: [] },
  { name: 'InfluxDB', words: ['influxdb'], presets: [] },
  { name: 'ClickHouse', words: ['clickhouse'], presets: [] },
  { name: 'RethinkDB', words: ['rethinkdb'], presets: [] },
  { name: 'Solr', words: ['solr'], presets: [] },
];

/** Words of a server's name that say what it does among its like, the one that leads apart. */
export const LEADING = ['master', 'primary', 'leader', 'main', 'writer'];
export const FOLLOWING = ['replica', 'slave', 'secondary', 'standby', 'follower', 'reader', 'node', 'server', 'member'];
export const VOTING = ['arbiter', 'witness', 'garbd'];

/** A name with one of these is that of a tool for the product, and not the product. */
const BESIDE_IT = [
  'admin', 'adminer', 'agent', 'backup', 'bridge', 'client', 'commander', 'connect', 'consumer', 'controller',
  'dashboard', 'etl', 'exporter', 'express', 'init', 'insight', 'manager', 'migrate', 'operator', 'pgadmin', 'producer',
  'proxy', 'seed', 'test', 'tools', 'ui', 'web',
]; // biome-ignore format: a list of words

/**
 * The product that a name stands for: of an image ("bitnami/postgresql:16", without its registry and tag), a type of a
 * resource, or a technology ("PostgreSQL 16").
 */
export function productNamed(name: string): Product | undefined {
  const words = wordsOf(name);
  if (words.some((word) => BESIDE_IT.includes(word))) return undefined;
  const text = ` ${words.join(' ')} `;
  return PRODUCTS.find((product) => product.words.some((word) => text.includes(` ${wordsOf(word).join(' ')} `)));
}

/**
 * The product that a server is called after, where its image is the project's own: "redis", "postgres-replica-2". A
 * name that says more, such as "redis-sync", may be anything.
 */
export function productCalled(name: string): Product | undefined {
  const words = tokensOf(name).filter((word) => ![...LEADING, ...FOLLOWING, ''].includes(word));
  return PRODUCTS.find((product) => product.words.includes(words.join('-')));
}

/** In lower case, split at marks, numbers taken off their ends: "Kafka_2" is "kafka", "". */
export function tokensOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[-_. ]/)
    .map((token) => {
      let end = token.length;
      while (end > 0 && '0123456789'.includes(token.charAt(end - 1))) end--;
      return token.slice(0, end);
    });
}

/** "docker.io/bitnami/redis-cluster:7.2@sha256:…" is "redis-cluster", and `${REGISTRY}/redis:${TAG}` is "redis". */
export function imageName(image: string): string {
  const last = image.split('@')[0]?.split('/').at(-1) ?? '';
  return last.split(':')[0] ?? '';
}

/** Does it only vote on who leads? `evidence`: its image and settings. */
export function isElector(product: Product, evidence: string): boolean {
  return product.electorWords?.some((word) => evidence.toLowerCase().includes(word)) ?? false;
}

/** The preset that the settings show, or else the last, which is a guess. */
export function presetOf(product: Product, evidence: string): { name: string; isGuess: boolean } | undefined {
  const shown = product.presets.find(({ words }) => words?.some((word) => evidence.toLowerCase().includes(word)));
  const last = product.presets.at(-1);
  if (shown !== undefined) return { name: shown.name, isGuess: false };
  return last === undefined ? undefined : { name: last.name, isGuess: product.presets.length > 1 };
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .filter((word) => word !== '');
}
