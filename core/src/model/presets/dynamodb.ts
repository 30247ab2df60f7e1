import type { Preset } from './preset.js';

const READS = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html';
const GLOBAL = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html';
const PAPER = 'https://www.usenix.org/conference/atc22/presentation/elhemali';

export const dynamodb: readonly Preset[] = [
  {
    name: 'dynamodb',
    product: 'Amazon DynamoDB',
    version: '(the service of 2025)',
    configuration: 'a table in one Region: the replicas of one partition, each in an availability zone of its own',
    clauses: 'replicate consensus paxos',
    levels: [
      {
        name: 'ConsistentRead=false',
        access: 'read',
        level: 'local',
        what: 'eventually consistent: any replica answers from its own copy',
        source: READS,
      },
      {
        name: 'ConsistentRead=true',
        access: 'read',
        level: 'quorum',
        what: 'strongly consistent: the leader answers, which no other replaces before its lease is over',
        source: READS,
      },
      {
        name: 'default',
        access: 'write',
        what: 'in the logs of a majority of the replicas before it is acknowledged',
        source: PAPER,
      },
    ],
    plain: { read: 'ConsistentRead=false', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'The replicas of a partition elect a leader by Multi-Paxos; only the leader serves writes and strongly ' +
          'consistent reads, and a write is acknowledged once a quorum has logged it.',
        source: PAPER,
      },
      {
        clauses: [],
        rule:
          'A new leader serves no write and no strongly consistent read before the lease of the old one has run ' +
          'out.',
        source: PAPER,
      },
      {
        clauses: [],
        rule:
          'Reads are eventually consistent unless they ask otherwise. None shows a write that did not succeed in the ' +
          'end.',
        source: READS,
      },
    ],
  },
  {
    name: 'dynamodb-global-tables',
    product: 'Amazon DynamoDB',
    version: 'global tables 2019.11.21',
    configuration: 'multi-Region eventual consistency (MREC, the default): each replica of the store is a Region',
    clauses: 'replicate any\nmerge lww',
    levels: [
      {
        name: 'ConsistentRead=false',
        access: 'read',
        level: 'local',
        what: 'the table of this Region answers',
        source: GLOBAL,
      },
      {
        name: 'ConsistentRead=true',
        access: 'read',
        level: 'local',
        what: 'the latest of what this Region has: writes of other Regions may be missing',
        source: GLOBAL,
      },
      {
        name: 'default',
        access: 'write',
        level: 'local',
        what: 'acknowledged by this Region alone and carried to the others later',
        source: GLOBAL,
      },
    ],
    plain: { read: 'ConsistentRead=false', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'Every Region takes reads and writes and replicates them to the others asynchronously, usually within ' +
          'a second.',
        source: GLOBAL,
      },
      {
        clauses: ['merge'],
        rule: 'Of concurrent updates of one item the last writer wins, and all Regions end up with that one.',
        source: GLOBAL,
      },
    ],
  },
  {
    name: 'dynamodb-global-tables-strong',
    product: 'Amazon DynamoDB',
    version: 'global tables 2019.11.21, since June 2025',
    configuration: 'multi-Region strong consistency (MRSC): three Regions with a replica each, or two and a witness',
    clauses: 'replicate consensus',
    levels: [
      {
        name: 'ConsistentRead=false',
        access: 'read',
        level: 'local',
        what: 'eventually consistent: the table of this Region answers',
        source: GLOBAL,
      },
      {
        name: 'ConsistentRead=true',
        access: 'read',
        level: 'quorum',
        what: 'strongly consistent: the latest version, whichever Region is asked',
        source: GLOBAL,
      },
      {
        name: 'default',
        access: 'write',
        what: 'in at least one other Region before it is acknowledged',
        source: GLOBAL,
      },
    ],
    plain: { read: 'ConsistentRead=false', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'A write is acknowledged when at least one other Region of the three has it, so that any two have ' +
          'every write; a witness keeps what was written and serves nobody. What follows for a Region that is ' +
          'cut off from both others, that it serves no write and no strongly consistent read, is concluded from ' +
          'that.',
        source: GLOBAL,
      },
    ],
  },
];
