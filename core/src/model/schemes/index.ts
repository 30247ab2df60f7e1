import type { StoreClause } from '../../syntax/ast.js';
import type { SCHEME_WORDS } from '../../syntax/language/schemes.js';
import type { Choice, Level } from '../model.js';
import { Arguments, type ReplicationContext } from './arguments.js';
import { any, type AnyReplication } from './any.js';
import { consensus, type ConsensusReplication } from './consensus.js';
import { primary, type PrimaryReplication } from './primary.js';
import { quorum, type QuorumReplication } from './quorum.js';
import type { Scheme } from './scheme.js';

/** How a store is replicated, defaults filled in. A new scheme is a file, a type here, and a row of the table below. */
export type Replication = ConsensusReplication | PrimaryReplication | QuorumReplication | AnyReplication;

export type { ConsensusReplication, PrimaryReplication, QuorumReplication };

export type SchemeName = Replication['scheme'];

/** In the order in which they are offered. */
const SCHEMES: { readonly [N in keyof typeof SCHEME_WORDS]: Scheme<Extract<Replication, { scheme: N }>> } = {
  consensus,
  primary,
  quorum,
  any,
};

export const SCHEME_NAMES = Object.keys(SCHEMES) as readonly SchemeName[];

/** The row of a replication's scheme: ask it about this replication, and about no other. */
export function schemeOf({ scheme }: Replication): Scheme<Replication> {
  return SCHEMES[scheme];
}

export function levelsOf(scheme: SchemeName, access: 'read' | 'write'): readonly Level[] {
  return SCHEMES[scheme].levels[access];
}

/** Reads the arguments of a `replicate` clause; undefined where nothing sensible is left. */
export function readReplication(
  scheme: SchemeName,
  { args, span }: Extract<StoreClause, { kind: 'replicate' }>,
  context: ReplicationContext,
): Replication | undefined {
  return SCHEMES[scheme].read(new Arguments(args, span, context));
}

/** The replication of a store that has only a `choose`. */
export function defaultReplication(choice: Choice | undefined): Replication {
  return choice === 'AP' ? { scheme: 'any' } : { scheme: 'consensus' };
}
