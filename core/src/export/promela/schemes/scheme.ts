import type { Replication, SchemeName, Store } from '../../../model/model.js';
import type { Design } from '../design.js';

export type ReplicationOf<S extends SchemeName> = Extract<Replication, { readonly scheme: S }>;
/** A store that is replicated in this way. */
export type Replicated<R extends Replication> = Store & { readonly replication: R };
export type StoreOf<S extends SchemeName> = Replicated<ReplicationOf<S>>;
type KeyOf<T> = T extends unknown ? keyof T : never;

/** One replication scheme in Promela: `docs/semantics.md`, section 5, is what its text says. */
export interface Scheme<R extends Replication = Replication> {
  /** The parts of `replicate` that the text says. A part that is not listed is refused. */
  readonly clauses: readonly KeyOf<Replication>[];
  /** Is there more than one way in which a store may settle once the network is broken? */
  isOpen(store: Replicated<R>): boolean;
  /** An upper bound of these ways; absent: each of the nodes, or none, leads, and the same before the break. */
  wayCount?(store: Replicated<R>, connected: Design['connectedWhenHealthy']): number;
  /**
   * Stores without a majority, or with too few others, before anything is broken: the rules say nothing of it.
   * `connected`: how many of these nodes a node exchanges messages with on the healthy network, itself counted.
   */
  brokenWhenHealthy?(store: Replicated<R>, connected: Connected): readonly string[];
  /** `here`: the identifier of the store. */
  write(design: Design, store: Replicated<R>, here: string): StoreText;
}

export type Connected = (node: number, others: readonly number[]) => number;

/**
 * What one store does: how it settles once the network is broken, how a replica that is asked serves, and what an
 * acknowledged write can be worth to a read or to another write.
 */
export interface StoreText {
  /** Chooses `leader[here]` and `former[here]` on the network `under`. Absent where there is nothing to choose. */
  readonly settle?: string;
  /** It chooses `view` and `former_view` instead. */
  readonly hasViews?: true;
  /** Adds what was chosen to `scenario`; absent: that is who led, and who leads. */
  readonly scenario?: string;
  /** Statements of a `d_step`: sets `old` to the primary of before, if clients still turn to it, and `acts`. */
  readonly primaries?: string;
  /** Nobody is served before the break is noticed unless somebody led before it. */
  readonly isLed?: true;
  /**
   * What else may be the case before everybody has noticed, as what follows `time == DETECTING`: where each replica
   * acts by itself, one may be the last to notice; elsewhere all may have, before anybody is promoted.
   */
  readonly halfNoticed?: readonly string[];
  /** When a request that is not served waits although not all of its store are unaware. */
  readonly waits?: string;
  /** Statements of a `d_step` that come before both of the next. */
  readonly standing?: string;
  /**
   * Statements of a `d_step`: sets `served`, and `core`, `pool`, `need`, `history`, `by` where it is. Of a write that
   * is not served: sets `keeps`, and the same where replicas keep it, and `refused_before` where it was refused before
   * the break as well.
   */
  readonly write: string;
  readonly read: string;
  /**
   * Statements of a `d_step`: sets `harm` of the read, or write, with the copies `mine` against an acknowledged write
   * with the copies `theirs`.
   */
  readonly missed: string;
  readonly conflict: string;
  /** Is an acknowledged write with the copies `mine` discarded? Absent: never. */
  readonly lost?: Discarded;
  /**
   * Can a read from the copies `mine` show another write, which the copies `theirs` certainly have, and the write be
   * discarded? Absent: never.
   */
  readonly dirty?: Discarded;
}

export interface Discarded {
  /** Statements of a `d_step` that come first. */
  readonly look?: string;
  readonly guard: string;
}

/** What is done where something holds. */
export interface Case {
  readonly guard: string;
  readonly does: readonly string[];
}

/** The first case that holds, also where a later one does too. Without cases: the rest alone. */
export function firstOf(cases: readonly Case[], otherwise: readonly string[]): string {
  return cases.reduceRight(
    (rest, { guard, does }) =>
      `if\n:: ${guard} -> ${does.join('; ')}\n:: else ->${rest.startsWith('if\n') ? '\n' : ' '}${rest}\nfi`,
    otherwise.join('; '),
  );
}

export const REFUSED = ['served = 0'];
export const OWN_COPY = ['served = 1', 'core = bit(replica)', 'by = replica'];

/** Under `choose AP` the coordinator answers by itself; a write is then on its own copy alone. */
export function fallback(store: Store): readonly string[] {
  return store.choice === 'AP' ? ['served = 1', 'core = bit(replica)', 'history = ALONE'] : REFUSED;
}
