import { STORE } from '../../checks/store.js';
import { majorityOf } from '../majority.js';
import type { VertexId } from '../model.js';
import { type Scheme, votersOf } from './scheme.js';

export interface ConsensusReplication {
  readonly scheme: 'consensus';
  readonly leader?: VertexId;
  /** Replicas pass messages on for each other. */
  readonly relay?: true;
  /**
   * Raft without PreVote and CheckQuorum: a replica that misses the leader and reaches another member deposes it, again
   * and again.
   */
  readonly noPreVote?: true;
}

const LEADER = { name: 'leader', notReplica: STORE.leaderNotReplica };

export const consensus: Scheme<ConsensusReplication> = {
  levels: { read: ['leader', 'quorum', 'local', 'one', 'all', 'bounded'], write: ['leader', 'quorum', 'all'] },
  leads: LEADER,
  read(args) {
    let leader: VertexId | undefined;
    let relays = false;
    let noPreVote = false;
    args.each('leader A, relay or no-prevote', {
      relay: () => (relays = true),
      'no-prevote': () => (noPreVote = true),
      leader: () => {
        const word = args.word();
        if (word === undefined) args.missing('the name of the leader');
        else leader = args.context.replica(word, LEADER);
      },
    });
    return {
      scheme: 'consensus',
      ...(leader === undefined ? {} : { leader }),
      ...(relays ? { relay: true } : {}),
      ...(noPreVote ? { noPreVote: true } : {}),
    };
  },
  leader: ({ leader }) => leader,
  noVoteBecause: () => undefined,
  relays: ({ relay }) => relay === true,
  electors: () => undefined,
  elects: () => true,
  discards: () => false,
  contradiction: () => undefined,
  describe({ leader, relay, noPreVote }, store, text) {
    const voters = votersOf(store);
    const clauses = [
      `consensus: ${majorityOf(voters)} of ${text.count(voters, 'voter')} commit`,
      leader === undefined ? 'any replica may lead' : `${text.name(leader)} leads at first`,
      ...(relay === true ? ['members relay'] : []),
      ...(noPreVote === true ? ['a member that misses the leader deposes it'] : []),
    ];
    return clauses.join('; ');
  },
};
