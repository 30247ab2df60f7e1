import type { System } from './system.js';

export const couchdb: System = {
  name: 'pouchdb',
  setup: 'PouchDB Server, three servers, each of which pulls from both others again and again; a document for a key',
  members: 3,
  store: 'like couchdb',
  writes: { write: '' },
  reads: { read: 'default' },
  outside: 'roaming',
  hasRoamers: false,
};
