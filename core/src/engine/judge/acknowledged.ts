import type { Service, VertexId } from '../../model/model.js';
import type { World } from '../../network/world.js';
import { schemeOf } from '../replication/index.js';
import {
  type AcknowledgedWrite,
  type AnsweredRead,
  isBefore,
  type Scenario,
  type StoreState,
  type TakenWrite,
  type WhenWritten,
} from '../replication/scheme.js';
import { request, type Taken } from '../request.js';
import { servicesOf } from './journey.js';
import { type Carrier, carriersThrough, type Elsewhere } from './carriers.js';
import type { Nearest } from './nearest.js';
import { oneOfEach, perStore } from './perStore.js';
import { Progress } from './progress.js';
import type { Serves } from './requirements.js';
import { type Who, writesShownBy } from './shownWrites.js';
import { type Assignment, isEarly, type Situation, type Situations, storesOf } from './situations.js';
import { type WriteSource, type Writer, writerKey } from './writers.js';

/** No store is assigned: each may be in any situation. */
const UNASSIGNED: Assignment = new Map();

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
  readonly nearest: Nearest;
  private readonly writersByKey: (store: number) => ReadonlyMap<string, Writer>;
  /** By operation and step, for each client: kept because keys are long, and the question is asked under each fault. */
  private readonly counterparts: Map<VertexId, Writer | undefined>[][] = [];
  private readonly progress: Progress;
  /** The writes that may be taken in just before the break, each with the scenario that it depends on. */
  private readonly lastWrites: (
    store: number,
  ) => ReadonlyMap<Writer, readonly { readonly past: Scenario; readonly write: TakenWrite }[]>;

  constructor(
    private readonly situations: Situations,
    private readonly source: WriteSource,
    /** False: the run starts with the break, and no write was acknowledged before it. */
    withLastWrites: boolean,
  ) {
    const { model } = situations;
    this.outlivesHeal = source.outlivesHeal;
    this.nearest = situations.nearest;
    this.progress = new Progress(model, this.nearest);
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
              this.taken(state, writer, 'before', this.carriers(state, writer, 'before', UNASSIGNED)).map((write) => ({
                past: state.scenario,
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

  /**
   * Visits every write of the store that replicas may have taken in before a read is answered, acknowledged or not,
   * those before the break first, until `visit` answers false.
   */
  eachTaken({ assignment, at }: Pick<Compared, 'assignment' | 'at'>, visit: (write: TakenWrite) => boolean): void {
    const { met, settled } = at;
    const { here } = settled;
    const writers = this.source.writers(here.index);
    for (const writer of writers) for (const write of this.lastOf(writer, settled)) if (!visit(write)) return;
    const states = [...new Set([settled, ...this.situations.unnoticedIn(at), met])];
    for (const writer of writers) {
      if (here.world.isSilent(writer.client)) continue;
      for (const state of states) {
        const when = this.situations.timeOf(state);
        const carriers = this.carriers(state, writer, when, assignment);
        for (const write of this.taken(state, writer, when, carriers)) if (!visit(write)) return;
      }
    }
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
  before(writer: Writer, settled: StoreState): AcknowledgedWrite[] {
    return this.lastOf(writer, settled).filter(isAcknowledged);
  }

  /** The same of writes that replicas took in, acknowledged or not. */
  private lastOf(writer: Writer, { here, scenario }: StoreState): TakenWrite[] {
    const possible = this.lastWrites(here.index).get(writer) ?? [];
    return possible.filter(({ past }) => isBefore(past, scenario)).map(({ write }) => write);
  }

  /** As `taken`, with an answer to the client. */
  private of(state: StoreState, writer: Writer, when: WhenWritten, carriers: readonly Carrier[]): AcknowledgedWrite[] {
    return this.taken(state, writer, when, carriers).filter(isAcknowledged);
  }

  /** The writes that replicas may take in for one writer's step while its store is in one state. */
  private taken(state: StoreState, writer: Writer, when: WhenWritten, carriers: readonly Carrier[]): TakenWrite[] {
    const { operation, client } = writer;
    const step = this.situations.model.operations[operation]?.steps[writer.step];
    if (step === undefined) return [];
    const who = { operation, client, when };
    return carriers.flatMap(({ issuer, refusedBy, isHeard }) =>
      this.nearest.routes(state, step, issuer).flatMap((route): TakenWrite[] => {
        const answer = request(state, step, issuer, route);
        const taken = answer.kind === 'answered' ? answer : answer.taken;
        if (taken === undefined) return [];
        if (step.access === 'read')
          return isHeard ? writesShownBy(taken.served, state, who, () => this.everyWrite(state, when)) : [];
        const write = takenBy(taken, state, who);
        const isAnswered = answer.kind === 'answered' && isHeard;
        return [{ ...write, refusedBy: write.refusedBy | refusedBy, isAcknowledged: isAnswered }];
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

  /** Every write to the store that may have been acknowledged in its state. */
  private everyWrite(state: StoreState, when: WhenWritten): AcknowledgedWrite[] {
    const writers = this.situations.writers[state.here.index] ?? [];
    return writers.flatMap((writer) => this.byItself(state, writer, when));
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
    const succeed = (at: StoreState): boolean => this.progress.getsTo(at, writer);
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
   * Does the whole operation succeed on the healthy network if the store settles like this? An operation that ends half
   * done was not acknowledged.
   */
  completes(operation: number, client: VertexId, { here: { index: store }, scenario }: StoreState): boolean {
    const { steps, through } = this.situations.model.operations[operation] ?? { steps: [] };
    if (steps.length < 2 && through === undefined) return true;
    const end: Writer = { operation, step: steps.length, client };
    const pasts = this.situations.onHealthyNetwork(store).filter((past) => isBefore(past.scenario, scenario));
    return pasts.some((past) => this.carriers(past, end, 'before', UNASSIGNED).some(({ isHeard }) => isHeard));
  }
}

/** A client that issues its steps itself. */
function itself({ client }: Writer): readonly Carrier[] {
  return [{ issuer: client, refusedBy: 0, isHeard: true }];
}

/** The acknowledged write of an answer to a write step. */
export function acknowledgedBy(taken: Taken, state: StoreState, who: Who): AcknowledgedWrite {
  return { ...takenBy(taken, state, who), isAcknowledged: true };
}

function takenBy(
  { served: { family, home, fallback }, refusedBy }: Taken,
  { scenario }: StoreState,
  who: Who,
): Omit<TakenWrite, 'isAcknowledged'> {
  return { ...who, family, home, fallback, early: isEarly(scenario), refusedBy };
}

function isAcknowledged(write: TakenWrite): write is AcknowledgedWrite {
  return write.isAcknowledged;
}
