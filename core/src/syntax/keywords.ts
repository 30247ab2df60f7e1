/** What a word of the language means, in two lines at most: hovers, completion and the reference read this table. */
export interface WordMeaning {
  readonly group: WordGroup;
  readonly meaning: string;
  /** Where a rule or term comes from. */
  readonly source?: string;
}

export type WordGroup =
  | 'statement'
  | 'clause'
  | 'choice'
  | 'scheme'
  | 'scheme argument'
  | 'reaction'
  | 'merge rule'
  | 'level'
  | 'guarantee'
  | 'verdict'
  | 'unit'
  | 'preset';

const row = (group: WordGroup, meaning: string, source?: string): WordMeaning => ({
  group,
  meaning,
  ...(source === undefined ? {} : { source }),
});

const GL = 'Gilbert and Lynch, SIGACT News 2002';

/** A word may have several meanings: `on` of a store and `on partition`; a hover takes the one of the place. */
export const WORDS: ReadonlyMap<string, readonly WordMeaning[]> = new Map<string, readonly WordMeaning[]>([
  [
    'node',
    [
      row('statement', 'Machines that can hold replicas and forward nothing for others.'),
      row('unit', 'Stopped nodes: `under any 1 node`.'),
    ],
  ],
  [
    'zone',
    [
      row('statement', 'Machines on one local network. Each has its own uplink to the switch, which can fail.'),
      row('unit', 'A whole zone lost: its nodes, its switch and the clients in it.'),
    ],
  ],
  ['router', [row('statement', 'Forwards traffic, holds no data, issues no operation.')]],
  ['client', [row('statement', 'Issues operations: `in` a zone, `at` a node, or attached by its own links.')]],
  [
    'link',
    [
      row('statement', 'A connection that can be cut: `--` carries both ways, `->` one way.'),
      row('unit', 'Cut links, uplinks included: `under any 2 links`.'),
    ],
  ],
  ['mesh', [row('statement', 'A link between each pair.')]],
  ['store', [row('statement', 'One replicated register per key, on these replicas.')]],
  ['operation', [row('statement', 'One kind of request: a read or a write of one store, or several steps in order.')]],
  [
    'partition',
    [
      row(
        'statement',
        'A named way to break the network: sides that no message passes between, cuts, isolated or stopped nodes.',
        'Alquraan et al., OSDI 2018, on complete, partial and one-way partitions',
      ),
    ],
  ],
  ['expect', [row('statement', 'What must hold: a failed expectation is an error here and in CI.')]],
  [
    'accept',
    [row('statement', 'This trade-off is intended: its diagnostic turns into a hint that carries the reason.')],
  ],
  [
    'explore',
    [
      row(
        'statement',
        'Which faults are looked at. Without it: all sets of cut links, one one-way cut, one stopped node.',
      ),
    ],
  ],
  [
    'include',
    [
      row(
        'statement',
        'What another file declares, as if it were written here: `include "topology.cap"`, a path relative to this file.',
      ),
    ],
  ],

  ['in', [row('clause', "The client is on this zone's network; that wire can't fail.")]],
  ['at', [row('clause', 'The client is on this very machine and stops with it.')]],
  ['via', [row('clause', 'Pins the client to these replicas; it turns to no others.')]],
  ['fails', [row('clause', 'How probable it is that the link is down: `0.1%` or `0.001`.')]],
  [
    'witness',
    [
      row(
        'clause',
        "Votes and holds no data: it makes a majority, it can't answer.",
        'Pâris, Voting with Witnesses, ICDCS 1986',
      ),
    ],
  ],
  [
    'on',
    [
      row(
        'clause',
        "The replicas of a store; `on partition`: what happens when those that must take part can't be reached.",
      ),
    ],
  ],
  [
    'choose',
    [
      row(
        'clause',
        'What gives way when the network breaks: availability (CP) or consistency (AP). Per store, never for "the system".',
        GL,
      ),
    ],
  ],
  [
    'replicate',
    [
      row(
        'clause',
        'How copies are kept: `consensus`, `primary`, `quorum` or `any`. Default: `consensus` under CP, `any` under AP.',
      ),
    ],
  ],
  ['merge', [row('clause', 'What the heal does with writes that did not know of each other. Default `lww`.')]],
  ['like', [row('clause', 'Behaves as a real product does.')]],
  [
    'rejoin',
    [
      row(
        'clause',
        'Do those whose history the heal throws away come back by themselves? Default `automatic`; verdicts don’t hang on it.',
      ),
    ],
  ],
  [
    'detect',
    [
      row(
        'clause',
        'How long it takes until everybody has noticed a break: `detect 3s`. Until then an old leader or primary may go on.',
      ),
    ],
  ],
  ['read', [row('clause', 'The operation asks for a value.')]],
  ['write', [row('clause', 'The operation changes a value.')]],
  ['from', [row('clause', 'The clients that issue the operation.')]],
  ['level', [row('clause', 'How many replicas, or which, take part in this operation.')]],
  [
    'needs',
    [
      row(
        'clause',
        'What the caller relies on: linearizable, sequential, causal, read-your-writes, monotonic-reads, bounded 5s, eventual.',
      ),
    ],
  ],
  [
    'cut',
    [row('clause', 'These links carry nothing: `cut a -- b`, one direction `cut a -> b`, a named link `cut cable`.')],
  ],
  ['isolate', [row('clause', 'All links of these nodes are cut.')]],
  ['down', [row('clause', 'These nodes are stopped; their disks are there again after the heal.')]],
  ['never', [row('clause', "The verdict can't happen under any of these faults.")]],
  ['under', [row('clause', 'Which faults: a named partition, `any 2 links, 1 node`, or `no fault`.')]],
  [
    'any',
    [
      row(
        'scheme',
        'Every replica takes reads and writes and spreads them later. Default under AP.',
        'Terry et al., Bayou, SOSP 1995',
      ),
      row('clause', 'Every set of at most so many: `under any 2 links, 1 node`.'),
    ],
  ],
  ['no', [row('clause', '`under no fault`: the healthy network.')]],
  ['fault', [row('clause', '`under no fault`: the healthy network.')]],
  ['beyond', [row('clause', '`beyond lag`: what is only on its way does not count.')]],
  ['lag', [row('clause', 'The time that replication takes on a network that carries it.')]],
  [
    'while',
    [
      row(
        'clause',
        '`while detecting`: before everybody has noticed the break. Who has not believes what was so before it, and waits for what is out of reach.',
      ),
    ],
  ],
  [
    'detecting',
    [
      row(
        'clause',
        '`while detecting`: before everybody has noticed the break. Who has not believes what was so before it, and waits for what is out of reach.',
      ),
    ],
  ],

  [
    'CP',
    [row('choice', "When the replicas that must take part can't be reached, refuse: consistent, not available.", GL)],
  ],
  ['AP', [row('choice', 'Answer from what can be reached: available, perhaps stale or in conflict.', GL)]],

  [
    'consensus',
    [
      row(
        'scheme',
        'A majority of voters commits; a leader is elected among a connected majority. Default under CP.',
        'Ongaro and Ousterhout, Raft, ATC 2014',
      ),
    ],
  ],
  [
    'primary',
    [
      row(
        'scheme',
        'One primary takes the writes and ships them; `sync k` waits for k other replicas, `async` for none.',
      ),
    ],
  ],
  [
    'quorum',
    [
      row(
        'scheme',
        'Leaderless: any R or W of the replicas answer. R + W > N overlaps, which is not linearizable.',
        'DeCandia et al., Dynamo, SOSP 2007',
      ),
      row('level', 'A majority of the replicas takes part.'),
    ],
  ],
  [
    'leader',
    [
      row('scheme argument', 'Who leads when the network breaks; without it, any replica may.'),
      row(
        'level',
        'By the word of the leader or primary, which asks nobody else: stale while a deposed one has not noticed.',
      ),
    ],
  ],
  [
    'bounded',
    [
      row(
        'level',
        'One copy, as long as it follows the leader or primary; refused beyond the bound: `level bounded 5s`.',
      ),
      row('guarantee', 'No older than a bound.'),
    ],
  ],
  ['sync', [row('scheme argument', 'So many other replicas must have a write before it is acknowledged.')]],
  [
    'async',
    [row('scheme argument', 'The primary acknowledges by itself; what has not been shipped is lost in a failover.')],
  ],
  [
    'failover',
    [
      row(
        'scheme argument',
        '`automatic` promotes a replica on the majority side; the old primary may go on serving. `manual` waits for a person.',
      ),
    ],
  ],
  [
    'automatic',
    [
      row(
        'scheme argument',
        'A replica on the majority side is promoted; the old primary may go on serving until the heal.',
      ),
    ],
  ],
  [
    'manual',
    [
      row(
        'scheme argument',
        'Nobody is promoted until a person does it. Behind `rejoin`: a person rebuilds the one that was deposed.',
      ),
      row('merge rule', 'Conflicting writes wait for a person or a job to reconcile them.'),
    ],
  ],
  [
    'no-prevote',
    [
      row(
        'scheme argument',
        'Raft without PreVote and CheckQuorum: a replica that misses the leader and reaches another member stands for election again and again, and deposes it.',
        'Ongaro, Consensus: Bridging Theory and Practice, 2014, sections 4.2.3 and 9.6',
      ),
    ],
  ],
  [
    'relay',
    [
      row(
        'scheme argument',
        'Replicas pass messages on for each other, so a partial cut that leaves a way around is no cut.',
        'Amir et al., Spread; Galera',
      ),
    ],
  ],
  [
    'weakens',
    [
      row(
        'scheme argument',
        'Behind `sync k`: after a timeout the primary goes on with whoever answers, be it nobody. Semi-sync.',
        'MySQL, semisynchronous replication',
      ),
    ],
  ],
  [
    'in-sync',
    [
      row(
        'scheme argument',
        'Waits for every replica that is in sync, those in reach; refuses where they, the primary counted, are fewer than this.',
        'Kafka, min.insync.replicas',
      ),
    ],
  ],
  [
    'min-replicas',
    [
      row(
        'scheme argument',
        'Acknowledges alone, but refuses writes once it has noticed that fewer others than this are in reach.',
        'Redis, min-replicas-to-write',
      ),
    ],
  ],
  [
    'step-down',
    [
      row(
        'scheme argument',
        'A primary that has noticed that it lost its majority refuses, instead of going on until the heal.',
        'MongoDB; Patroni',
      ),
    ],
  ],
  [
    'by',
    [
      row(
        'scheme argument',
        'Behind `failover automatic`: who votes on the primary, if not the replicas themselves: `by s1, s2, s3`.',
        'Redis Sentinel',
      ),
    ],
  ],
  [
    'read-repair',
    [
      row(
        'scheme argument',
        'A read is answered when the replicas that it asked have what it answers, so that no later majority misses it.',
        "Attiya, Bar-Noy and Dolev, J. ACM 1995; Cassandra's blocking read repair",
      ),
    ],
  ],
  [
    'sloppy',
    [
      row(
        'scheme argument',
        'Stand-ins take what replicas out of reach should have. The overlap of R + W > N is gone.',
        'DeCandia et al., Dynamo, SOSP 2007, section 4.6',
      ),
    ],
  ],
  ['R', [row('scheme argument', 'How many replicas answer a read.')]],
  ['W', [row('scheme argument', 'How many replicas acknowledge a write.')]],

  ['wait', [row('reaction', 'Hold the request and time out: a write that was taken in is then `unknown`, no error.')]],
  [
    'error',
    [
      row('reaction', 'Refuse at once: a definite answer.'),
      row('verdict', 'Refused, or a read that timed out, or no replica was reached.'),
    ],
  ],

  ['lww', [row('merge rule', 'Last write wins: of two acknowledged writes one is thrown away.')]],
  [
    'crdt',
    [
      row(
        'merge rule',
        'The data type merges both. An invariant over the merged value may still break.',
        'Shapiro et al., SSS 2011',
      ),
    ],
  ],
  [
    'discard',
    [row('merge rule', 'One side wins the heal, and what only the others have is thrown away.', 'RabbitMQ, autoheal')],
  ],
  ['siblings', [row('merge rule', 'Both stay until a reader merges them.', 'DeCandia et al., Dynamo, SOSP 2007')]],

  ['local', [row('level', 'The nearest reachable replica, nobody else asked.')]],
  ['one', [row('level', 'One replica is enough.')]],
  ['two', [row('level', 'Two replicas take part.')]],
  [
    'all',
    [
      row('level', 'Every replica takes part: one cut is enough to refuse.'),
      row('unit', '`all links`: every set of cut links.'),
    ],
  ],
  ['local-quorum', [row('level', "A majority of the replicas in the coordinator's zone.")]],
  [
    'hint',
    [
      row(
        'level',
        'Of a write: a hint that the replica which was asked keeps for those out of reach is enough. Nobody can read it before it is handed over.',
        'Cassandra, ANY',
      ),
    ],
  ],
  ['each-quorum', [row('level', 'A majority of the replicas in every zone.')]],

  [
    'linearizable',
    [
      row(
        'guarantee',
        'As if there were one copy, and each operation happened at one moment between call and answer.',
        'Herlihy and Wing, TOPLAS 1990',
      ),
    ],
  ],
  ['sequential', [row('guarantee', "One order for all, which keeps each client's own order.", 'Lamport, 1979')]],
  [
    'causal',
    [row('guarantee', 'Nobody sees an effect without its cause.', 'Ahamad et al., 1995; Mahajan et al., 2011')],
  ],
  ['read-your-writes', [row('guarantee', 'A client sees its own earlier writes.', 'Terry et al., PDIS 1994')]],
  ['monotonic-reads', [row('guarantee', 'A client never sees an older value than before.', 'Terry et al., PDIS 1994')]],
  ['eventual', [row('guarantee', 'Without new writes, all copies become equal.', 'Vogels, CACM 2009')]],

  [
    'ok',
    [row('verdict', 'Answered; a read sees every write acknowledged before it began, a write survives the heal.')],
  ],
  ['stale', [row('verdict', 'A read that can be answered without a write that was acknowledged before it began.')]],
  [
    'unknown',
    [
      row(
        'verdict',
        "A write without an answer although a replica took it in: its client can't know what became of it.",
      ),
    ],
  ],
  [
    'conflict',
    [
      row(
        'verdict',
        'A write acknowledged by replicas while others acknowledge another; `merge` says what is lost, kept or left over.',
      ),
    ],
  ],
  [
    'lost',
    [row('verdict', 'A write acknowledged and then discarded by failover or heal, with no concurrent write to blame.')],
  ],
  ['available', [row('verdict', 'It is answered: ok, stale, conflict or lost.')]],

  ['links', [row('unit', 'Cut links, uplinks included.')]],
  ['nodes', [row('unit', 'Stopped nodes.')]],
  ['zones', [row('unit', 'Whole zones lost.')]],
  ['one-way', [row('unit', 'One direction of a link cut.')]],
  ['one-ways', [row('unit', 'Single directions of links cut.')]],
]);

/** The words of some groups, in the order of the table. */
export function wordsOf(...groups: readonly WordGroup[]): string[] {
  return [...WORDS].flatMap(([word, meanings]) => (meanings.some(({ group }) => groups.includes(group)) ? [word] : []));
}
