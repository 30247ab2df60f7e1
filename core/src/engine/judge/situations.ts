import type { Model, Service, Step, VertexId } from '../../model/model.js';
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
import { ByIdentity } from './byIdentity.js';
import { InRun } from './inRun.js';
import { onDemand } from './onDemand.js';
import { oneOfEach, perStore } from './perStore.js';
import { Requirements, type Serves } from './requirements.js';
import { type Interned, restricted } from './restricted.js';
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
  /** Of all these states, those that the store may have been in before the request; absent: each. */
  readonly earlier?: readonly StoreState[];
}

/** One situation for each store that an operation asks: a possible case of all of them at once. */
export type Assignment = ReadonlyMap<number, Situation>;

const NO_ASSIGNMENT: Assignment = new Map();
const NO_STATES: readonly StoreState[] = [];
const ALWAYS: Serves = () => true;

/** Further questions about a store, besides the state that a request meets. */
export interface Asked {
  /** The leader before the break matters. */
  readonly whoLed?: boolean;
  /** It matters that one replica may be the last to notice. */
  readonly late?: boolean;
  /** The states until the break was noticed matter, although the scheme does not serve longer in them. */
  readonly unnoticed?: boolean;
  /** Does it not matter any more whether nobody may lead, as all that can come of a refusal is known? */
  readonly isEnough?: (() => boolean) | undefined;
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
  readonly healthy: World;
  // Computed for a store at the first question about it, because after an edit the results about most stores are known.
  private readonly healthyStore: (store: number) => StoreWorld;
  /** The possible states of a store on the healthy network. */
  readonly onHealthyNetwork: (store: number) => readonly StoreState[];
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
  readonly required: (store: number) => readonly number[];
  private readonly sessions: (store: number) => Map<string, number>;
  private readonly inRun: InRun<Known>;

  constructor(
    readonly topology: Topology,
    readonly phase: Phase,
  ) {
    const { model } = topology;
    this.model = model;
    this.writers = distinctWriters(model);
    this.nearest = new Nearest(topology, phase === 'settled');
    this.requirements = new Requirements(model, this.nearest);
    this.required = perStore(model, ({ requires }) => this.requirements.storesOf(requires));
    this.healthyUnmet = perStore(model, (_, s) =>
      this.onHealthyNetworkTogether(this.required(s)).reduce(
        (mask, states) => mask & this.requirements.unmet(this.healthyStore(s), (store) => states.get(store)),
        -1,
      ),
    );
    this.healthy = new LinkWorld(topology, HEALTHY, 0);
    this.sessions = perStore(model, () => new Map<string, number>());
    this.inRun = new InRun((world) => ({
      stores: perStore(model, (store, s) => new StoreWorld(world, store, s, this.healthyStore(s))),
      own: new Map<number, Iterable<Situation>>(),
      situations: new ByIdentity<readonly Situation[]>(),
      interned: {
        states: new ByIdentity<StoreState>(),
        situations: new ByIdentity<Situation>(),
        unmet: new ByIdentity<Mask>(),
      },
    }));
    this.healthyStore = perStore(model, (store, s) => new StoreWorld(this.healthy, store, s));
    this.onHealthyNetwork = perStore(model, ({ requires }, s) => {
      const here = this.healthyStore(s);
      const unmet = requires === undefined ? {} : { unmet: this.healthyUnmet(s) };
      return [...schemeOf(here.store).possible.scenarios(here, [])].map((scenario) => ({ here, scenario, ...unmet }));
    });
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

  /** May clients and instances not have noticed yet that their connections broke? */
  get isUnaware(): boolean {
    return this.phase !== 'settled';
  }

  /** The replica that one is connected to when the network breaks: the first that it asks; -1: there is none. */
  sessionOf(step: Step, issuer: VertexId): number {
    const known = this.sessions(step.store);
    const key = JSON.stringify([issuer, step.access, step.level]);
    const found = known.get(key) ?? this.firstAsked(step, issuer);
    known.set(key, found);
    return found;
  }

  private firstAsked(step: Step, issuer: VertexId): number {
    const [state] = this.onHealthyNetwork(step.store);
    if (state === undefined) return -1;
    const [route = []] = this.nearest.routes(state, step, issuer);
    return route.find((asked) => this.healthy.connected(issuer, state.here.vertex(asked))) ?? -1;
  }

  /** Every situation that a store may be in; at least one. `assigned`: those of stores that it may require. */
  of(here: StoreWorld, asked: Asked = {}, assigned: Assignment = NO_ASSIGNMENT): Iterable<Situation> {
    const own = this.byItself(here, asked);
    if (here.store.requires === undefined) return own;
    const given = this.required(here.index).map((store) => assigned.get(store));
    const { situations } = this.inRun.of(here.world);
    return situations.of([own, ...given], () => this.restrictedBy(here, [...own], assigned));
  }

  /** The same of a store that requires others. */
  private restrictedBy(here: StoreWorld, own: readonly Situation[], assigned: Assignment): readonly Situation[] {
    const { interned } = this.inRun.of(here.world);
    const healthyUnmet = this.healthyUnmet(here.index);
    const situations = this.required(here.index).map((store) => {
      const known = assigned.get(store);
      const all = known === undefined ? [...this.of(this.storeIn(here.world, store), { unnoticed: true })] : [known];
      return all.map((situation) => [store, situation] as const);
    });
    const all = oneOfEach(situations).flatMap((pairs) => {
      const required = new Map(pairs);
      return own.map((one) => restricted(this.requirements, { here, own: one, required, healthyUnmet }, interned));
    });
    return [...new Set(all)];
  }

  /** The same, whatever it requires. */
  byItself(here: StoreWorld, asked: Asked): Iterable<Situation> {
    const { possible } = schemeOf(here.store);
    const detects =
      this.phase !== 'settled' ||
      asked.unnoticed === true ||
      here.store.requires !== undefined ||
      possible.servesLongerUnnoticed(here) ||
      this.isWrittenAfterOthers[here.index] === true;
    // Which copies a write had depends on who led when it was acknowledged.
    const asksWhoLed = asked.whoLed === true || detects || here.destroyed !== 0;
    const { own } = this.inRun.of(here.world);
    const late = this.phase !== 'settled' && (asked.late === true || possible.asksWhoIsLate === undefined);
    // A question that has seen enough goes through fewer of them than others in the same run.
    const { isEnough } = asked;
    const key = 16 * here.index + (isEnough ? 8 : 0) + (detects ? 4 : 0) + (asksWhoLed ? 2 : 0) + (late ? 1 : 0);
    const known = own.get(key);
    if (known !== undefined) return known;
    const made = onDemand(() => this.possibleIn(here, { detects, asksWhoLed, late, isEnough }));
    own.set(key, made);
    return made;
  }

  private *possibleIn(
    here: StoreWorld,
    { detects, asksWhoLed, late: asksLate, isEnough }: Details,
  ): Generator<Situation, void> {
    const { possible } = schemeOf(here.store);
    const leaders = this.healthyLeaders(here.index);
    const unnoticed = detects ? possible.unnoticed(here, leaders).map((scenario) => ({ here, scenario })) : NO_STATES;
    for (const scenario of possible.scenarios(here, asksWhoLed ? leaders : [], isEnough)) {
      const settled = { here, scenario };
      const before = detects ? unnoticed.filter((one) => canSettleLike(one.scenario, scenario)) : unnoticed;
      if (this.phase === 'settled') {
        yield { met: settled, settled, unnoticed: before };
        continue;
      }
      const late = (asksLate ? (possible.lateToNotice?.(here, scenario, this.phase === 'unaware') ?? []) : []).map(
        (one) => ({
          here,
          scenario: one,
        }),
      );
      const early = [...before, ...late];
      // Nobody led before the break, and nobody waits for news of a leader.
      const isUnaware = this.phase === 'unaware' && early.length > 0;
      for (const met of isUnaware ? early : [settled, ...early]) yield { met, settled, unnoticed: before };
    }
  }

  /** The possible states until the break was noticed, where they were left out because no verdict asked for them. */
  unnoticedIn({ settled: { here, scenario }, unnoticed }: Situation): readonly StoreState[] {
    if (unnoticed.length > 0) return unnoticed;
    return schemeOf(here.store)
      .possible.unnoticed(here, this.healthyLeaders(here.index))
      .filter((one) => canSettleLike(one, scenario))
      .map((one) => ({ here, scenario: one }));
  }

  /** In the phase `unaware`: has everybody who takes part in this answer noticed the break, but not another one? */
  isAware({ scenario: { spared } }: StoreState, answer: Answer): boolean {
    if (this.phase !== 'unaware' || spared === undefined) return false;
    if (answer.kind !== 'answered' && answer.hangs === true) return false;
    return answer.kind !== 'answered' || (answer.asked !== spared && answer.served.home !== spared);
  }

  /** The same of an instance that refuses because it lacks an answer that its service requires. */
  isAwareOf({ requires }: Service, assignment: Assignment): boolean {
    if (this.phase !== 'unaware') return false;
    return this.requirements
      .storesOf(requires)
      .some((store) => assignment.get(store)?.met.scenario.spared !== undefined);
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

/** What is asked for about the situations of a store, as a whole. */
interface Details {
  readonly detects: boolean;
  readonly asksWhoLed: boolean;
  readonly late: boolean;
  readonly isEnough: (() => boolean) | undefined;
}

/** What has been found out in one run of a world. */
interface Known {
  readonly stores: (store: number) => StoreWorld;
  /** Of each store, whatever it requires, by what was asked. */
  readonly own: Map<number, Iterable<Situation>>;
  /** Of stores that require others: by their own, and the assigned situations of the required stores. */
  readonly situations: ByIdentity<readonly Situation[]>;
  readonly interned: Interned;
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
