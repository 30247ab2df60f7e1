import type { Model, Service, Step } from '../../model/model.js';
import { HEALTHY } from '../../network/fault.js';
import type { Topology } from '../../network/topology.js';
import { LinkWorld } from '../../network/linkWorld.js';
import type { World } from '../../network/world.js';
import type { Mask } from '../family.js';
import { schemeOf } from '../replication/index.js';
import type { Answer } from '../request.js';
import type { Scenario, StoreState, WhenWritten } from '../replication/scheme.js';
import { StoreWorld } from '../storeWorld.js';
import { Nearest } from './nearest.js';
import { InRun } from './inRun.js';
import { oneOfEach, perStore } from './perStore.js';
import { Requirements, type Serves } from './requirements.js';
import { restricted } from './restricted.js';
import { distinctWriters, type Writer } from './writers.js';

/**
 * `settled`: failover and step-down, if the scheme has them, are over. `detecting`: before that. Some replicas have
 * noticed the break and others have not, so everything that is possible once it has settled is possible already.
 * `unaware`: of that time, the requests that meet a server that has not noticed the break, or no leader or primary yet.
 */
export type Phase = 'detecting' | 'unaware' | 'settled';

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

const NO_ASSIGNMENT: Assignment = new Map();
const ALWAYS: Serves = () => true;

/** What an operation uses: the stores of its steps, and the services that it goes through. */
interface Uses {
  readonly steps: readonly Step[];
  readonly services: readonly Service[];
}

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
  readonly nearest: Nearest;
  readonly requirements: Requirements;
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
  /** Per store, the replicas that get no answer on the healthy network from what it requires, in no case. */
  private readonly healthyUnmet: (store: number) => Mask;
  /** Per store, the stores that its replicas need an answer from, over services too. */
  private readonly required: (store: number) => readonly number[];
  private readonly inRun: InRun<Known>;

  constructor(
    readonly topology: Topology,
    private readonly phase: Phase,
  ) {
    const { model } = topology;
    this.model = model;
    this.writers = distinctWriters(model);
    this.nearest = new Nearest(topology);
    this.requirements = new Requirements(model, this.nearest);
    this.required = perStore(model, ({ requires }) => this.requirements.storesOf(requires));
    this.healthyUnmet = perStore(model, (_, s) =>
      this.onHealthyNetworkTogether(this.required(s)).reduce(
        (mask, states) => mask & this.requirements.unmet(this.healthyStore(s), (store) => states.get(store)),
        -1,
      ),
    );
    this.healthy = new LinkWorld(topology, HEALTHY, 0);
    this.inRun = new InRun((world) => ({
      stores: perStore(model, (store, s) => new StoreWorld(world, store, s, this.healthyStore(s))),
      situations: new Map<string, readonly Situation[]>(),
    }));
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
    const unmet = here.store.requires === undefined ? {} : { unmet: this.healthyUnmet(store) };
    return schemeOf(here.store)
      .possible.scenarios(here, [])
      .map((scenario) => ({ here, scenario, ...unmet }));
  }

  /** The possible states of several stores there. */
  private onHealthyNetworkTogether(stores: readonly number[]): ReadonlyMap<number, StoreState>[] {
    const states = stores.map((store) => this.onHealthyNetwork(store).map((state) => [store, state] as const));
    return oneOfEach(states).map((pairs) => new Map(pairs));
  }

  /** Does an instance get an answer on the healthy network, in some case? */
  readonly servedBefore: Serves = (service, instance) =>
    this.onHealthyNetworkTogether(this.requirements.storesOf(service.requires)).some((states) =>
      this.requirements.isMet(this.healthy, instance, service.requires, (store) => states.get(store)),
    );

  /**
   * Which instances serve, in each possible case: until the break is noticed, they may serve as before it. The states
   * of the required stores are those of the assignment.
   */
  serving(world: World, services: readonly Service[], assignment: Assignment): readonly Serves[] {
    if (services.every(({ requires }) => requires === undefined)) return [ALWAYS];
    const now = this.requirements.serves(world, (store) => assignment.get(store)?.met);
    return this.phase === 'settled' ? [now] : [now, this.servedBefore];
  }

  /** A store on the network under a fault; the same object for one run. */
  storeIn(world: World, store: number): StoreWorld {
    return this.inRun.of(world).stores(store);
  }

  /**
   * While the break is being detected, an earlier step of another store may have met any situation of it: what becomes
   * of a step depends on the situation of its own store alone.
   */
  get areIndependent(): boolean {
    return this.phase !== 'settled';
  }

  /** Every situation that a store may be in; at least one. `assigned`: those of stores that it may require. */
  of(here: StoreWorld, asked: Asked = {}, assigned: Assignment = NO_ASSIGNMENT): readonly Situation[] {
    const { stores, situations } = this.inRun.of(here.world);
    if (assigned.size > 0 || stores(here.index) !== here) return this.found(here, asked, assigned);
    const key = `${here.index} ${asked.whoLed === true} ${asked.unnoticed === true}`;
    const known = situations.get(key) ?? this.found(here, asked, assigned);
    situations.set(key, known);
    return known;
  }

  private found(here: StoreWorld, asked: Asked, assigned: Assignment): readonly Situation[] {
    const own = this.byItself(here, asked);
    if (here.store.requires === undefined) return own;
    const healthyUnmet = this.healthyUnmet(here.index);
    const situations = this.required(here.index).map((store) => {
      const known = assigned.get(store);
      const all = known === undefined ? this.of(this.storeIn(here.world, store), { unnoticed: true }) : [known];
      return all.map((situation) => [store, situation] as const);
    });
    return oneOfEach(situations).flatMap((pairs) =>
      own.map((one) => restricted(this.requirements, { here, own: one, required: new Map(pairs), healthyUnmet })),
    );
  }

  /** The same, whatever it requires. */
  private byItself(here: StoreWorld, asked: Asked): readonly Situation[] {
    const { possible } = schemeOf(here.store);
    const leaders = this.healthyLeaders(here.index);
    const detects =
      this.phase !== 'settled' ||
      asked.unnoticed === true ||
      here.store.requires !== undefined ||
      possible.servesLongerUnnoticed(here) ||
      this.isWrittenAfterOthers[here.index] === true;
    const unnoticed = (detects ? possible.unnoticed(here, leaders) : []).map((scenario) => ({ here, scenario }));
    // Which copies a write had depends on who led when it was acknowledged.
    const asksWhoLed = asked.whoLed === true || detects || here.destroyed !== 0;
    return possible.scenarios(here, asksWhoLed ? leaders : []).flatMap((scenario): Situation[] => {
      const settled = { here, scenario };
      const before = unnoticed.filter((one) => canSettleLike(one.scenario, scenario));
      if (this.phase === 'settled') return [{ met: settled, settled, unnoticed: before }];
      const late = (possible.lateToNotice?.(here, scenario) ?? []).map((one) => ({ here, scenario: one }));
      const early = [...before, ...late];
      // Nobody led before the break, and nobody waits for news of a leader.
      const isUnaware = this.phase === 'unaware' && early.length > 0;
      return (isUnaware ? early : [settled, ...early]).map((met) => ({ met, settled, unnoticed: before }));
    });
  }

  /** The possible states until the break was noticed, where they were left out because no verdict asked for them. */
  unnoticedIn({ settled: { here, scenario }, unnoticed }: Situation): readonly StoreState[] {
    if (unnoticed.length > 0) return unnoticed;
    return schemeOf(here.store)
      .possible.unnoticed(here, this.healthyLeaders(here.index))
      .filter((one) => canSettleLike(one, scenario))
      .map((one) => ({ here, scenario: one }));
  }

  /**
   * Visits every assignment of the stores that these steps ask. Different leaders before the break are different
   * situations if a step depends on them. The map is reused: a visitor that keeps it must copy it.
   */
  eachAssignment(world: World, { steps, services }: Uses, visit: (assignment: Assignment) => void): void {
    const whoLed = new Set(steps.filter((step) => this.asksWhoLed(step)).map(({ store }) => store));
    const stores = [...this.requirements.storesOfServices(services), ...storesOf(steps)];
    const all = this.withRequired(stores);
    // A write that a feed does not bring was acknowledged by the leader before the break.
    for (const store of all) {
      const source = this.model.stores[store]?.from?.store;
      if (source !== undefined) whoLed.add(source);
    }
    this.assign(world, all, whoLed, visit);
  }

  /** In the phase `unaware`: has everybody who takes part in this answer noticed the break, but not another one? */
  isAware({ scenario: { spared } }: StoreState, answer: Answer): boolean {
    if (this.phase !== 'unaware' || spared === undefined) return false;
    return answer.kind !== 'answered' || (answer.asked !== spared && answer.served.home !== spared);
  }

  /** These stores, each after those that it requires or is derived from. */
  private withRequired(stores: readonly number[]): number[] {
    const found = new Set<number>();
    const add = (store: number): void => {
      for (const one of this.required(store)) add(one);
      const source = this.model.stores[store]?.from?.store;
      if (source !== undefined) add(source);
      found.add(store);
    };
    for (const store of stores) add(store);
    return [...found];
  }

  /** The same on the healthy network, where no leader before matters. */
  eachHealthyAssignment(steps: readonly Step[], visit: (assignment: Assignment) => void): void {
    this.assign(this.healthy, this.withRequired(storesOf(steps)), new Set(), visit);
  }

  private assign(
    world: World,
    stores: readonly number[],
    whoLed: ReadonlySet<number>,
    visit: (assignment: Assignment) => void,
  ): void {
    const assignment = new Map<number, Situation>();
    const required = new Set(stores.flatMap((store) => this.required(store)));
    /** The situations of a store that needs no other one are the same whatever those before it are in. */
    const kept: (readonly Situation[])[] = [];
    const situationsOf = (i: number, store: number): readonly Situation[] => {
      const here = this.storeIn(world, store);
      const asked = { whoLed: whoLed.has(store), unnoticed: required.has(store) };
      if (here.store.requires !== undefined) return this.of(here, asked, assignment);
      return (kept[i] ??= this.of(here, asked));
    };
    const assignFrom = (i: number): void => {
      const store = stores[i];
      if (store === undefined) {
        visit(assignment);
        return;
      }
      for (const situation of situationsOf(i, store)) {
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
  timeOf({ scenario, detecting }: StoreState): WhenWritten {
    return this.phase === 'settled' && (detecting === true || isDetecting(scenario)) ? 'detecting' : 'during';
  }

  /** May a request meet one store as it was before the break was noticed, and the next store as it is afterwards? */
  mixesPhases(when: WhenWritten): boolean {
    return when === 'detecting' || (when === 'during' && this.phase !== 'settled');
  }
}

/** What has been found out in one run of a world. */
interface Known {
  readonly stores: (store: number) => StoreWorld;
  /** By store, and by what was asked. */
  readonly situations: Map<string, readonly Situation[]>;
}

/** Has some server not noticed the break, or has no election or promotion happened yet? */
function isDetecting({ unnoticed, electing, spared }: Scenario): boolean {
  return unnoticed === true || electing === true || spared !== undefined;
}

/** Can a break that is not noticed everywhere settle like this? Views are compared as objects. */
function canSettleLike({ former, formerViews, views }: Scenario, settled: Scenario): boolean {
  return (
    former === settled.former && formerViews === settled.formerViews && (views === undefined || views === settled.views)
  );
}

/** Has no election or promotion happened yet? */
export function isEarly({ unnoticed, electing }: Scenario): boolean {
  return unnoticed === true || electing === true;
}

export function storesOf(steps: readonly Step[]): number[] {
  return [...new Set(steps.map(({ store }) => store))];
}
