import type { Preset } from './preset.js';

const MODES = 'https://developer.hashicorp.com/consul/api-docs/features/consistency';

export const consul: readonly Preset[] = [
  {
    name: 'consul',
    product: 'HashiCorp Consul',
    version: '1.9 and later',
    configuration: 'three or five servers, KV store over HTTP, raft_multiplier 5 (the default)',
    clauses: 'replicate consensus\ndetect 10s',
    levels: [
      {
        name: 'default',
        access: 'read',
        level: 'leader',
        what: 'the leader answers without asking whether it still leads: old while a deposed one has not noticed',
        source: MODES,
      },
      {
        name: 'consistent',
        access: 'read',
        level: 'quorum',
        what: 'the leader confirms with a majority that it still leads',
        source: MODES,
      },
      {
        name: 'stale',
        access: 'read',
        level: 'local',
        what: 'any server answers from its own copy, with a leader or without',
        source: MODES,
      },
      { name: 'default', access: 'write', what: 'committed by a majority of the servers', source: MODES },
    ],
    plain: { read: 'default', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule: 'The servers keep their state by Raft: one leader records a change once a majority agrees.',
        source: MODES,
      },
      {
        clauses: ['replicate'],
        rule:
          'A server that has a leader rejects the votes that others ask for, and so does one whose log is longer ' +
          'than that of the candidate.',
        source: 'https://github.com/hashicorp/raft/blob/main/raft.go',
      },
      {
        clauses: ['detect'],
        rule: 'The default raft_multiplier of 5 stretches the timers for noticing a lost leader and electing another.',
        source: 'https://developer.hashicorp.com/consul/docs/reference/architecture/server',
      },
      {
        clauses: ['detect'],
        rule:
          'A follower waits once to twice the heartbeat timeout (1 s in `config.go`) for the leader: 5 to 10 s with ' +
          'that multiplier.',
        source: 'https://github.com/hashicorp/raft/blob/main/util.go',
      },
      {
        clauses: [],
        rule:
          'A default read can be old in the short window in which an old leader has not noticed that another was ' +
          "elected; a write can't be accepted there.",
        source: MODES,
      },
    ],
  },
];
