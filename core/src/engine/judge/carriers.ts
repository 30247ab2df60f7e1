import type { Model, Operation, Step, VertexId } from '../../model/model.js';
import type { Mask } from '../family.js';
import type { StoreState } from '../replication/scheme.js';
import { answersTo, canEnd, lastRead, refusedBy, storesAsked, type Wanted } from './instead.js';
import { journeys, servicesOf } from './journey.js';
import type { Nearest } from './nearest.js';
import { ANYTHING, type Serves, type Silent, unions } from './requirements.js';

/** One that may issue a step of an operation to a store in some state. */
export interface Carrier {
  readonly issuer: VertexId;
  /**
   * As in `AcknowledgedWrite`: the replicas of that store that have refused other instances, or left them without an
   * answer that their service requires.
   */
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
  /** Of the replicas of the step's own store. */
  readonly silent: Silent;
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
  { elsewhere, serves, silent }: Around,
): Carrier[] {
  const { operation, client, step: end } = sent;
  const { steps } = operation;
  const { world } = state.here;
  const { model } = world.topology;
  const services = servicesOf(model, operation);
  const firstWrite = steps.findIndex(({ access }) => access === 'write');
  const last = firstWrite < 0 ? steps.length - 1 : firstWrite;
  const stores = storesAsked(model, steps);
  const statesOf = (store: number): readonly StoreState[] => (store === state.here.index ? [state] : elsewhere(store));
  const isPossible = (conditions: readonly Condition[]): boolean =>
    canEnd(
      nearest,
      stores,
      statesOf,
      conditions.flatMap((one) => wantedBy(steps, one)),
    );
  const found: Carrier[] = [];
  const healthy = state.here.before?.world ?? world;
  // One that waits on a dead connection carries nothing out.
  for (const attempts of journeys({ world, healthy, services, serves, isUnaware: false }, client)) {
    let refusals: (readonly Condition[])[] = [[]];
    for (const attempt of attempts) {
      const { issuer } = attempt;
      const lackedBy = attempt.lacking.reduce<readonly Mask[]>(
        (all, one) => unions(all, silent(one.service, one.at)),
        ANYTHING,
      );
      for (const before of refusals) {
        if (!isPossible([...before, { issuer, answered: end }])) continue;
        const isHeard = attempt.isHeard();
        for (const refusedBy of unions(lackedBy, masksOf(nearest, state, { model, steps }, before)))
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

/** How steps have to end. */
function wantedBy(steps: readonly Step[], { issuer, answered, refused }: Condition): Wanted[] {
  const wanted = steps.slice(0, answered).map((step): Wanted => ({ issuer, step, end: 'answered' }));
  const stuck = refused === undefined ? undefined : steps[refused];
  return stuck === undefined ? wanted : [...wanted, { issuer, step: stuck, end: 'refused' }];
}

/** The replicas of the state's store that may have refused these attempts, as one set for each possible case. */
function masksOf(
  nearest: Nearest,
  at: StoreState,
  { model, steps }: { readonly model: Model; readonly steps: readonly Step[] },
  before: readonly Condition[],
): readonly Mask[] {
  return before.reduce<readonly Mask[]>(
    (masks, { issuer, refused }) => {
      const stuck = refused === undefined ? undefined : steps[refused];
      const step = stuck === undefined ? undefined : lastRead(model, stuck);
      if (step?.store !== at.here.index) return masks;
      const more = answersTo(nearest, at, step, issuer).flatMap((answer) => refusedBy(answer) ?? []);
      return unions(masks, more);
    },
    [0],
  );
}
