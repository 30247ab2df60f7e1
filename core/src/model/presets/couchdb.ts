import type { Preset } from './preset.js';

const CONFLICTS = 'https://docs.couchdb.org/en/stable/replication/conflicts.html';
const REPLICATION = 'https://docs.couchdb.org/en/stable/replication/intro.html';

export const couchdb: readonly Preset[] = [
  {
    name: 'couchdb',
    product: 'Apache CouchDB',
    version: '3 and PouchDB 7 to 9',
    configuration: 'servers or devices of their own that replicate continuously in both directions',
    clauses: 'replicate any\nmerge siblings',
    levels: [
      {
        name: 'default',
        access: 'read',
        level: 'local',
        what: 'the database that was asked answers',
        source: REPLICATION,
      },
      {
        name: 'default',
        access: 'write',
        level: 'local',
        what: 'the database that was asked takes it; the others get it by replication',
        source: REPLICATION,
      },
    ],
    plain: { read: 'default', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'Each database takes reads and writes by itself; replication carries changes between any two of them, ' +
          'whenever it is asked to.',
        source: 'https://docs.couchdb.org/en/stable/intro/consistency.html',
      },
      {
        clauses: ['merge'],
        rule:
          'Revisions that did not know of each other are all kept. Each database picks the same one as the ' +
          'winner; the others stay as conflicts until somebody removes them.',
        source: CONFLICTS,
      },
      {
        clauses: ['merge'],
        rule:
          'Both sides took writes; after the heal one revision had won, the same everywhere, and the other one ' +
          'was kept out of sight as a conflict.',
        source: 'observed: CouchDB and PouchDB, network namespaces, 2026-11',
      },
    ],
  },
];
