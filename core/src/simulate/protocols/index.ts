import type { Replication } from '../../model/model.js';
import type { Cluster, Protocol } from '../cluster.js';
import { Consensus } from './consensus.js';
import { AgreedGroup } from './agreedGroup.js';
import { Any, Quorum } from './leaderless.js';
import { Primary } from './primary.js';

/** How the replicas of each scheme behave. */
export const PROTOCOLS: Readonly<Record<Replication['scheme'], (cluster: Cluster) => Protocol>> = {
  consensus: (cluster) => new Consensus(cluster),
  primary: (cluster) => new Primary(cluster),
  quorum: (cluster) => new Quorum(cluster),
  any: (cluster) => {
    const { replication } = cluster.store;
    return replication.scheme === 'any' && replication.membership === 'agreed'
      ? new AgreedGroup(cluster)
      : new Any(cluster);
  },
};
