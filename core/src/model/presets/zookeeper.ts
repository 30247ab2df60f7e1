import type { Preset } from './preset.js';

const PROGRAMMERS = 'https://zookeeper.apache.org/doc/r3.8.4/zookeeperProgrammers.html';
const INTERNALS = 'https://zookeeper.apache.org/doc/r3.8.4/zookeeperInternals.html';
const SERVER =
  'https://github.com/apache/zookeeper/blob/release-3.8.4/zookeeper-server/src/main/java/org/apache/zookeeper/' +
  'server/quorum/';
const ADMIN = 'https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html';

export const zookeeper: readonly Preset[] = [
  {
    name: 'zookeeper',
    product: 'Apache ZooKeeper',
    version: '3.8',
    configuration: 'an ensemble of three or five, tickTime=2000 and syncLimit=5, read-only mode off',
    clauses: 'replicate consensus zab\ndetect 10s',
    levels: [
      {
        name: 'default',
        access: 'read',
        level: 'bounded',
        boundMs: 10_000,
        what: 'the server of the session answers from its own copy, as long as it follows the leader',
        source: PROGRAMMERS,
      },
      {
        name: 'sync',
        access: 'read',
        level: 'leader',
        what: '`sync` first: the server catches up with the leader, which answers by its own word',
        source: INTERNALS,
      },
      { name: 'default', access: 'write', what: 'a majority has it before it is acknowledged', source: INTERNALS },
    ],
    plain: { read: 'default', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule: 'Updates go through the leader and are committed once a quorum of the servers has acknowledged them.',
        source: INTERNALS,
      },
      {
        clauses: ['replicate'],
        rule: 'A server that is partitioned from the quorum serves in read-only mode at most, which is off by default.',
        source: ADMIN,
      },
      {
        clauses: ['replicate'],
        rule:
          'A new leader first learns the proposals of a quorum of followers (discovery), and a server follows the ' +
          'one that a quorum of the votes which it has received itself is for.',
        source: `${SERVER}FastLeaderElection.java`,
      },
      {
        clauses: ['replicate'],
        rule:
          'Five members, the leader cut off and all others connected to one of them only: no leader was elected. ' +
          'In a ring, and where two parts share a member, one was.',
        source: 'observed: ZooKeeper 3.8 with five members, network namespaces, 2026-11',
      },
      {
        clauses: ['replicate'],
        rule:
          'A server votes for the longest log that it hears of, over others too, and asks nothing else of its ' +
          'server. Five members in a chain: no leader was elected within 60 s, though the one in the middle reaches ' +
          'two.',
        source: `${SERVER}FastLeaderElection.java`,
      },
      {
        clauses: ['detect'],
        rule:
          'A follower that lags too far is dropped after syncLimit ticks, 5 × 2 s in `zoo_sample.cfg`. It ' +
          'gives its leader up after the same time.',
        source: `${SERVER}Learner.java`,
      },
      {
        clauses: [],
        rule:
          'Two sessions at different servers need not see the same data at the same time; who must see the ' +
          'latest calls `sync` before reading.',
        source: PROGRAMMERS,
      },
      {
        clauses: [],
        rule:
          '`sync` asks the leader, and the leader asks no quorum: a deposed leader that has not noticed may let the ' +
          'read after it be old.',
        source: INTERNALS,
      },
      {
        clauses: [],
        rule:
          'A session at an isolated follower read old values for about 2 s and was then refused; a write at an ' +
          'isolated server timed out, then lost its connection, later was refused.',
        source: 'observed: ZooKeeper 3.8, network namespaces, 2026-11',
      },
    ],
  },
];
