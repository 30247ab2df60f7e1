import type { Choice, Level, Store, VertexId } from '../model.js';
import type { Arguments, ReplicaRole } from './arguments.js';

/**
 * What the model knows of one replication scheme: how its clause is read, and who leads and votes. One file each, one
 * row in `index.ts`. The verdicts of operations are a row of `engine/replication/`.
 */
export interface Scheme<R> {
  /** The levels of its operations, in the order in which they are offered. */
  readonly levels: { readonly read: readonly Level[]; readonly write: readonly Level[] };
  /** What it calls the replica that leads; absent where none does. */
  readonly leads?: ReplicaRole;
  /** Reads the arguments of `replicate`; undefined where nothing sensible is left. */
  read(args: Arguments): R | undefined;
  /**
   * The same replication with `membership agreed`. Absent: the scheme asks its voters or those in reach, and no group
   * view.
   */
  agreeing?(replication: R): R;
  /** The replica that is declared to lead. */
  leader(replication: R): VertexId | undefined;
  /** Why a witness of the store has no vote, as the end of a sentence; undefined where witnesses vote. */
  noVoteBecause(replication: R): string | undefined;
  /** Whether members pass messages on for each other. */
  relays(replication: R): boolean;
  /** The nodes that vote, where they are named apart from the members of the store. */
  electors(replication: R): readonly VertexId[] | undefined;
  /** Whether the majority of the votes makes another replica lead, so that one vote more may keep a part working. */
  elects(replication: R): boolean;
  /** Whether a failover may throw away writes that a replica has acknowledged. */
  discards(replication: R): boolean;
  /**
   * The same replication with other numbers, or another leader: what one may try beside it. The one that there is is
   * not among them.
   */
  settings(replication: R, store: Store, written: (vertex: VertexId) => string): readonly Setting[];
  /** What contradicts the choice, as a diagnostic's message. */
  contradiction(replication: R, choice: Choice | undefined): string | undefined;
  /** What the choice comes to, if that may surprise, as a diagnostic's message. */
  surprise(replication: R, chosen: Chosen): string | undefined;
  /** Whether the heal merges writes of two sides; otherwise there is one history, or one of two wins. */
  readonly merges: boolean;
  /** One line for a hover: the clause, and what it comes to. */
  describe(replication: R, store: Store, text: Wording): string;
}

/** Arguments of `replicate`. */
export interface Setting {
  /** What differs, in a few words: "R=2 W=3", "sync 2", "leader eu1". */
  readonly what: string;
  /** What is written after `replicate`. */
  readonly args: string;
}

/** A choice that is written in the store. */
export interface Chosen {
  readonly choice: Choice;
  /** How many have data. */
  readonly replicas: number;
  /** The preset that the store is like. */
  readonly product: string | undefined;
}

/** How a text writes what a scheme says of itself. */
export interface Wording {
  name(vertex: VertexId): string;
  /** "a, b and c" */
  list(vertices: readonly VertexId[]): string;
  /** "1 voter", "3 voters" */
  count(n: number, noun: string): string;
}

/** Data replicas and witnesses. */
export function votersOf({ replicas, witnesses }: Store): number {
  return replicas.length + witnesses.length;
}
