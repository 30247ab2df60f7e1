import type { Service, Step, VertexId } from '../../model/model.js';
import type { World } from '../../network/world.js';
import { withAny } from '../family.js';
import { schemeOf } from '../replication/index.js';
import type { AcknowledgedWrite, AnsweredRead, StoreState, WhenWritten } from '../replication/scheme.js';
import { type Answer, request } from '../request.js';
import { servicesOf } from './journey.js';
import { type Carrier, carriersThrough, type Elsewhere } from './carriers.js';
import type { Nearest } from './nearest.js';
import { oneOfEach, perStore } from './perStore.js';
import type { Serves } from './requirements.js';
import { type Assignment, isEarly, type Situation, type Situations, storesOf } from './situations.js';
import { type WriteSource, type Writer, writerKey } from './writers.js';

/** No store is assigned: each may be in any situation. */
const UNASSIGNED: Assignment = new Map();

/** `answered`: how many steps are known to be answered; those of other stores count too. */
interface Progress {
  answered: number;
  /** The next step is not answered. */
  isStuck: boolean;
}

/** An answer whose store is searched for writes that it does not know of. */
export interface Compared {
  readonly assignment: Assignment;
  /** The store's situation in the assignment. */
  readonly at: Situation;
  /** A write is compared as a read that the replicas with the write would answer. */
  readonly answer: AnsweredRead;
  readonly question: 'missed' | 'diverges';
}

/**
 * The writes that may have been acknowledged, and the requests that are answered.
 *
 * A write exists if its request is answered. A later step of a composite operation is sent only if the steps before it
 * succeed. Those are requests too, to stores that may be in other situations: `earlierStepsSucceed` checks each of
 * these stores, without recursion.
 */
export class Acknowledged {
  /** As in `WriteSource`. */
  readonly outlivesHeal: boolean;
  private readonly nearest: Nearest;
  private readonly writersByKey: (store: number) => ReadonlyMap<string, Writer>;
  /** By operation and step, for each client: kept because keys are long, and the question is asked under each fault. */
  private readonly counterparts: Map<VertexId, Writer | undefined>[][] = [];
  /** How far an operation of a client gets while a store is in one state, as far as it is known. */
  private readonly progress = new WeakMap<StoreState, Map<number, Progress>>();
  /** The writes that may be acknowledged just before the break, each with the leader that it depends on. */
  private readonly lastWrites: (
    store: number,
  ) => ReadonlyMap<Writer, readonly { readonly leader: number; readonly write: AcknowledgedWrite }[]>;

  constructor(
    private readonly situations: Situations,
    private readonly source: WriteSource,
    /** False: the run starts with the break, and no write was acknowledged before it. */
    withLastWrites: boolean,
  ) {
    const { model } = situations;
    this.outlivesHeal = source.outlivesHeal;
    this.nearest = situations.nearest;
    this.writersByKey = perStore(
      model,
      // Of several writers with one key, the first counts.
      (_, s) => new Map([...source.writers(s)].reverse().map((writer) => [writerKey(model, writer), writer])),
    );
    this.lastWrites = perStore(
      model,
      (_, s) =>
        new Map(
          source.writers(s).map((writer) => [
            writer,
            (withLastWrites ? situations.onHealthyNetwork(s) : []).flatMap((state) =>
              this.of(state, writer, 'before', this.carriers(state, writer, 'before', UNASSIGNED)).map((write) => ({
                leader: state.scenario.leader,
                write,
              })),
            ),
          ]),
        ),
    );
  }

  /**
   * Visits every write of the store that may have been acknowledged, those before the break first, until `visit`
   * answers false.
   */
  each({ assignment, at, answer, question }: Compared, visit: (write: AcknowledgedWrite) => boolean): void {
    const { met, settled, unnoticed } = at;
    const { here } = settled;
    const { model } = this.situations;
    const { worth } = schemeOf(here.store);
    const writers = this.source.writers(here.index).filter((writer) => {
      const step = model.operations[writer.operation]?.steps[writer.step];
      return step !== undefined && (step.access === 'read' || worth.concerns(settled, step, answer, question));
    });
    for (const writer of writers) for (const write of this.before(writer, settled)) if (!visit(write)) return;
    // The state that the request meets may last while both requests are issued.
    const states = met === settled || unnoticed.includes(met) ? [settled, ...unnoticed] : [settled, ...unnoticed, met];
    for (const writer of writers) {
      if (here.world.isSilent(writer.client)) continue;
      for (const state of states) {
        const when = this.situations.timeOf(state);
        const carriers = this.carriers(state, writer, when, assignment);
        for (const write of this.of(state, writer, when, carriers)) if (!visit(write)) return;
      }
    }
    for (const write of this.source.carried(here.index)) if (!visit(write)) return;
  }

  /** The writer of the source that can get the same writes acknowledged as this one. */
  counterpart(store: number, writer: Writer): Writer | undefined {
    const { model } = this.situations;
    const ofStep = ((this.counterparts[writer.operation] ??= [])[writer.step] ??= new Map());
    if (!ofStep.has(writer.client)) ofStep.set(writer.client, this.writersByKey(store).get(writerKey(model, writer)));
    return ofStep.get(writer.client);
  }

  /**
   * The writes of one writer of the source that may have been acknowledged just before the break, if it settles like
   * this.
   */
  before(writer: Writer, { here, scenario: { former } }: StoreState): AcknowledgedWrite[] {
    const possible = this.lastWrites(here.index).get(writer) ?? [];
    return possible.filter(({ leader }) => leader === former).map(({ write }) => write);
  }

  /** The acknowledged writes that are possible for one writer's step while its store is in one state. */
  private of(state: StoreState, writer: Writer, when: WhenWritten, carriers: readonly Carrier[]): AcknowledgedWrite[] {
    const { operation, client } = writer;
    const step = this.situations.model.operations[operation]?.steps[writer.step];
    if (step === undefined) return [];
    return carriers.flatMap(({ issuer, refusedBy }) =>
      this.nearest.routes(state, step, issuer).flatMap((route): AcknowledgedWrite[] => {
        const answer = request(state, step, issuer, route);
        if (answer.kind !== 'answered') return [];
        if (step.access === 'read') return this.shownBy(state, writer, answer.served, when);
        const write = acknowledgedBy(answer, state, { operation, client, when });
        return [refusedBy === 0 ? write : { ...write, refusedBy: write.refusedBy | refusedBy }];
      }),
    );
  }

  /** As if the steps before it had succeeded. */
  private byItself(state: StoreState, writer: Writer, when: WhenWritten): AcknowledgedWrite[] {
    const isDirect = this.situations.model.operations[writer.operation]?.through === undefined;
    const carriers = isDirect ? itself(writer) : this.carriers(state, writer, when, UNASSIGNED);
    return this.of(state, writer, when, carriers);
  }

  /** All that may issue the writer's step after the steps before it have succeeded; a client issues its own steps. */
  private carriers(state: StoreState, writer: Writer, when: WhenWritten, assignment: Assignment): readonly Carrier[] {
    const operation = this.situations.model.operations[writer.operation];
    if (operation?.through === undefined)
      return this.earlierStepsSucceed(state, writer, when, assignment) ? itself(writer) : [];
    const sent = { operation, client: writer.client, step: writer.step };
    const elsewhere = this.elsewhere(state, when, assignment);
    return this.serving(state, servicesOf(this.situations.model, operation), when, elsewhere).flatMap((serves) =>
      carriersThrough(this.nearest, state, sent, { elsewhere, serves }),
    );
  }

  /** Which instances serve while a store is in this state, in each possible case. */
  private serving(
    state: StoreState,
    services: readonly Service[],
    when: WhenWritten,
    elsewhere: Elsewhere,
  ): readonly Serves[] {
    const { requirements, servedBefore } = this.situations;
    const stores = requirements.storesOfServices(services);
    if (when === 'before') return [servedBefore];
    const states = stores.map((store) =>
      (store === state.here.index ? [state] : elsewhere(store)).map((one) => [store, one] as const),
    );
    const now = oneOfEach(states).map((pairs) => {
      const met = new Map(pairs);
      return requirements.serves(state.here.world, (store) => met.get(store));
    });
    return stores.length > 0 && this.situations.mixesPhases(when) ? [...now, servedBefore] : now;
  }

  /**
   * The possible answers of a read, as the writes that it shows. The leader or primary shows every write that it
   * acknowledged, and none before. Otherwise a single one of the copies may have had the write, unless the read has
   * written it back to the other copies that it asked.
   */
  private shownBy(
    state: StoreState,
    { operation, client }: Writer,
    read: Extract<Answer, { kind: 'answered' }>['served'],
    when: WhenWritten,
  ): AcknowledgedWrite[] {
    const { here, scenario } = state;
    if (read.authority) {
      const shown = (this.situations.writers[here.index] ?? []).flatMap((writer) => this.byItself(state, writer, when));
      return shown.filter(({ home }) => home === read.home);
    }
    const { former, promoted } = scenario;
    const { core, demands } = read.family;
    const isRepaired = schemeOf(here.store).worth.writesBack?.(here.store) === true;
    const copies = demands.reduce((mask, { pool }) => mask | pool, core);
    const family = isRepaired ? read.family : withAny(0, copies, 1);
    const home = when === 'during' && promoted >= 0 && here.connected(promoted, read.home) ? promoted : former;
    const { fallback } = read;
    return [{ operation, client, when, family, home, fallback, early: isEarly(scenario), refusedBy: 0 }];
  }

  /** The writes that the writers of this source can get acknowledged, or can be shown, in one world. */
  inWorld(world: World, store: number): AcknowledgedWrite[] {
    return this.situations
      .of(this.situations.storeIn(world, store))
      .flatMap(({ met }) =>
        this.source
          .writers(store)
          .flatMap((writer) => (world.isSilent(writer.client) ? [] : this.byItself(met, writer, 'during'))),
      );
  }

  /**
   * Can the steps before a composite operation's step succeed, so that the step is sent? `state` is that of the
   * step's own store. A store that is not assigned may be in any situation.
   */
  private earlierStepsSucceed(state: StoreState, writer: Writer, when: WhenWritten, assignment: Assignment): boolean {
    if (writer.step === 0) return true;
    const steps = this.situations.model.operations[writer.operation]?.steps.slice(0, writer.step) ?? [];
    const succeed = (at: StoreState): boolean => this.getsTo(at, writer);
    const elsewhere = this.elsewhere(state, when, assignment);
    return storesOf(steps).every((store) =>
      store === state.here.index ? succeed(state) : elsewhere(store).some(succeed),
    );
  }

  /** The states that another store may be in while the store of this state is in it. */
  private elsewhere(state: StoreState, when: WhenWritten, assignment: Assignment): Elsewhere {
    const { situations } = this;
    return (store) => {
      const assigned = assignment.get(store);
      // Until the break is noticed, one request may meet another situation than the next.
      const mixes = situations.mixesPhases(when);
      if (assigned !== undefined && !mixes) return [assigned.met];
      const there = situations.storeIn(state.here.world, store);
      return situations
        .of(there, { unnoticed: mixes }, mixes ? UNASSIGNED : assignment)
        .flatMap(({ met, unnoticed }) => [met, ...(mixes ? unnoticed : [])]);
    };
  }

  /**
   * Are all steps before this one answered that ask the store of the state? Each step is judged once for all later
   * steps.
   */
  private getsTo(at: StoreState, { operation, step: end, client }: Writer): boolean {
    const { model } = this.situations;
    const steps = model.operations[operation]?.steps ?? [];
    const ofState = this.progress.get(at) ?? new Map<number, Progress>();
    this.progress.set(at, ofState);
    const key = operation * model.vertices.length + client;
    const far = ofState.get(key) ?? { answered: 0, isStuck: false };
    ofState.set(key, far);
    while (far.answered < end && !far.isStuck) {
      const step = steps[far.answered];
      if (step?.store === at.here.index && !this.isAnswered(at, step, client)) far.isStuck = true;
      else far.answered++;
    }
    return far.answered >= end;
  }

  private isAnswered(state: StoreState, step: Step, client: VertexId): boolean {
    return this.nearest
      .routes(state, step, client)
      .some((route) => request(state, step, client, route).kind === 'answered');
  }

  /**
   * Does the whole operation succeed on the healthy network under this leader? An operation that ends half done was not
   * acknowledged.
   */
  completes(operation: number, client: VertexId, store: number, leader: number): boolean {
    const { steps, through } = this.situations.model.operations[operation] ?? { steps: [] };
    if (steps.length < 2 && through === undefined) return true;
    const end: Writer = { operation, step: steps.length, client };
    return this.situations
      .onHealthyNetwork(store)
      .some((state) => state.scenario.leader === leader && this.carriers(state, end, 'before', UNASSIGNED).length > 0);
  }
}

/** A client that issues its steps itself. */
function itself({ client }: Writer): readonly Carrier[] {
  return [{ issuer: client, refusedBy: 0 }];
}

/** The acknowledged write of an answer to a write step. */
export function acknowledgedBy(
  { served: { family, home, fallback }, refusedBy }: Extract<Answer, { kind: 'answered' }>,
  { scenario }: StoreState,
  who: Pick<AcknowledgedWrite, 'operation' | 'client' | 'when'>,
): AcknowledgedWrite {
  return { ...who, family, home, fallback, early: isEarly(scenario), refusedBy };
}
