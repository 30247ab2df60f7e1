import { compareHarm, harmsData, isAnswered, isBeyondLag } from '../base/harm.js';
import type { Model, Step, VertexId } from '../model/model.js';
import type { Topology } from '../network/topology.js';
import { type Availability, availabilityOf } from './availability.js';
import type { ClientResult, Finding } from './facts.js';
import { issuersOf } from './judge/journey.js';
import { stepPaths } from './paths.js';
import { schemeOf } from './replication/index.js';
import { compareCauses } from './causes.js';
import { harmUntilNoticed, windowOf } from './window.js';

/**
 * The consistency that is never broken, strongest first. `linearizable`: of single requests, see
 * `guarantees/linearizable.ts`. `regular`: no acknowledged write is missed, lost or in conflict, and no read shows a
 * write that is discarded. `lagging`: only writes that are on their way are missed.
 */
export type Consistency = 'linearizable' | 'regular' | 'lagging';

/** One kind of harm over all clients of an operation. */
export interface CountedHarm {
  readonly finding: Finding;
  readonly client: VertexId;
  /** In how many faults of how many, for the client that has it most often; both in decimal. */
  readonly faults: string;
  readonly of: string;
}

/** The properties of an operation by its verdicts, not by its author's choice. */
export interface Label {
  /** Undefined: acknowledged writes can be missed until the heal, be in conflict or be lost, or stores can differ. */
  readonly consistency?: Consistency;
  /** The consistency holds once a break has settled; until it is noticed, these harms break it, worst first. */
  readonly untilNoticed: readonly CountedHarm[];
  /** False: a limit leaves open whether there are more of them. */
  readonly knownUntilNoticed: boolean;
  /** The harms against consistency, worst first. */
  readonly inconsistent: readonly CountedHarm[];
  /** Undefined: a limit leaves it open. */
  readonly availability?: Availability;
  /** The refusals and missing answers, worst first. */
  readonly unanswered: readonly CountedHarm[];
  /** Set if nothing is known: why. */
  readonly notKnown?: string;
  /** False: a limit was hit, and the rest is not known. */
  readonly complete: boolean;
}

export function labelOf(model: Model, topology: Topology, operation: number, results: readonly ClientResult[]): Label {
  // A limit applies to the whole operation: all of its clients have it, or none.
  const notKnown = results[0]?.notKnown;
  const harms = harmsOf(results);
  const isUnanswered = ({ finding: { outcome } }: CountedHarm): boolean =>
    !isAnswered(outcome.verdict) && !harmsData(outcome.verdict);
  const others = harms.filter((harm) => !isUnanswered(harm));
  const inconsistent = others.filter(({ finding }) => isBeyondLag(finding.outcome));
  const availability = availabilityOf(model, topology, results);
  const consistency =
    inconsistent.length > 0 || notKnown !== undefined
      ? undefined
      : others.length > 0
        ? 'lagging'
        : strength(model, topology, operation, results);
  return {
    ...(consistency === undefined ? {} : { consistency }),
    ...untilNoticed(model, consistency, results),
    inconsistent,
    ...(availability === undefined ? {} : { availability }),
    unanswered: harms.filter(isUnanswered),
    ...(notKnown === undefined ? {} : { notKnown }),
    complete: results.every(({ explored }) => explored.every(({ complete }) => complete)),
  };
}

/** Linearizable is what holds before a break is noticed too; for the others, that is asked. */
function untilNoticed(
  model: Model,
  consistency: Consistency | undefined,
  results: readonly ClientResult[],
): Pick<Label, 'untilNoticed' | 'knownUntilNoticed'> {
  if (consistency === undefined || consistency === 'linearizable') return { untilNoticed: [], knownUntilNoticed: true };
  const windows = results.map((result) => ({ result, window: windowOf(model, result) }));
  const breaks = ({ outcome }: Finding): boolean => consistency === 'regular' || isBeyondLag(outcome);
  const harmed = windows.map(({ result, window }) => ({
    ...result,
    findings: harmUntilNoticed(window).filter(breaks),
  }));
  return { untilNoticed: harmsOf(harmed), knownUntilNoticed: windows.every(({ window }) => window.complete) };
}

/** An operation that nothing breaks is linearizable if each request is; a composite operation is several requests. */
function strength(model: Model, topology: Topology, operation: number, results: readonly ClientResult[]): Consistency {
  const found = model.operations[operation];
  if (found === undefined) return 'regular';
  const issuers = found.through === undefined ? results.map(({ client }) => client) : issuersOf(model, found);
  const all = issuers.every((one) => found.steps.every((step) => isLinearizable(model, topology, step, one)));
  return all && !found.composite ? 'linearizable' : 'regular';
}

/** Is each request of the step linearizable, even before a break is noticed? */
function isLinearizable(model: Model, topology: Topology, step: Step, issuer: VertexId): boolean {
  const paths = stepPaths(model, topology, step, issuer);
  if (paths === undefined) return false;
  return schemeOf(paths.store).path.isLinearizable(paths);
}

/** The kinds of findings over all clients, worst first, each with its smallest cause and its largest count. */
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
