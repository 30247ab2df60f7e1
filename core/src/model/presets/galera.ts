import type { Preset } from './preset.js';

const QUORUM = 'https://galeracluster.com/library/documentation/weighted-quorum.html';
const VARIABLES = 'https://galeracluster.com/library/documentation/mysql-wsrep-options.html';
const OPTIONS = 'https://galeracluster.com/library/documentation/galera-parameters.html';

export const galera: readonly Preset[] = [
  {
    name: 'galera',
    product: 'Galera Cluster',
    version: '4 (MariaDB 10.4 to 11)',
    configuration: 'equal weights, default timers (evs.suspect_timeout 5 s); a witness is the arbitrator garbd',
    clauses: 'replicate consensus relay\ndetect 6s',
    levels: [
      {
        name: 'wsrep_sync_wait=0',
        access: 'read',
        level: 'bounded',
        boundMs: 6000,
        what: 'the node that was asked answers what it has applied; refused outside of the primary component',
        source: VARIABLES,
      },
      {
        name: 'wsrep_sync_wait=1',
        access: 'read',
        level: 'quorum',
        what: 'waits until everything that the cluster ordered before it is applied',
        source: VARIABLES,
      },
      {
        name: 'wsrep_dirty_reads=ON',
        access: 'read',
        level: 'local',
        what: 'answers from its own copy outside of the primary component as well',
        source: VARIABLES,
      },
      {
        name: 'default',
        access: 'write',
        what: 'certified in the one order of the primary component before it commits',
        source: QUORUM,
      },
    ],
    plain: { read: 'wsrep_sync_wait=0', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'The part of the cluster that has more than half of the weights is the primary component and goes on; ' +
          'any other one refuses queries.',
        source: QUORUM,
      },
      {
        clauses: ['replicate'],
        rule:
          "The group communication passes messages on through other members where two can't reach each other " +
          'directly.',
        source: 'https://github.com/codership/galera/blob/4.x/gcomm/src/gmcast.cpp',
      },
      {
        clauses: ['detect'],
        rule:
          'A member that is silent for evs.suspect_timeout, 5 s by default, is suspected, and dropped where all ' +
          'agree.',
        source: OPTIONS,
      },
      {
        clauses: ['replicate', 'detect'],
        rule:
          'One link or one direction cut: the group formed a new view, and for some seconds writes and synchronized ' +
          'reads stalled at every node; all writes were applied later. A synchronized read was answered for up to ' +
          '0.35 s after all nodes were apart.',
        source: 'observed: MariaDB with Galera, network namespaces, 2026-11',
      },
      {
        clauses: ['detect'],
        rule:
          'An isolated node blocked for about 6 s and then refused (error 1047), dirty reads there were old, and ' +
          'the majority worked.',
        source: 'observed: MariaDB with Galera, network namespaces, 2026-11',
      },
    ],
  },
];
