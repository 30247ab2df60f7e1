import type { Preset } from './preset.js';

const VERSIONS = 'https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions';

export const kubernetes: readonly Preset[] = [
  {
    name: 'kubernetes',
    product: 'the API server of Kubernetes',
    version: '1.28 and later, with etcd 3.5',
    configuration:
      'kubeadm with stacked etcd: each replica is a control plane node, whose API server talks to its own member of ' +
      'etcd',
    clauses: 'replicate consensus\non partition wait 60s\ndetect 3s',
    levels: [
      {
        name: 'most recent',
        access: 'read',
        level: 'quorum',
        what: 'without a resourceVersion: what etcd confirms with a majority',
        source: VERSIONS,
      },
      {
        name: 'resourceVersion=0',
        access: 'read',
        level: 'local',
        what: 'any version: what the watch cache of the API server has, which may be old, also where etcd is gone',
        source: VERSIONS,
      },
      { name: 'default', access: 'write', what: 'committed by a majority of the members of etcd', source: VERSIONS },
    ],
    plain: { read: 'most recent', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule: 'The API server keeps all state in etcd, where a write needs a majority of the members.',
        source: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/',
      },
      {
        clauses: ['replicate'],
        rule: 'With stacked etcd a member of etcd talks only to the API server of its own node.',
        source: 'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/ha-topology/',
      },
      {
        clauses: ['on partition'],
        rule: 'A request has 1 min by default (--request-timeout), and then nobody knows whether etcd took it.',
        source: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
      },
      {
        clauses: ['detect'],
        rule: 'A member of etcd waits for the election timeout (1 s by default) before it stands for election.',
        source: 'https://etcd.io/docs/v3.5/tuning/',
      },
    ],
  },
];
