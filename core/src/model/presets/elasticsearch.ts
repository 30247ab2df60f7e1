import type { Preset } from './preset.js';

const MODEL = 'https://www.elastic.co/guide/en/elasticsearch/reference/7.13/docs-replication.html';
const SETTINGS = 'https://www.elastic.co/guide/en/elasticsearch/reference/8.17/modules-discovery-settings.html';
const QUORUMS = 'https://www.elastic.co/guide/en/elasticsearch/reference/7.8/modules-discovery-quorums.html';
const ROUTING = 'https://www.elastic.co/guide/en/elasticsearch/reference/8.12/search-shard-routing.html';

export const elasticsearch: readonly Preset[] = [
  {
    name: 'elasticsearch',
    product: 'Elasticsearch',
    version: '7.0 to 8.17',
    configuration:
      'the copies of one shard, the first one being the primary; wait_for_active_shards=1 and ' +
      'cluster.no_master_block=write (the defaults)',
    clauses: 'replicate primary in-sync 1 step-down writes failover automatic\ndetect 30s',
    levels: [
      {
        name: 'default',
        access: 'read',
        level: 'local',
        what: 'one copy of the shard answers, the primary or a replica',
        source: ROUTING,
      },
      {
        name: 'default',
        access: 'write',
        what: 'every copy that is in sync has it, be it the primary alone',
        source: MODEL,
      },
    ],
    plain: { read: 'default', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'The primary sends each operation to all copies that are in sync and acknowledges it when they have it. ' +
          'One that does not answer leaves the set first, and only the elected master can take it out.',
        source: MODEL,
      },
      {
        clauses: ['replicate'],
        rule:
          'The master is elected by more than half of the voting nodes, and promotes a copy that is in sync. The ' +
          'replicas and witnesses vote here; with dedicated masters, write `replicate primary a in-sync 1 step-down ' +
          'writes failover automatic by m1, m2, m3`.',
        source: QUORUMS,
      },
      {
        clauses: ['replicate'],
        rule: 'A node without a master refuses writes and goes on answering reads, which may be old.',
        source: SETTINGS,
      },
      {
        clauses: [],
        rule:
          'An isolated primary indexes an operation before it sends it to the replicas, so it can show one that is ' +
          'never acknowledged, and that the promoted copy does not have.',
        source: MODEL,
      },
      {
        clauses: [],
        rule:
          'A search finds a document after the next refresh, by default within a second. That lag is not modelled: a ' +
          'read here is a get by its id.',
        source: 'https://www.elastic.co/guide/en/elasticsearch/reference/8.17/near-real-time.html',
      },
      {
        clauses: ['detect'],
        rule:
          'Nodes and master check each other every second; three checks in a row, with a timeout of 10 s each, have ' +
          'to fail. A connection that is closed counts at once.',
        source: SETTINGS,
      },
    ],
  },
];
