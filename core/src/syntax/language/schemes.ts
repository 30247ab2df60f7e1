import { form, part, type WordRow } from './word.js';

/** How a store keeps its copies: `replicate SCHEME`. */
export const SCHEME_WORDS = {
  any: {
    meaning: 'Every replica takes reads and writes and spreads them later. Default under AP.',
    source: 'Terry et al., Bayou, SOSP 1995',
    form: form('replicate any', 'Every replica takes reads and writes and spreads them later.'),
  },
  consensus: {
    meaning: 'A majority of voters commits; a leader is elected among a connected majority. Default under CP.',
    source: 'Ongaro and Ousterhout, Raft, ATC 2014',
    form: form(
      'replicate consensus',
      'A majority of voters commits.',
      part('[leader NODE]', 'The replica that leads when the network breaks; without it, any replica may lead.', [
        'leader',
      ]),
      part(
        '[raft | paxos | zab]',
        'How a leader is elected: by voters that refuse a candidate which lags behind (`raft`, the default), by a ' +
          'quorum that it learns from (`paxos`), or by one of members that each reach a majority (`zab`).',
        ['raft', 'paxos', 'zab'],
        ['raft', 'paxos', 'zab'],
      ),
      part('[relay]', 'Members pass messages on for each other.', ['relay'], ['relay']),
      part(
        '[no-prevote]',
        'A replica that misses the leader and reaches another member deposes it, again and again.',
        ['no-prevote'],
        ['no-prevote'],
      ),
      part(
        '[step-down]',
        'A leader that lost its majority refuses at once, also under `on partition wait`.',
        ['step-down'],
        ['step-down'],
      ),
    ),
  },
  primary: {
    meaning: 'One primary takes the writes and ships them; `sync k` waits for k other replicas, `async` for none.',
    form: form(
      'replicate primary',
      'One primary takes the writes and ships them.',
      part('NODE', 'The primary, one of the replicas.'),
      part(
        '[sync K | sync NODES | in-sync K | min-replicas K | async]',
        'How many other replicas must have a write before it is acknowledged, or which, or how many must be in sync ' +
          'or in reach; `async`: none.',
        ['sync', 'in-sync', 'min-replicas', 'async'],
        ['async'],
      ),
      part(
        '[weakens]',
        'After `sync K`: on a timeout it goes on with as many as are in reach.',
        ['weakens'],
        ['weakens'],
      ),
      part(
        '[failover automatic | safe | manual]',
        'Whether a replica on the majority side is promoted by itself; `safe`: only one that has every acknowledged ' +
          'write. `manual` without it.',
        ['failover'],
      ),
      part('[raft]', 'Voters refuse a candidate whose log lags behind theirs.', ['raft'], ['raft']),
      part('[by NODES]', 'The electorate, instead of the replicas and witnesses.', ['by']),
      part(
        '[step-down [writes]]',
        'A primary that has noticed that it lost the majority refuses; `writes`: it goes on answering reads.',
        ['step-down', 'writes'],
        ['step-down'],
      ),
    ),
  },
  quorum: {
    meaning: 'Leaderless: any R or W of the replicas answer. R + W > N overlaps, which is not linearizable.',
    source: 'DeCandia et al., Dynamo, SOSP 2007',
    form: form(
      'replicate quorum',
      'Leaderless: any R or W of the replicas answer.',
      part('[R=N]', 'How many replicas answer a read. A majority without it.', ['R']),
      part('[W=N]', 'How many replicas acknowledge a write. A majority without it.', ['W']),
      part('[sloppy]', 'Stand-ins take what replicas out of reach should have.', ['sloppy'], ['sloppy']),
      part(
        '[read-repair]',
        'A read writes what it answers to the replicas that it asked.',
        ['read-repair'],
        ['read-repair'],
      ),
    ),
  },
} satisfies Record<string, WordRow>;
