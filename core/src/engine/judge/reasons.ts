import type { Operation } from '../../model/model.js';
import type { HowLong } from '../facts.js';
import { MERGES } from '../merge/index.js';
import { schemeOf } from '../replication/index.js';
import type { AcknowledgedWrite, AnsweredRead, StoreState, TakenWrite, WhenWritten } from '../replication/scheme.js';
import type { StoreWorld } from '../storeWorld.js';
import { canBeDestroyed } from './destroyed.js';
import type { Server } from './sink.js';
import type { Assignment } from './situations.js';

// The sentences about the findings, for people. No full stops: they are joined.

const WHEN: Readonly<Record<WhenWritten, (by: string) => string>> = {
  before: (by) => `was acknowledged by ${by} just before the break`,
  detecting: (by) => `was acknowledged by ${by} before the break was noticed`,
  during: (by) => `can be acknowledged by ${by}`,
};

/**
 * Why an operation is answered: the replicas that are enough for each of its steps. `servers`: the replicas that serve
 * them, if known.
 */
export function okReason(
  assignment: Assignment,
  operation: Operation,
  servers: readonly (Server | undefined)[],
): string {
  const parts = operation.steps.flatMap((step, i) => {
    const met = assignment.get(step.store)?.met;
    if (met === undefined) return [];
    const { home, fallback } = servers[i] ?? { home: met.scenario.leader, fallback: false };
    if (fallback) return [`${met.here.name(home)} answers by itself`];
    return [schemeOf(met.here.store).words.strength(met.here, step, home)];
  });
  return [...new Set(parts)].join('; ');
}

/** What becomes of a write that a read has missed, if the heal does not bring it: half a sentence. */
export function fateOf(state: StoreState, missed: AcknowledgedWrite): string | undefined {
  if (canBeDestroyed(state, missed)) return 'is gone';
  if (!schemeOf(state.here.store).worth.discarded(state, missed)) return undefined;
  return state.scenario.promoted >= 0 ? 'is discarded' : 'is discarded, if the other side wins';
}

/** Why a read can be answered without a write. `fate`: what becomes of the write. */
export function staleReason(
  here: StoreWorld,
  read: AnsweredRead,
  missed: AcknowledgedWrite,
  { howLong, fate }: { readonly howLong: HowLong; readonly fate: string | undefined },
): string {
  const acknowledged = WHEN[missed.when](missed.home === read.home ? 'others' : here.name(missed.home));
  const carried = howLong === 'heal' ? "it can't arrive before the network heals" : 'it has not arrived yet';
  const then = fate === undefined ? '' : `, and then it ${fate}`;
  return `${copiesOf(here, read)} can answer without ${nameOf(here, missed)}, which ${acknowledged}: ${carried}${then}`;
}

const TAKEN: Readonly<Record<WhenWritten, (by: string) => string>> = {
  before: (by) => `which ${by} took in just before the break and did not acknowledge`,
  detecting: (by) => `which ${by} took in before the break was noticed and did not acknowledge`,
  during: (by) => `which ${by} can take in without acknowledging it`,
};

/** Why a read can be answered with a write that is then discarded. */
export function dirtyReason(state: StoreState, read: AnsweredRead, shown: TakenWrite): string {
  const { here, scenario } = state;
  const home = here.name(shown.home);
  const taken = shown.isAcknowledged ? `which ${WHEN[shown.when](home)}` : TAKEN[shown.when](home);
  const end =
    scenario.promoted < 0
      ? 'another side wins the heal without it'
      : `${here.name(scenario.promoted)}, promoted without it, replaces that history at the heal`;
  return `${copiesOf(here, read)} can answer with ${nameOf(here, shown)}, ${taken}, and ${end}${rejoins(state)}`;
}

/** Why two acknowledged writes do not know of each other, and what the heal does with them. */
export function conflictReason(
  { here, scenario }: StoreState,
  write: AcknowledgedWrite,
  rival: AcknowledgedWrite,
  howLong: HowLong,
): string {
  const acknowledged = WHEN[rival.when](rival.home === write.home ? 'other replicas' : here.name(rival.home));
  const before = write.when === 'before' ? ' just before the break' : '';
  const end =
    howLong === 'heal' ? 'neither side learns of the other until the heal' : 'they meet as soon as they have travelled';
  const both = `acknowledged by ${here.name(write.home)}${before} while ${nameOf(here, rival)} ${acknowledged}, ${end}`;
  return `${both}; ${healOf({ here, scenario }, write, rival)}`;
}

/** What the heal does with two writes that do not know of each other. */
export function healOf(state: StoreState, write: AcknowledgedWrite, rival: AcknowledgedWrite): string {
  const { here, scenario } = state;
  if (!schemeOf(here.store).worth.discarded(state, rival))
    return MERGES[here.store.merge].atHeal(nameOf(here, write), nameOf(here, rival));
  const winner = here.name(scenario.promoted);
  const gone = `${nameOf(here, rival)} is discarded, though it was acknowledged`;
  return `the history of ${winner} wins, and ${gone}${rejoins({ here, scenario })}`;
}

/** Why an acknowledged write is gone after the heal. */
export function lostReason({ here, scenario }: StoreState, write: AcknowledgedWrite): string {
  const how = write.when === 'before' ? 'acknowledged it just before the break' : 'acknowledges it';
  const taken = `${here.name(write.home)} ${how}`;
  if (canBeDestroyed({ here, scenario }, write))
    return `${taken}, and every copy of it can have been on ${here.names(here.destroyed)}, whose disks are gone`;
  const after = rejoins({ here, scenario });
  if (scenario.promoted < 0)
    return `${taken}, and at the heal ${MERGES[here.store.merge].atHeal('it', 'others')}${after}`;
  return `${taken} and ${here.name(scenario.promoted)}, promoted without it, replaces that history at the heal${after}`;
}

/** How a replica whose history was discarded comes back, as the end of a sentence. */
function rejoins({ here, scenario: { former, promoted } }: StoreState): string {
  const byHand = here.store.rejoinsByHand === true;
  if (promoted < 0) return byHand ? ', once somebody has picked that side and restarted the others' : '';
  const [old, winner] = [here.name(former), here.name(promoted)];
  return byHand
    ? `; ${old} can't rejoin by itself: somebody has to rebuild it from ${winner}`
    : `; ${old} rejoins by itself`;
}

/** The copies that may have answered a read. */
function copiesOf(here: StoreWorld, { authority, family, home }: AnsweredRead): string {
  if (!authority && family.demands.length > 0) return `replicas in reach of ${here.name(home)}`;
  return here.names(authority ? 1 << home : family.core);
}

/** A write by its operation and its client. */
function nameOf({ world: { topology } }: StoreWorld, { operation, client }: TakenWrite): string {
  const { operations, vertices } = topology.model;
  return `${operations[operation]?.name ?? '?'} from ${vertices[client]?.name ?? '?'}`;
}
