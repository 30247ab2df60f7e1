import { compareHarm, isAnswered, isBeyondLag } from '../base/harm.js';
import type { Model, Step, VertexId } from '../model/model.js';
import type { Topology } from '../network/topology.js';
import { type Availability, availabilityOf } from './availability.js';
import type { ClientResult, Finding } from './facts.js';
import { stepPaths } from './paths.js';
import { schemeOf } from './replication/index.js';
import { compareCauses } from './sweep.js';

/**
 * What is never broken, strongest first. `linearizable`: of single requests, see `guarantees/linearizable.ts`.
 * `regular`: no acknowledged write is missed, lost or in conflict. `lagging`: only what is on its way is missed.
 */
export type Consistency = 'linearizable' | 'regular' | 'lagging';

/** A kind of harm over all clients of an operation. */
export interface CountedHarm {
  readonly finding: Finding;
  readonly client: VertexId;
  /** Of how many faults, for the client that it happens to most often; both in decimal. */
  readonly faults: string;
  readonly of: string;
}

/** What an operation turned out to be, from its verdicts: not what its author chose. */
export interface Label {
  /** Undefined: acknowledged writes can be missed until the heal, be in conflict or be lost. */
  readonly consistency?: Consistency;
  /** What takes it away: worst first. */
  readonly inconsistent: readonly CountedHarm[];
  /** Undefined: a limit leaves it open. */
  readonly availability?: Availability;
  /** Refused, or without an answer. */
  readonly unanswered: readonly CountedHarm[];
  /** Why nothing is known. */
  readonly notKnown?: string;
  /** False: a limit was hit, and the rest is not known. */
  readonly complete: boolean;
}

export function labelOf(model: Model, topology: Topology, operation: number, results: readonly ClientResult[]): Label {
  // A limit is one of the operation: all of its clients have it, or none.
  const notKnown = results[0]?.notKnown;
  const harms = harmsOf(results);
  const isUnanswered = ({ finding }: CountedHarm): boolean => !isAnswered(finding.outcome.verdict);
  const others = harms.filter((harm) => !isUnanswered(harm));
  const inconsistent = others.filter(({ finding }) => isBeyondLag(finding.outcome));
  const availability = availabilityOf(model, topology, results);
  return {
    ...(inconsistent.length > 0 || notKnown !== undefined
      ? {}
      : { consistency: others.length > 0 ? 'lagging' : strength(model, topology, operation, results) }),
    inconsistent,
    ...(availability === undefined ? {} : { availability }),
    unanswered: harms.filter(isUnanswered),
    ...(notKnown === undefined ? {} : { notKnown }),
    complete: results.every(({ explored }) => explored.every(({ complete }) => complete)),
  };
}

/** What nothing breaks is linearizable where each request is: a composite operation is several. */
function strength(model: Model, topology: Topology, operation: number, results: readonly ClientResult[]): Consistency {
  const steps = model.operations[operation]?.steps ?? [];
  const all = results.every(({ client }) => steps.every((step) => isLinearizable(model, topology, step, client)));
  return all && model.operations[operation]?.composite === false ? 'linearizable' : 'regular';
}

/** Those ways only that no break makes stale or loses, not even before it is noticed. */
function isLinearizable(model: Model, topology: Topology, step: Step, client: VertexId): boolean {
  const paths = stepPaths(model, topology, step, client);
  if (paths === undefined) return false;
  return schemeOf(paths.store).path.isLinearizable(paths);
}

/** Kinds of findings over all clients, worst first: each with its smallest cause and its largest count. */
function harmsOf(results: readonly ClientResult[]): CountedHarm[] {
  const kinds = new Map<string, CountedHarm>();
  for (const { client, findings, faults } of results) {
    for (const finding of findings) {
      const kind = `${finding.outcome.verdict} ${finding.outcome.howLong ?? ''}`;
      const known = kinds.get(kind);
      const count =
        known === undefined || BigInt(finding.faults) > BigInt(known.faults)
          ? { faults: finding.faults, of: faults }
          : { faults: known.faults, of: known.of };
      const smaller = known === undefined || compareCauses(finding.cause, known.finding.cause) < 0;
      kinds.set(kind, {
        ...(smaller ? { finding, client } : { finding: known.finding, client: known.client }),
        ...count,
      });
    }
  }
  return [...kinds.values()].sort((a, b) => compareHarm(b.finding.outcome, a.finding.outcome));
}
