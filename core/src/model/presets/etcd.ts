import type { Preset } from './preset.js';

const PRE_VOTE = 'https://github.com/etcd-io/etcd/blob/main/CHANGELOG/CHANGELOG-3.5.md';
const GUARANTEES = 'https://etcd.io/docs/v3.5/learning/api_guarantees/';

export const etcd: readonly Preset[] = [
  {
    name: 'etcd',
    product: 'etcd',
    version: '3.5 and later; 3.4 with --pre-vote',
    configuration:
      'three or five voting members, default timers (heartbeat 100 ms, election 1 s), pre-vote on (the default ' +
      'since 3.5)',
    clauses: 'replicate consensus\non partition wait 5s\ndetect 3s',
    levels: [
      {
        name: 'linearizable',
        access: 'read',
        level: 'quorum',
        what: 'the leader confirms with a majority that it still leads',
        source: GUARANTEES,
      },
      {
        name: 'serializable',
        access: 'read',
        level: 'local',
        what: 'the member that was asked answers from its own copy, whatever is cut',
        source: GUARANTEES,
      },
      {
        name: 'default',
        access: 'write',
        what: 'committed by a majority before it is acknowledged',
        source: GUARANTEES,
      },
    ],
    plain: { read: 'linearizable', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'A write is complete once consensus has committed it; the minority side of a partition is unavailable, ' +
          'the majority side goes on.',
        source: 'https://etcd.io/docs/v3.5/op-guide/failures/',
      },
      {
        clauses: ['replicate'],
        rule:
          'Five members with writes going on, the leader cut off, and only one of the others reached a majority and ' +
          'lacked an entry of its voters: no leader was elected for as long as the cut lasted (73 s; 49 s with ' +
          '--pre-vote). With an up-to-date log it was elected within 8 s.',
        source: 'observed: etcd 3.4 with five members, network namespaces, 2026-11',
      },
      {
        clauses: ['on partition'],
        rule:
          "A client whose request times out can't know what became of it: nobody tells it that an election " +
          'aborted it.',
        source: GUARANTEES,
      },
      {
        clauses: ['on partition'],
        rule: '`etcdctl` waits 5 s for an answer.',
        source: 'https://github.com/etcd-io/etcd/blob/release-3.4/etcdctl/ctlv3/ctl.go',
      },
      {
        clauses: ['detect'],
        rule:
          'A follower waits for the election timeout (1 s by default) without heartbeats before it stands for ' +
          'election.',
        source: 'https://etcd.io/docs/v3.5/tuning/',
      },
      {
        clauses: ['detect'],
        rule: 'Pre-vote is on by default since 3.5, and off in 3.4.',
        source: PRE_VOTE,
      },
      {
        clauses: ['detect'],
        rule: 'Without pre-vote, members with few links took 4 to 14 s to elect a leader: write `detect 14s`.',
        source: 'observed: etcd 3.4 with five members, network namespaces, 2026-11',
      },
      {
        clauses: ['on partition', 'detect'],
        rule:
          'Leader cut off: its writes and linearizable reads time out, its serializable reads answer the old ' +
          'value, writes at the others wait up to 3 s for the election and then work.',
        source: 'observed: etcd 3.4, network namespaces, 2026-11',
      },
    ],
  },
];
