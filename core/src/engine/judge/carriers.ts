import type { Operation, Step, VertexId } from '../../model/model.js';
import type { Mask } from '../family.js';
import type { StoreState } from '../replication/scheme.js';
import { type Answer, request } from '../request.js';
import { journeys, servicesOf } from './journey.js';
import type { Nearest } from './nearest.js';
import type { Serves } from './requirements.js';
import { storesOf } from './situations.js';

/** One that may issue a step of an operation to a store in some state. */
export interface Carrier {
  readonly issuer: VertexId;
  /** As in `AcknowledgedWrite`: the replicas of that store that have refused other instances. */
  readonly refusedBy: Mask;
  /** Does an answer get back to the client? */
  readonly isHeard: boolean;
}

/** What has to be so for a step to be sent: these steps of this issuer are answered, and this one is refused. */
interface Condition {
  readonly issuer: VertexId;
  readonly answered: number;
  readonly refused?: number;
}

/** The states that the stores of earlier steps may be in, apart from the store of the step itself. */
export type Elsewhere = (store: number) => readonly StoreState[];

/** What is so besides the state of the step's own store. */
export interface Around {
  readonly elsewhere: Elsewhere;
  readonly serves: Serves;
}

/** The step of an operation that goes through services: the issuers are found for it in one state of its store. */
export interface Sent {
  readonly operation: Operation;
  readonly client: VertexId;
  readonly step: number;
}

/**
 * The instances that may carry out a step of an operation through services, each once for every set of replicas that
 * may have refused the instances before it, and for whether the client hears it.
 */
export function carriersThrough(
  nearest: Nearest,
  state: StoreState,
  sent: Sent,
  { elsewhere, serves }: Around,
): Carrier[] {
  const { operation, client, step: end } = sent;
  const { steps } = operation;
  const { world } = state.here;
  const services = servicesOf(world.topology.model, operation);
  const firstWrite = steps.findIndex(({ access }) => access === 'write');
  const last = firstWrite < 0 ? steps.length - 1 : firstWrite;
  const isPossible = (conditions: readonly Condition[]): boolean =>
    storesOf(steps).every((store) => {
      const holds = (at: StoreState): boolean => conditions.every((condition) => isMet(nearest, at, steps, condition));
      return store === state.here.index ? holds(state) : elsewhere(store).some(holds);
    });
  const found: Carrier[] = [];
  const healthy = state.here.before?.world ?? world;
  // One that waits on a dead connection carries nothing out.
  for (const attempts of journeys({ world, healthy, services, serves, isUnaware: false }, client)) {
    let refusals: (readonly Condition[])[] = [[]];
    for (const attempt of attempts) {
      const { issuer } = attempt;
      for (const before of refusals) {
        if (!isPossible([...before, { issuer, answered: end }])) continue;
        const isHeard = attempt.isHeard();
        for (const refusedBy of masksOf(nearest, state, steps, before))
          if (!found.some((one) => one.issuer === issuer && one.refusedBy === refusedBy && one.isHeard === isHeard))
            found.push({ issuer, refusedBy, isHeard });
      }
      refusals = refusals.flatMap((before) =>
        steps
          .slice(0, last + 1)
          .map((_, refused) => [...before, { issuer, answered: refused, refused }])
          .filter(isPossible),
      );
      if (refusals.length === 0) break;
    }
  }
  return found;
}

/** Is a condition met, as far as it is about the store of the state? */
function isMet(
  nearest: Nearest,
  at: StoreState,
  steps: readonly Step[],
  { issuer, answered, refused }: Condition,
): boolean {
  const isOf = (step: Step): boolean => step.store === at.here.index;
  const ends = (step: Step, isWanted: (answer: Answer) => boolean): boolean =>
    answers(nearest, at, step, issuer).some(isWanted);
  const stuck = refused === undefined ? undefined : steps[refused];
  return (
    steps.slice(0, answered).every((step) => !isOf(step) || ends(step, ({ kind }) => kind === 'answered')) &&
    (stuck === undefined || !isOf(stuck) || ends(stuck, (answer) => refusedBy(answer) !== undefined))
  );
}

/** The replicas of the state's store that may have refused these attempts, as one set for each possible case. */
function masksOf(nearest: Nearest, at: StoreState, steps: readonly Step[], before: readonly Condition[]): Mask[] {
  return before.reduce<Mask[]>(
    (masks, { issuer, refused }) => {
      const step = refused === undefined ? undefined : steps[refused];
      if (step?.store !== at.here.index) return masks;
      const more = answers(nearest, at, step, issuer).flatMap((answer) => refusedBy(answer) ?? []);
      return [...new Set(masks.flatMap((mask) => more.map((other) => mask | other)))];
    },
    [0],
  );
}

function answers(nearest: Nearest, state: StoreState, step: Step, issuer: VertexId): Answer[] {
  return nearest.routes(state, step, issuer).flatMap((route) => request(state, step, { client: issuer, route }));
}

function refusedBy(answer: Answer): Mask | undefined {
  return answer.kind === 'answered' ? undefined : answer.refusedBy;
}
