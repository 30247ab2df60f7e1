import type { Preset } from './preset.js';

const DOCS = 'https://github.com/memcached/memcached.github.io/blob/f9f4d06e639c12fb90ce66a1f528de22e87d3df0';
const CLIENT = `${DOCS}/ConfiguringClient.md`;
const OVERVIEW = `${DOCS}/Overview.md`;

export const memcached: readonly Preset[] = [
  {
    name: 'memcached',
    product: 'memcached',
    version: '1.4 to 1.6',
    configuration:
      'a look-aside cache, whose clients take a server that is out of reach for a miss: each replica is the server ' +
      'that has the key, one in each pool',
    clauses: 'from source\nelse source',
    levels: [
      {
        name: 'get',
        access: 'read',
        level: 'local',
        what: 'the server that has the key answers what was last put there',
        source: OVERVIEW,
      },
    ],
    plain: { read: 'get' },
    rules: [
      {
        clauses: ['from', 'else'],
        rule: 'Clients ask the cache first; what it has not they read from the database, and put it into the cache.',
        source: `${DOCS}/TutorialCachingStory.md`,
      },
      {
        clauses: ['else'],
        rule:
          'A client that cannot reach the server proceeds as though it were a miss. The other way, failover to ' +
          'another server, can show old data when the server is back.',
        source: CLIENT,
      },
      {
        clauses: ['from'],
        rule: 'Servers do not know of each other: nothing is replicated or invalidated between them.',
        source: OVERVIEW,
      },
      {
        clauses: ['from'],
        rule:
          'A client that writes the database deletes the key in the cache afterwards, so that the cache is old until ' +
          'then, or until the value expires.',
        source: 'https://www.usenix.org/system/files/conference/nsdi13/nsdi13-final170_update.pdf',
      },
      {
        clauses: [],
        rule:
          'Here the machine of the cache follows the database, not its clients. Where the two miss each other and ' +
          'the clients reach both, old until the heal is too much said.',
        source: CLIENT,
      },
    ],
  },
];
