import { error, hint, warning } from './check.js';

/** Services, and which nodes have a store's data, and by which rules: members, choice, replication, clauses. */
export const STORE = {
  noReplicas: error('no-replicas'),
  missingChoice: error('missing-choice'),
  chooseCa: error('choose-ca'),
  badQuorum: error('bad-quorum'),
  leaderNotReplica: error('leader-not-replica'),
  primaryNotReplica: error('primary-not-replica'),
  syncTooLarge: error('sync-too-large'),
  syncNotReplica: error('sync-not-replica'),
  observerUnfed: error('observer-unfed'),
  observerWithoutLeader: error('observer-without-leader'),
  witnessWithoutVotes: error('witness-without-votes'),
  contradictoryClause: error('contradictory-clause'),
  ineffectiveClause: warning('ineffective-clause'),
  misleadingChoice: warning('misleading-choice'),
  requiresCycle: error('requires-cycle'),
  lonelyService: hint('lonely-service', { isCompletedByIncluders: true }),
  lonelyStore: hint('lonely-store', { isCompletedByIncluders: true }),
};
