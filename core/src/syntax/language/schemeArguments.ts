import type { WordRow } from './word.js';

/** What stands after the scheme of `replicate`. */
export const SCHEME_ARGUMENT_WORDS = {
  leader: { meaning: 'The replica that leads when the network breaks; without it, any replica may lead.' },
  sync: {
    meaning:
      'How many other replicas must have a write before it is acknowledged: `sync 1`; or which, by name: `sync b, c`.',
    source: 'PostgreSQL, synchronous_standby_names',
  },
  async: { meaning: 'The primary acknowledges by itself; what has not been shipped is lost in a failover.' },
  failover: {
    meaning:
      '`automatic` promotes a replica on the majority side; the old primary may go on serving. `safe` promotes only ' +
      'one that has every acknowledged write. `manual` waits for a person.',
  },
  automatic: {
    meaning: 'A replica on the majority side is promoted; the old primary may go on serving until the heal.',
  },
  safe: {
    meaning:
      'As `automatic`, but nobody is promoted who may lack a write that was acknowledged at the default level: then ' +
      'there is no primary, and nothing is lost.',
    source: "Patroni's synchronous mode; Vitess' durability policies",
  },
  manual: {
    meaning: 'No replica is promoted until a person does it. After `rejoin`: a person rebuilds the deposed replica.',
  },
  raft: {
    meaning:
      'A voter refuses a candidate whose log lags behind its own, so after a partial cut perhaps no replica can be ' +
      'elected. What `consensus` is without `paxos` or `zab`; of a primary it stands after `failover automatic`.',
    source: 'Ongaro and Ousterhout, Raft, ATC 2014, section 5.4.1; Ng et al., Omni-Paxos, EuroSys 2023',
  },
  paxos: {
    meaning: 'A candidate learns from its quorum what it lacks, so every replica that reaches a majority can lead.',
    source: 'Liskov and Cowling, Viewstamped Replication Revisited, 2012; Lamport, Paxos Made Simple, 2001',
  },
  zab: {
    meaning:
      'A member takes part only if it reaches a majority itself, and a new leader learns from the members that ' +
      'follow it.',
    source: 'Junqueira, Reed and Serafini, Zab, DSN 2011; ZooKeeper 3.8 under real cuts',
  },
  'no-prevote': {
    meaning:
      'Raft without PreVote and CheckQuorum: a replica that misses the leader and reaches another member ' +
      'stands for election again and again, and deposes it.',
    source: 'Ongaro, Consensus: Bridging Theory and Practice, 2014, sections 4.2.3 and 9.6',
  },
  relay: {
    meaning: 'Replicas pass messages on for each other, so a partial cut that leaves a way around has no effect.',
    source: 'Amir et al., Spread; Galera',
  },
  weakens: {
    meaning:
      'After `sync k`: on a timeout the primary goes on with the replicas that answer, even with none. Semi-sync.',
    source: 'MySQL, semisynchronous replication',
  },
  'in-sync': {
    meaning:
      'Waits for every replica that is in sync, which are those in reach; refuses if they and the primary are ' +
      'fewer than this.',
    source: 'Kafka, min.insync.replicas',
  },
  'min-replicas': {
    meaning: 'Acknowledges alone, but refuses writes once it has noticed that fewer others than this are in reach.',
    source: 'Redis, min-replicas-to-write',
  },
  'step-down': {
    meaning:
      'A primary that has noticed that it lost its majority refuses, instead of going on until the heal. A leader ' +
      'of `consensus` never goes on: with it, it refuses at once also where `on partition wait` lets others wait, ' +
      'and so do those that reach it.',
    source: 'MongoDB; Patroni; NATS',
  },
  writes: {
    meaning:
      'After `step-down`: a primary that has noticed that it lost its majority refuses writes and goes on answering ' +
      'reads.',
    source: 'A demoted PostgreSQL or MySQL server, which is read-only',
  },
  by: {
    meaning:
      'After `failover automatic` or `failover safe`: the nodes that vote on the primary, instead of the replicas: ' +
      '`by s1, s2, s3`.',
    source: 'Redis Sentinel',
  },
  'read-repair': {
    meaning:
      'A read is answered when the replicas that it asked have what it answers, so that no later majority misses it.',
    source: "Attiya, Bar-Noy and Dolev, J. ACM 1995; Cassandra's blocking read repair",
  },
  sloppy: {
    meaning: 'Stand-ins take what replicas out of reach should have. The overlap of R + W > N is gone.',
    source: 'DeCandia et al., Dynamo, SOSP 2007, section 4.6',
  },
  R: { meaning: 'How many replicas answer a read.' },
  W: { meaning: 'How many replicas acknowledge a write.' },
} satisfies Record<string, WordRow>;
