import { STORE } from '../../../checks/store.js';
import type { StoreStatement } from '../../../syntax/ast.js';
import type { Choice, MergeRule, Observer, Replication, VertexId } from '../../model.js';
import { schemeOf } from '../../schemes/index.js';
import type { Scope } from '../scope.js';
import { type Clauses, placeOf } from './clauses.js';
import type { Members } from './members.js';

/** The witnesses that have a vote; reports those of a store where members have none. */
export function witnessesWithVotes(
  statement: StoreStatement,
  { witnesses }: Members,
  replication: Replication,
  scope: Scope,
): readonly VertexId[] {
  const because = schemeOf(replication).noVoteBecause(replication);
  const member = statement.members.find(({ role }) => role === 'witness');
  if (because === undefined || witnesses.length === 0 || member === undefined) return witnesses;
  scope.report(STORE.witnessWithoutVotes, member.name.span, `A witness votes, and ${because}`);
  return [];
}

/**
 * The replication with `membership agreed`; reports the clause where the scheme follows no group view. A preset's
 * clause is about the preset's own scheme: a store with another one drops it.
 */
export function withMembership({ own }: Clauses, replication: Replication, scope: Scope): Replication {
  const agreed = schemeOf(replication).agreeing?.(replication);
  if (agreed !== undefined) return agreed;
  if (own.membership !== undefined) {
    scope.report(
      STORE.contradictoryClause,
      own.membership.span,
      `\`membership agreed\` needs \`replicate any\`: \`replicate ${replication.scheme}\` follows no group view. ` +
        'Remove it.',
    );
  }
  return replication;
}

/** The observers, if there is a leader or primary that they can follow; reports them if there is none. */
export function observersThatFollow(
  statement: StoreStatement,
  { observers }: Members,
  replication: Replication,
  scope: Scope,
): readonly Observer[] {
  const member = statement.members.find(({ role }) => role === 'observer');
  if (member === undefined || schemeOf(replication).leads !== undefined) return observers;
  scope.report(
    STORE.observerWithoutLeader,
    member.name.span,
    `An observer follows a leader or primary, and \`${replication.scheme}\` has none: ` +
      'make it a replica, or write `replicate consensus`.',
  );
  return [];
}

/** What the clauses of a store mean together, so far. */
interface Meaning {
  readonly members: Members;
  readonly choice: Choice | undefined;
  readonly replication: Replication;
  readonly merge: MergeRule;
}

/** Clauses that contradict each other, and clauses that have no effect beside the others. */
export function reportContradictions(clauses: Clauses, meaning: Meaning, scope: Scope): void {
  const { members, choice, replication } = meaning;
  const { own, all, preset } = clauses;
  const contradiction = schemeOf(replication).contradiction(replication, choice);
  if (contradiction !== undefined && all.replicate !== undefined)
    scope.report(STORE.contradictoryClause, placeOf(all.replicate, clauses), contradiction);
  if (contradiction === undefined && choice !== undefined && own.choose !== undefined) {
    const { replicas } = members;
    const chosen = { choice, replicas: replicas.length, product: preset?.name };
    const surprise = schemeOf(replication).surprise(replication, chosen);
    if (surprise !== undefined) scope.report(STORE.misleadingChoice, own.choose.span, surprise);
  }
  if (choice === 'AP' && own['on partition'] !== undefined) {
    scope.report(
      STORE.ineffectiveClause,
      own['on partition'].span,
      'Under `choose AP` any replica in reach answers, so `on partition` has no effect: remove it.',
    );
  }
  if (own.merge !== undefined && choice !== 'AP' && !schemeOf(replication).merges) {
    scope.report(
      STORE.ineffectiveClause,
      own.merge.span,
      `\`merge\` has no effect: \`replicate ${replication.scheme}\` keeps one history and merges nothing. Remove it.`,
    );
  }
  if (own.rejoin !== undefined && !throwsHistoryAway(meaning)) {
    scope.report(
      STORE.ineffectiveClause,
      own.rejoin.span,
      'Without `failover automatic`, `failover safe` or `merge discard` nothing is thrown away: remove `rejoin`.',
    );
  }
}

/** Whether a failover or the heal may throw away what a replica has. */
export function throwsHistoryAway({ merge, replication }: Pick<Meaning, 'merge' | 'replication'>): boolean {
  return merge === 'discard' || schemeOf(replication).discards(replication);
}
