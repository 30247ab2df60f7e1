import type { Model, Step, Store } from '../../model/model.js';
import { HEALTHY } from '../../network/fault.js';
import type { Topology } from '../../network/topology.js';
import { World } from '../../network/world.js';
import { schemeOf } from '../replication/index.js';
import type { Scenario, StoreState, WhenWritten } from '../replication/scheme.js';
import { StoreWorld } from '../storeWorld.js';
import { distinctWriters, type Writer } from './writers.js';

/**
 * `settled`: failover and step-down, if the scheme has them, are over. `detecting`: before that. Some replicas have
 * noticed the break and others have not, so everything that is possible once it has settled is possible already.
 */
export type Phase = 'detecting' | 'settled';

/** One possible case of one store. */
export interface Situation {
  /** The state that a request meets. */
  readonly met: StoreState;
  /** How the break has settled, or will: the same object as `met` if all servers have noticed it. */
  readonly settled: StoreState;
  /** The possible states until the break was noticed, if they can matter. */
  readonly unnoticed: readonly StoreState[];
}

/** One situation for each store that an operation asks: a possible case of all of them at once. */
export type Assignment = ReadonlyMap<number, Situation>;

/** Further questions about a store, besides the state that a request meets. */
interface Asked {
  /** The leader before the break matters. */
  readonly whoLed?: boolean;
  /** The states until the break was noticed matter, although the scheme does not serve longer in them. */
  readonly unnoticed?: boolean;
}

/**
 * The possible cases of the stores of one model under a fault. Everything that does not depend on the fault is computed
 * once.
 */
export class Situations {
  readonly model: Model;
  /** Per store, its writers. */
  readonly writers: readonly (readonly Writer[])[];
  private readonly healthy: World;
  // Computed for a store at the first question about it, because after an edit the results about most stores are known.
  private readonly healthyStore: (store: number) => StoreWorld;
  private readonly healthyLeaders: (store: number) => readonly number[];
  /**
   * Per store: do steps of other stores come before one that writes to it? If those steps are served longer because the
   * break is not noticed, so is the write. The same for a write through a service: another instance may issue it than
   * on the healthy network, or once the break has settled.
   */
  private readonly isWrittenAfterOthers: readonly boolean[];

  constructor(
    readonly topology: Topology,
    private readonly phase: Phase,
  ) {
    const { model } = topology;
    this.model = model;
    this.writers = distinctWriters(model);
    this.healthy = new World(topology, HEALTHY, 0);
    this.healthyStore = perStore(model, (store, s) => new StoreWorld(this.healthy, store, s));
    this.healthyLeaders = perStore(model, (_, s) => [
      ...new Set(this.onHealthyNetwork(s).flatMap(({ scenario: { leader } }) => (leader >= 0 ? [leader] : []))),
    ]);
    this.isWrittenAfterOthers = this.writers.map((writers, s) =>
      writers.some(
        ({ operation, step }) =>
          model.operations[operation]?.through !== undefined ||
          model.operations[operation]?.steps.slice(0, step).some(({ store }) => store !== s) === true,
      ),
    );
  }

  /** The possible states of a store on the healthy network. */
  onHealthyNetwork(store: number): readonly StoreState[] {
    const here = this.healthyStore(store);
    return schemeOf(here.store)
      .possible.scenarios(here, [])
      .map((scenario) => ({ here, scenario }));
  }

  /** A store on the network under a fault. */
  storeIn(world: World, store: number): StoreWorld {
    const before = this.healthyStore(store);
    return new StoreWorld(world, before.store, store, before);
  }

  /** Every situation that a store may be in; at least one. */
  of(here: StoreWorld, asked: Asked = {}): readonly Situation[] {
    const { possible } = schemeOf(here.store);
    const leaders = this.healthyLeaders(here.index);
    const detects =
      this.phase === 'detecting' ||
      asked.unnoticed === true ||
      possible.servesLongerUnnoticed(here) ||
      this.isWrittenAfterOthers[here.index] === true;
    const unnoticed = (detects ? possible.unnoticed(here, leaders) : []).map((scenario) => ({ here, scenario }));
    return possible
      .scenarios(here, asked.whoLed === true || detects ? leaders : [])
      .flatMap((scenario): Situation[] => {
        const settled = { here, scenario };
        const before = unnoticed.filter((one) => one.scenario.former === scenario.former);
        if (this.phase === 'settled') return [{ met: settled, settled, unnoticed: before }];
        const late = (possible.lateToNotice?.(here, scenario) ?? []).map((one) => ({ here, scenario: one }));
        return [settled, ...before, ...late].map((met) => ({ met, settled, unnoticed: before }));
      });
  }

  /**
   * Visits every assignment of the stores that these steps ask. Different leaders before the break are different
   * situations if a step depends on them. The map is reused: a visitor that keeps it must copy it.
   */
  eachAssignment(world: World, steps: readonly Step[], visit: (assignment: Assignment) => void): void {
    const whoLed = new Set(steps.filter((step) => this.asksWhoLed(step)).map(({ store }) => store));
    this.assign(world, storesOf(steps), whoLed, visit);
  }

  /** The same on the healthy network, where no leader before matters. */
  eachHealthyAssignment(steps: readonly Step[], visit: (assignment: Assignment) => void): void {
    this.assign(this.healthy, storesOf(steps), new Set(), visit);
  }

  private assign(
    world: World,
    stores: readonly number[],
    whoLed: ReadonlySet<number>,
    visit: (assignment: Assignment) => void,
  ): void {
    const assignment = new Map<number, Situation>();
    const assignFrom = (i: number): void => {
      const store = stores[i];
      if (store === undefined) {
        visit(assignment);
        return;
      }
      for (const situation of this.of(this.storeIn(world, store), { whoLed: whoLed.has(store) })) {
        assignment.set(store, situation);
        assignFrom(i + 1);
      }
    };
    assignFrom(0);
  }

  private asksWhoLed(step: Step): boolean {
    const store = this.model.stores[step.store];
    return store !== undefined && schemeOf(store).possible.asksWhoLed?.(store, step) === true;
  }

  /** While the break is being detected, replicas that have noticed it and others that have not act at the same time. */
  timeOf(scenario: Scenario): WhenWritten {
    return this.phase === 'settled' && isDetecting(scenario) ? 'detecting' : 'during';
  }

  /** May a request meet one store as it was before the break was noticed, and the next store as it is afterwards? */
  mixesPhases(when: WhenWritten): boolean {
    return when === 'detecting' || (when === 'during' && this.phase === 'detecting');
  }
}

/** Has some server not noticed the break, or has no election or promotion happened yet? */
function isDetecting({ unnoticed, electing, spared }: Scenario): boolean {
  return unnoticed === true || electing === true || spared !== undefined;
}

/** Has no election or promotion happened yet? */
export function isEarly({ unnoticed, electing }: Scenario): boolean {
  return unnoticed === true || electing === true;
}

export function storesOf(steps: readonly Step[]): number[] {
  return [...new Set(steps.map(({ store }) => store))];
}

/** A value for each store, computed at the first question about it. */
export function perStore<T>({ stores }: Model, compute: (store: Store, index: number) => T): (index: number) => T {
  const known = new Map<number, T>();
  return (index) => {
    const store = stores[index];
    if (store === undefined) throw new RangeError(`no store ${index}`);
    const found = known.get(index) ?? compute(store, index);
    known.set(index, found);
    return found;
  };
}
