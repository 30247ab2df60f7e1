import type { Span } from '../../base/span.js';
import { STORE } from '../../checks/store.js';
import { majorityOf } from '../majority.js';
import type { VertexId } from '../model.js';
import type { Arguments } from './arguments.js';
import { type Scheme, votersOf } from './scheme.js';

export interface ConsensusReplication {
  readonly scheme: 'consensus';
  readonly leader?: VertexId;
  /**
   * How a leader is elected. Absent: as in Raft, where a voter refuses a candidate whose log lags behind its own.
   * `paxos`: a candidate learns from its quorum what it lacks. `zab`: the same, and a member takes part only if it
   * reaches a majority itself.
   */
  readonly election?: 'paxos' | 'zab';
  /** Replicas pass messages on for each other. */
  readonly relay?: true;
  /**
   * Raft without PreVote and CheckQuorum: a replica that misses the leader and reaches another member deposes it, again
   * and again.
   */
  readonly noPreVote?: true;
  /** A leader that lost its majority refuses at once, also where others let a request wait. */
  readonly stepsDown?: true;
}

const LEADER = { name: 'leader', notReplica: STORE.leaderNotReplica };

export const consensus: Scheme<ConsensusReplication> = {
  levels: { read: ['leader', 'quorum', 'local', 'one', 'any', 'all', 'bounded'], write: ['leader', 'quorum', 'all'] },
  leads: LEADER,
  read(args) {
    const asked = readWords(args);
    withoutContradictions(asked, args);
    const { leader, elections, relay, noPreVote, stepsDown } = asked;
    const election = elections.at(0)?.rule;
    return {
      scheme: 'consensus',
      ...(leader === undefined ? {} : { leader }),
      ...(election === undefined || election === 'raft' ? {} : { election }),
      ...(relay === undefined ? {} : { relay: true }),
      ...(noPreVote === undefined ? {} : { noPreVote: true }),
      ...(stepsDown === undefined ? {} : { stepsDown: true }),
    };
  },
  leader: ({ leader }) => leader,
  noVoteBecause: () => undefined,
  relays: ({ relay }) => relay === true,
  electors: () => undefined,
  elects: () => true,
  discards: () => false,
  settings: ({ leader, election, relay, noPreVote }, { replicas }, written) =>
    replicas.flatMap((replica) => {
      if (replica === leader) return [];
      const words = [
        ...(election === undefined ? [] : [election]),
        ...(relay === true ? ['relay'] : []),
        ...(noPreVote === true ? ['no-prevote'] : []),
      ];
      const what = `leader ${written(replica)}`;
      return [{ what, args: ['consensus', what, ...words].join(' ') }];
    }),
  contradiction: () => undefined,
  merges: false,
  surprise: (_replication, { choice, product }) =>
    choice === 'AP' && product !== undefined
      ? 'With `choose AP` members without a leader take conflicting writes, ' +
        `which \`${product}\` never does: leave \`choose AP\` out.`
      : undefined,
  describe({ leader, election, relay, noPreVote, stepsDown }, store, text) {
    const voters = votersOf(store);
    const clauses = [
      `consensus: ${majorityOf(voters)} of ${text.count(voters, 'voter')} commit`,
      leader === undefined ? 'any replica may lead' : `${text.name(leader)} leads at first`,
      // With up to three voters no candidate is refused for its log.
      ...(election !== undefined || voters > 3 ? [ELECTED[election ?? 'raft']] : []),
      ...(relay === true ? ['members relay'] : []),
      ...(noPreVote === true ? ['a member that misses the leader deposes it'] : []),
      ...(stepsDown === true ? ['a leader that lost its majority refuses at once'] : []),
    ];
    return clauses.join('; ');
  },
};

const ELECTED: Readonly<Record<NonNullable<ConsensusReplication['election']> | 'raft', string>> = {
  raft: 'voters refuse a candidate whose log lags behind theirs',
  paxos: 'a new leader learns from its quorum what it lacks',
  zab: 'only members that reach a majority take part, and a new leader learns from them',
};

/** The arguments as they are written, each with its place where another may contradict it. */
interface Asked {
  leader?: VertexId | undefined;
  /** The rules of election, in the order in which they are written. */
  elections: readonly { readonly rule: 'raft' | 'paxos' | 'zab'; readonly span: Span }[];
  relay?: Span | undefined;
  noPreVote?: Span | undefined;
  stepsDown?: Span | undefined;
}

function readWords(args: Arguments): Asked {
  const asked: Asked = { elections: [] };
  const elects = (rule: 'raft' | 'paxos' | 'zab') => (span: Span) => {
    asked.elections = [...asked.elections, { rule, span }];
  };
  args.each('leader A, paxos, zab, relay, no-prevote or step-down', {
    raft: elects('raft'),
    paxos: elects('paxos'),
    zab: elects('zab'),
    relay: (span) => (asked.relay = span),
    'no-prevote': (span) => (asked.noPreVote = span),
    'step-down': (span) => (asked.stepsDown = span),
    leader: () => {
      const word = args.word();
      if (word === undefined) args.missing('the name of the leader');
      else asked.leader = args.context.replica(word, LEADER);
    },
  });
  return asked;
}

/** Reports arguments that contradict each other, and takes away the one that is read as if it were not there. */
function withoutContradictions(asked: Asked, { context }: Arguments): void {
  const [first, ...others] = asked.elections;
  for (const { rule, span } of others) {
    context.report(
      STORE.contradictoryClause,
      span,
      rule === first?.rule
        ? `\`${rule}\` is here twice: leave one of them out.`
        : `\`${first?.rule ?? ''}\` says already how a leader is elected: leave \`${rule}\` out, or write it alone.`,
    );
  }
  if (first?.rule !== 'zab') return;
  if (asked.noPreVote !== undefined) {
    context.report(
      STORE.contradictoryClause,
      asked.noPreVote,
      'With `zab` no member deposes a leader alone: leave `no-prevote` out, or write `paxos no-prevote`.',
    );
    asked.noPreVote = undefined;
  }
  if (asked.relay !== undefined) {
    context.report(
      STORE.contradictoryClause,
      asked.relay,
      'With `zab` a member must reach a majority itself, so `relay` is ignored: leave one of them out.',
    );
    asked.relay = undefined;
  }
}
