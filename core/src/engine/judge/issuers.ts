import type { Service } from '../../model/model.js';
import type { StoreState, WhenWritten } from '../replication/scheme.js';
import { type Carrier, carriersThrough, type Elsewhere } from './carriers.js';
import { storesAsked } from './instead.js';
import { servicesOf } from './journey.js';
import { oneOfEach } from './perStore.js';
import { Progress } from './progress.js';
import { ANYTHING, type Serves, type Silent } from './requirements.js';
import type { Assignment, Situations } from './situations.js';
import type { Writer } from './writers.js';

/** No store is assigned: each may be in any situation. */
export const UNASSIGNED: Assignment = new Map();

interface Serving {
  readonly serves: Serves;
  readonly silent: Silent;
}

/**
 * The clients and instances that may issue a step. A later step of a composite operation is sent only if the steps
 * before it succeed. Those are requests too, to stores that may be in other situations: each of these stores is
 * checked, without recursion.
 */
export class Issuers {
  private readonly progress: Progress;

  constructor(private readonly situations: Situations) {
    this.progress = new Progress(situations.model, situations.nearest);
  }

  /** All that may issue the writer's step after the steps before it have succeeded; a client issues its own steps. */
  of(state: StoreState, writer: Writer, when: WhenWritten, assignment: Assignment): readonly Carrier[] {
    const operation = this.situations.model.operations[writer.operation];
    if (operation?.through === undefined)
      return this.earlierStepsSucceed(state, writer, when, assignment) ? itself(writer) : [];
    const sent = { operation, client: writer.client, step: writer.step };
    const elsewhere = this.elsewhere(state, when, assignment);
    return this.serving(state, servicesOf(this.situations.model, operation), when, elsewhere).flatMap((serving) =>
      carriersThrough(this.situations.nearest, state, sent, { elsewhere, ...serving }),
    );
  }

  /** Which instances serve while a store is in this state, and why the others do not, in each possible case. */
  private serving(
    state: StoreState,
    services: readonly Service[],
    when: WhenWritten,
    elsewhere: Elsewhere,
  ): readonly Serving[] {
    const { requirements, servedBefore } = this.situations;
    const stores = requirements.storesOfServices(services);
    const before = { serves: servedBefore, silent: () => ANYTHING };
    if (when === 'before') return [before];
    const states = stores.map((store) =>
      (store === state.here.index ? [state] : elsewhere(store)).map((one) => [store, one] as const),
    );
    const now = oneOfEach(states).map((pairs) => {
      const { here } = state;
      const met = new Map(pairs);
      const statesOf = (store: number): StoreState | undefined => met.get(store);
      return {
        serves: requirements.serves(here.world, statesOf),
        silent: requirements.silent(here.world, here.index, statesOf),
      };
    });
    return stores.length > 0 && this.situations.mixesPhases(when) ? [...now, before] : now;
  }

  /**
   * Can the steps before a composite operation's step succeed, so that the step is sent? `state` is that of the
   * step's own store. A store that is not assigned may be in any situation.
   */
  private earlierStepsSucceed(state: StoreState, writer: Writer, when: WhenWritten, assignment: Assignment): boolean {
    if (writer.step === 0) return true;
    const { model } = this.situations;
    const steps = model.operations[writer.operation]?.steps.slice(0, writer.step) ?? [];
    const elsewhere = this.elsewhere(state, when, assignment);
    /** The stores that have to be read instead of those derived from them. */
    const sources = new Set<number>();
    return storesAsked(model, steps).every((store) => {
      let source: number | undefined;
      for (const at of store === state.here.index ? [state] : elsewhere(store)) {
        const far = this.progress.before(at, writer, sources.has(store));
        if (far === 'answered') return true;
        if (far === 'source') source = at.here.store.from?.store;
      }
      if (source !== undefined) sources.add(source);
      return source !== undefined;
    });
  }

  /** The states that another store may be in while the store of this state is in it. */
  private elsewhere(state: StoreState, when: WhenWritten, assignment: Assignment): Elsewhere {
    const { situations } = this;
    // Until the break is noticed, one request may meet another situation than the next.
    const mixes = situations.mixesPhases(when);
    const found = new Map<number, readonly StoreState[]>();
    return (store) => {
      const assigned = assignment.get(store);
      if (assigned !== undefined && !mixes) return [assigned.met];
      const known = found.get(store);
      if (known !== undefined) return known;
      const there = situations.storeIn(state.here.world, store);
      const possible = [...situations.of(there, { unnoticed: mixes }, mixes ? UNASSIGNED : assignment)];
      const states = possible.flatMap(({ met, unnoticed }) => [met, ...(mixes ? unnoticed : [])]);
      const distinct = [...new Set(states)];
      found.set(store, distinct);
      return distinct;
    };
  }
}

/** A client that issues its steps itself. */
export function itself({ client }: Writer): readonly Carrier[] {
  return [{ issuer: client, refusedBy: 0, isHeard: true }];
}
