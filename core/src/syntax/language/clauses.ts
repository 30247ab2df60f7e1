import { LEVEL, NEEDS } from './parts.js';
import { form, part, type WordRow } from './word.js';

/** What a statement is made of. Each has a meaning only in its place; elsewhere it is a name. */
export const CLAUSE_WORDS = {
  in: { meaning: "The client is on this zone's network; that wire can't fail." },
  at: { meaning: 'The client is on this very machine and stops with it.' },
  via: { meaning: 'Pins the client to these replicas; it turns to no others.' },
  fails: { meaning: 'The share of time in which it is down: `0.1%` or `0.001`.' },
  witness: {
    meaning: "Votes and holds no data: it counts for a majority, but it can't answer.",
    source: 'Pâris, Voting with Witnesses, ICDCS 1986',
  },
  observer: {
    meaning:
      'Holds a copy and has no vote: it never leads, and a write never waits for it. It answers `local`, `one` and ' +
      '`bounded` reads.',
    source: 'ZooKeeper, observers; Ongaro, 2014, section 4.2.1 (non-voting members)',
  },
  of: { meaning: '`observer c of b`: b alone feeds it, as a cascading replica.' },
  choose: {
    meaning:
      'What gives way when the network breaks: availability (CP) or consistency (AP). Per store, never for ' +
      '"the system".',
    source: 'Gilbert and Lynch, SIGACT News 2002',
    body: 'store',
    next: { group: 'choice' },
    expected: '`choose CP` or `choose AP`',
  },
  replicate: {
    meaning:
      'How copies are kept: `consensus`, `primary`, `quorum` or `any`. Default: `consensus` under CP, `any` under AP.',
    body: 'store',
    next: { group: 'scheme' },
    expected: 'a scheme such as `consensus`, `primary A async`, `quorum R=2 W=2` or `any`',
  },
  on: {
    meaning: "The replicas of a store; `on partition`: what happens when those that must take part can't be reached.",
    body: 'store',
    next: { words: ['partition'] },
  },
  merge: {
    meaning: 'What the heal does with writes that did not know of each other. Default `lww`.',
    body: 'store',
    next: { group: 'merge rule' },
    expected: '`merge lww`, `merge crdt`, `merge siblings`, `merge manual` or `merge discard`',
  },
  like: {
    meaning: 'Behaves as a real product does.',
    body: 'store',
    next: { group: 'preset' },
    expected: 'the name of a preset',
    form: form(
      'like',
      'The clauses of a product in a configuration.',
      part('PRESET', 'Its name, such as `etcd` or `kafka`.'),
    ),
  },
  detect: {
    meaning:
      'How long it takes until every server has noticed a break: `detect 3s`. Until then an old leader or primary ' +
      'may go on.',
    body: 'store',
    next: { words: [] },
    expected: 'a duration: `detect 3s`',
    form: form(
      'detect',
      'How long it takes until every server has noticed a break; only `needs bounded` depends on it.',
      part('10s', 'How long.'),
    ),
  },
  membership: {
    meaning:
      '`membership agreed`: the replicas follow a group view that shrinks until all members of it reach each other, ' +
      'and a write is acknowledged by all members of the view. Only with `replicate any`.',
    source: 'Birman and Joseph, Virtual Synchrony, SOSP 1987',
    body: 'store',
    next: { words: ['agreed'] },
    expected: '`membership agreed`',
    form: form(
      'membership',
      'Which other replicas a replica counts on: those of its group view, or, without it, those in its reach.',
      part('agreed', 'Those of a group view, in which all reach each other.'),
    ),
  },
  rejoin: {
    meaning:
      'Do replicas whose history the heal throws away come back by themselves? Default `automatic`; verdicts ' +
      'do not depend on it.',
    body: 'store',
    next: { words: ['automatic', 'manual'] },
    expected: '`rejoin automatic` or `rejoin manual`',
    form: form(
      'rejoin',
      'Whether replicas whose history the heal throws away come back by themselves.',
      part(
        'automatic | manual',
        '`automatic`, the default: they give up what only they have, and follow. `manual`: a person has to ' +
          'rebuild them.',
      ),
    ),
  },
  requires: {
    meaning:
      'A replica or instance serves only while it gets an answer from these stores and services, from its own machine.',
    body: 'store',
    expected: 'the names of stores and services: `requires pd`',
    form: form(
      'requires',
      'A replica or instance serves only while it gets an answer from these.',
      part('NAMES', 'Stores and services, with commas between.'),
    ),
  },
  read: {
    meaning: 'The operation asks for a value.',
    body: 'operation',
    form: form('read', 'A step that asks for a value.', part('STORE', 'What is read.'), LEVEL, NEEDS),
  },
  write: {
    meaning: 'The operation changes a value.',
    body: 'operation',
    form: form('write', 'A step that changes a value.', part('STORE', 'What is written.'), LEVEL, NEEDS),
  },
  from: {
    meaning:
      'The clients that issue the operation. In a store: the store that its data is derived from, as in an index or ' +
      'a cache; nobody writes it.',
    body: 'store',
    expected: 'a store, and perhaps how old an answer may be: `from db`, `from db bounded 60s`',
    form: form(
      'from',
      'The store that this data is derived from.',
      part('STORE', 'Its source.'),
      part('[bounded 60s]', 'A copy that is older refuses.', ['bounded']),
    ),
  },
  else: {
    meaning: 'Where derived data is refused or out of reach, the client reads its source (cache-aside reading).',
    body: 'store',
    expected: 'the store after `from`: `else db`',
  },
  through: {
    meaning:
      'The request goes to the nearest instance in reach of the first service, from there to the next; the last one ' +
      'carries out the steps, and the answer goes back the same way.',
  },
  level: { meaning: 'How many replicas, or which, take part in this operation.' },
  needs: {
    meaning:
      'What the caller relies on: linearizable, sequential, causal, read-your-writes, monotonic-reads, bounded ' +
      '5s, eventual.',
  },
  cut: {
    meaning: 'These links carry nothing: `cut a -- b`, one direction `cut a -> b`, a named link `cut cable`.',
    body: 'partition',
    form: form(
      'cut',
      'These links carry nothing.',
      part('A', 'One end, or the name of a link.'),
      part('[-- B]', 'The other end; `->` cuts one direction.', ['--', '->']),
    ),
  },
  isolate: { meaning: 'All links of these nodes are cut.', body: 'partition' },
  down: {
    meaning: 'These nodes are stopped; their disks are there again after the heal, unless they are `destroyed`.',
    body: 'partition',
  },
  destroy: {
    meaning: 'These nodes are stopped, and their disks are gone: what comes back is empty, and learns before it votes.',
    body: 'partition',
  },
  destroyed: { meaning: '`down us1 destroyed`: the disk is gone, as in `destroy us1`.' },
  never: { meaning: "The verdict can't happen under any of these faults." },
  under: { meaning: 'Which faults: a named partition, `any 2 links, 1 node`, or `no fault`.' },
  any: { meaning: 'Every set of at most that many: `under any 2 links, 1 node`.' },
  no: { meaning: '`under no fault`: the healthy network.' },
  fault: { meaning: '`under no fault`: the healthy network.' },
  within: { meaning: '`within 200ms`: how long an answer may take; `within 200ms p99.9` for 99.9 % of them.' },
  beyond: { meaning: '`beyond lag`: what has only not arrived yet does not count.' },
  lag: { meaning: 'The time that replication takes on a network that carries it.' },
  while: {
    meaning:
      '`while detecting`: before every server has noticed the break. A server that has not noticed it acts as ' +
      'before, and waits for what is out of reach.',
  },
  detecting: {
    meaning:
      '`while detecting`: before every server has noticed the break. A server that has not noticed it acts as ' +
      'before, and waits for what is out of reach.',
  },
  until: {
    meaning: '`accept … until 2027-03-01`: the acceptance ends with that day. Afterwards the verdict warns again.',
  },
  once: {
    meaning:
      '`once settled`: after every server has noticed the break, and leaders are elected and replicas promoted as ' +
      'far as they can be.',
  },
  settled: {
    meaning:
      '`once settled`: after every server has noticed the break, and leaders are elected and replicas promoted as ' +
      'far as they can be.',
  },
} satisfies Record<string, WordRow>;
