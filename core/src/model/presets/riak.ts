import type { Preset } from './preset.js';

const PROPERTIES = 'https://docs.riak.com/riak/kv/2.2.3/developing/app-guide/replication-properties/';
const CONFLICTS = 'https://docs.riak.com/riak/kv/2.2.3/developing/usage/conflict-resolution/';
const CONCEPTS = 'https://docs.riak.com/riak/kv/2.2.3/learn/concepts/eventual-consistency/';

export const riak: readonly Preset[] = [
  {
    name: 'riak',
    product: 'Riak KV',
    version: '2.2',
    configuration: 'a bucket type with allow_mult=true, pr=0 and pw=0 (sloppy quorums)',
    clauses: 'replicate quorum sloppy\nmerge siblings',
    levels: [
      { name: 'one', access: 'read', level: 'one', what: 'r=1: one replica or stand-in answers', source: PROPERTIES },
      {
        name: 'quorum',
        access: 'read',
        level: 'quorum',
        what: 'r=quorum: a majority of N, stand-ins counted',
        source: PROPERTIES,
      },
      { name: 'all', access: 'read', level: 'all', what: 'r=all: N of them, stand-ins counted', source: PROPERTIES },
      {
        name: 'one',
        access: 'write',
        level: 'one',
        what: 'w=1: one replica or stand-in acknowledges',
        source: PROPERTIES,
      },
      {
        name: 'quorum',
        access: 'write',
        level: 'quorum',
        what: 'w=quorum: a majority of N, stand-ins counted',
        source: PROPERTIES,
      },
      { name: 'all', access: 'write', level: 'all', what: 'w=all: N of them, stand-ins counted', source: PROPERTIES },
    ],
    plain: { read: 'quorum', write: 'quorum' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'r and w count any nodes that answer for the key: where a replica is out of reach, a fallback node ' +
          'takes its place until it is back.',
        source: CONCEPTS,
      },
      {
        clauses: ['merge'],
        rule:
          'With allow_mult, values that did not know of each other are both kept as siblings until a client ' +
          'resolves them.',
        source: CONFLICTS,
      },
      {
        clauses: [],
        rule: 'Strict quorums (pr, pw) are `replicate quorum` without `sloppy`: write that clause into the store.',
        source: PROPERTIES,
      },
    ],
  },
];
