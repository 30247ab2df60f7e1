import type { Preset } from './preset.js';

const MODEL = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html#ConsistencyModel';
const DURABILITY = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/DataDurability.html';

export const s3: readonly Preset[] = [
  {
    name: 's3',
    product: 'Amazon S3',
    version: '(the service since December 2020)',
    configuration: 'one bucket, storage class S3 Standard: each replica is an Availability Zone of its Region',
    clauses: 'replicate quorum\nmerge lww',
    levels: [
      {
        name: 'default',
        access: 'read',
        level: 'quorum',
        what: 'a read that begins after a successful PUT returns what it wrote',
        source: MODEL,
      },
      {
        name: 'default',
        access: 'write',
        level: 'quorum',
        what: 'a PUT that succeeded is safely stored',
        source: MODEL,
      },
    ],
    plain: { read: 'default', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'Objects are stored across at least three Availability Zones, and kept when a whole one is lost; reads are ' +
          'strongly consistent. How many copies a request asks is not published: more than half is the least that ' +
          'gives both.',
        source: DURABILITY,
      },
      {
        clauses: ['replicate'],
        rule: 'Reads of objects, lists and metadata return the latest write of every successful PUT and DELETE.',
        source: MODEL,
      },
      {
        clauses: ['merge'],
        rule: 'Of two PUTs of one key at the same time the one with the later timestamp stays; nothing is locked.',
        source: MODEL,
      },
      {
        clauses: [],
        rule:
          'Replication to a bucket in another Region is asynchronous. Write that bucket as a store of its own, ' +
          '`from` this one.',
        source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
      },
    ],
  },
];
