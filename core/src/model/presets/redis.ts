import type { Preset, PresetLevel, PresetRule } from './preset.js';

const SENTINEL = 'https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/';
const REPLICATION = 'https://redis.io/docs/latest/operate/oss_and_stack/management/replication/';
const CLUSTER = 'https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/';

const MASTER: PresetLevel = {
  name: 'master',
  access: 'read',
  level: 'leader',
  what: 'asks the master that the client knows',
  source: REPLICATION,
};
const WRITE: PresetLevel = {
  name: 'default',
  access: 'write',
  what: 'the master acknowledges by itself; replicas follow',
  source: REPLICATION,
};
const ANY_COPY: PresetLevel = {
  name: 'replica',
  access: 'read',
  level: 'local',
  what: 'the nearest instance answers from its own copy, however old',
  source: REPLICATION,
};

const SENTINELS: PresetRule = {
  clauses: ['replicate'],
  rule:
    'A majority of the Sentinels authorizes a failover. They are the replicas and witnesses here; where they run ' +
    'elsewhere, write `replicate primary a async failover automatic by s1, s2, s3`.',
  source: SENTINEL,
};
const DOWN_AFTER: PresetRule = {
  clauses: ['detect'],
  rule:
    'A Sentinel takes a master for down when it has not answered for down-after-milliseconds, 30 s unless set ' +
    'otherwise.',
  source: 'https://github.com/redis/redis/blob/7.2/sentinel.conf',
};
const ASYNC: PresetRule = {
  clauses: ['replicate'],
  rule:
    'Replication is asynchronous, and an old master that rejoins takes over the data of the new one: what only ' +
    'it acknowledged is gone.',
  source: SENTINEL,
};
const FENCED: PresetRule = {
  clauses: ['replicate'],
  rule:
    'With min-replicas-to-write a master refuses writes while fewer replicas than that have been heard of within ' +
    'min-replicas-max-lag seconds, 10 by default: that bounds what is lost.',
  source: 'https://github.com/redis/redis/blob/7.2/redis.conf',
};

const SLOTS: readonly PresetLevel[] = [
  MASTER,
  {
    name: 'replica',
    access: 'read',
    level: 'bounded',
    boundMs: 15_000,
    what: 'READONLY at the nearest instance: its own copy, as long as it sees the cluster as up',
    source: CLUSTER,
  },
  WRITE,
];
const STEPS_DOWN: PresetRule = {
  clauses: ['replicate'],
  rule:
    "A master that can't reach the majority of the masters for the node timeout stops accepting queries, so what " +
    'is lost is bounded by that time.',
  source: CLUSTER,
};
const MASTERS_VOTE: PresetRule = {
  clauses: ['replicate'],
  rule:
    'The masters of all slots vote for a replica. The replicas and witnesses stand for them here; where they run ' +
    'elsewhere, name them with `failover automatic by …`.',
  source: CLUSTER,
};
const NODE_TIMEOUT: PresetRule = {
  clauses: ['detect'],
  rule: 'cluster-node-timeout, 15 s unless set otherwise, is how long an instance may be out of reach.',
  source: 'https://github.com/redis/redis/blob/7.2/redis.conf',
};

export const redis: readonly Preset[] = [
  {
    name: 'redis-sentinel',
    product: 'Redis with Sentinel',
    version: '6.2 to 7.4',
    configuration: 'one master, which is the first replica; min-replicas-to-write 0, the default',
    clauses: 'replicate primary async failover automatic\ndetect 30s',
    levels: [MASTER, ANY_COPY, WRITE],
    plain: { read: 'master', write: 'default' },
    rules: [
      SENTINELS,
      ASYNC,
      DOWN_AFTER,
      {
        clauses: [],
        rule: 'An isolated master went on acknowledging, and all of that was lost at the heal.',
        source: 'observed: Redis with Sentinel, network namespaces, 2026-11',
      },
    ],
  },
  {
    name: 'redis-sentinel-min-replicas',
    product: 'Redis with Sentinel',
    version: '6.2 to 7.4',
    configuration: 'one master, which is the first replica; min-replicas-to-write 1',
    clauses: 'replicate primary async min-replicas 1 failover automatic\ndetect 30s',
    levels: [MASTER, ANY_COPY, WRITE],
    plain: { read: 'master', write: 'default' },
    rules: [
      SENTINELS,
      ASYNC,
      FENCED,
      DOWN_AFTER,
      {
        clauses: [],
        rule:
          'With min-replicas-max-lag at 3 s an isolated master acknowledged writes for about 3 s more, all of ' +
          'them lost, and then refused; reads at it were old throughout.',
        source: 'observed: Redis with Sentinel, min-replicas-to-write 1, network namespaces, 2026-11',
      },
    ],
  },
  {
    name: 'redis-cluster',
    product: 'Redis Cluster',
    version: '6.2 to 7.4',
    configuration:
      'the master and replicas of one slot, the first replica being the master; cluster-node-timeout 15000, ' +
      'cluster-allow-reads-when-down no, min-replicas-to-write 0',
    clauses: 'replicate primary async step-down failover automatic\ndetect 15s',
    levels: SLOTS,
    plain: { read: 'master', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'Replication is asynchronous and the last failover wins: what the old master acknowledged and its ' +
          'replica had not got is lost.',
        source: CLUSTER,
      },
      STEPS_DOWN,
      MASTERS_VOTE,
      NODE_TIMEOUT,
    ],
  },
  {
    name: 'redis-cluster-min-replicas',
    product: 'Redis Cluster',
    version: '6.2 to 7.4',
    configuration:
      'the master and replicas of one slot, the first replica being the master; cluster-node-timeout 15000, ' +
      'cluster-allow-reads-when-down no, min-replicas-to-write 1',
    clauses: 'replicate primary async min-replicas 1 step-down failover automatic\ndetect 15s',
    levels: SLOTS,
    plain: { read: 'master', write: 'default' },
    rules: [STEPS_DOWN, MASTERS_VOTE, FENCED, NODE_TIMEOUT],
  },
];
