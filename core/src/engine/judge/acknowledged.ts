import type { Step, VertexId } from '../../model/model.js';
import { nearestFirst } from '../../network/topology.js';
import type { World } from '../../network/world.js';
import { withAny } from '../family.js';
import { schemeOf } from '../replication/index.js';
import type { AcknowledgedWrite, AnsweredRead, StoreState, WhenWritten } from '../replication/scheme.js';
import { type Answer, request } from '../request.js';
import { type Assignment, isEarly, perStore, type Situation, type Situations, storesOf } from './situations.js';
import { type WriteSource, type Writer, writerKey } from './writers.js';

/** Everybody may be in any situation: nothing is assigned. */
const UNASSIGNED: Assignment = new Map();

/** `answered`: how many steps were looked at and found answered, those of other stores counted. */
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
  /** A write is compared as the read that would be answered by the replicas that have it. */
  readonly answer: AnsweredRead;
  readonly question: 'missed' | 'diverges';
}

/**
 * Which writes may have been acknowledged, and which requests are answered.
 *
 * A write exists where its request is answered. That of a composite operation's later step is sent only where the steps
 * in front succeed, which are requests themselves, to stores that may be in other situations: `stepsInFrontSucceed`
 * answers that with a look at each of these stores, and ends there.
 */
export class Acknowledged {
  /** As in `WriteSource`. */
  readonly outlivesHeal: boolean;
  private readonly nearest: (store: number) => ReadonlyMap<VertexId, readonly number[]>;
  private readonly writersByKey: (store: number) => ReadonlyMap<string, Writer>;
  /** By operation and step, for each client: keys are long, and the question is asked under each fault. */
  private readonly counterparts: Map<VertexId, Writer | undefined>[][] = [];
  /** How far an operation of a client gets while a store is in one state, as far as that was asked. */
  private readonly progress = new WeakMap<StoreState, Map<number, Progress>>();
  /** What may be acknowledged just before the break, with the leader that it depends on. */
  private readonly lastWrites: (
    store: number,
  ) => ReadonlyMap<Writer, readonly { readonly leader: number; readonly write: AcknowledgedWrite }[]>;

  constructor(
    private readonly situations: Situations,
    private readonly source: WriteSource,
    /** False: the run starts with the break, nothing was acknowledged before it. */
    withLastWrites: boolean,
  ) {
    const { model, topology } = situations;
    this.outlivesHeal = source.outlivesHeal;
    this.nearest = perStore(model, (store, s) => {
      const clients = new Set(
        model.operations.flatMap(({ clients: issuers, steps }) =>
          steps.some((step) => step.store === s) ? issuers : [],
        ),
      );
      return new Map(
        [...clients].map((client) => [
          client,
          nearestFirst(topology, client, store.replicas).map((replica) => store.replicas.indexOf(replica)),
        ]),
      );
    });
    this.writersByKey = perStore(
      model,
      // Of several with one key the first counts.
      (_, s) => new Map([...source.writers(s)].reverse().map((writer) => [writerKey(model, writer), writer])),
    );
    this.lastWrites = perStore(
      model,
      (_, s) =>
        new Map(
          source
            .writers(s)
            .map((writer) => [
              writer,
              (withLastWrites ? situations.onHealthyNetwork(s) : []).flatMap((state) =>
                this.of(state, writer, 'before').map((write) => ({ leader: state.scenario.leader, write })),
              ),
            ]),
        ),
    );
  }

  /** The orders in which a client may ask the replicas of a store. */
  routes(state: StoreState, step: Step, client: VertexId): readonly (readonly number[])[] {
    const { store, index } = state.here;
    return schemeOf(store).requests.routes(state, step, this.nearest(index).get(client) ?? []);
  }

  /**
   * Visits every write of the store that may have been acknowledged, those before the break first, until `visit` says
   * that it is enough by answering false.
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
    // A state that is met may last while both are issued.
    const states = met === settled || unnoticed.includes(met) ? [settled, ...unnoticed] : [settled, ...unnoticed, met];
    for (const writer of writers) {
      if (here.world.isSilent(writer.client)) continue;
      for (const state of states) {
        const when = this.situations.timeOf(state.scenario);
        if (!this.stepsInFrontSucceed(state, writer, when, assignment)) continue;
        for (const write of this.of(state, writer, when)) if (!visit(write)) return;
      }
    }
    for (const write of this.source.carried(here.index)) if (!visit(write)) return;
  }

  /** The writer of the source that can get the same acknowledged as this one. */
  counterpart(store: number, writer: Writer): Writer | undefined {
    const { model } = this.situations;
    const ofStep = ((this.counterparts[writer.operation] ??= [])[writer.step] ??= new Map());
    if (!ofStep.has(writer.client)) ofStep.set(writer.client, this.writersByKey(store).get(writerKey(model, writer)));
    return ofStep.get(writer.client);
  }

  /** What one writer of the source may have got acknowledged just before the break, if it settles like this. */
  before(writer: Writer, { here, scenario: { former } }: StoreState): AcknowledgedWrite[] {
    const possible = this.lastWrites(here.index).get(writer) ?? [];
    return possible.filter(({ leader }) => leader === former).map(({ write }) => write);
  }

  /**
   * What one writer's step can get acknowledged while its store is in one state. Before the break the steps in front
   * must have succeeded; during it the caller has to ask.
   */
  private of(state: StoreState, writer: Writer, when: WhenWritten): AcknowledgedWrite[] {
    const { operation, client } = writer;
    const step = this.situations.model.operations[operation]?.steps[writer.step];
    if (step === undefined) return [];
    if (when === 'before' && !this.stepsInFrontSucceed(state, writer, when, UNASSIGNED)) return [];
    return this.routes(state, step, client).flatMap((route): AcknowledgedWrite[] => {
      const answer = request(state, step, client, route);
      if (answer.kind !== 'answered') return [];
      if (step.access === 'read') return this.shownBy(state, writer, answer.served, when);
      return [acknowledgedBy(answer, state, { operation, client, when })];
    });
  }

  /**
   * What a read can have answered, as the writes that it shows. The leader or primary shows everything that it
   * acknowledged, and nothing before it did. Of other copies a single one may have had it, unless the read has brought
   * it to the other copies that it asked.
   */
  private shownBy(
    state: StoreState,
    { operation, client }: Writer,
    read: Extract<Answer, { kind: 'answered' }>['served'],
    when: WhenWritten,
  ): AcknowledgedWrite[] {
    const { here, scenario } = state;
    if (read.authority) {
      const shown = (this.situations.writers[here.index] ?? []).flatMap((writer) => this.of(state, writer, when));
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

  /** What the writers of this source can get acknowledged, or can be answered, in one world. */
  inWorld(world: World, store: number): AcknowledgedWrite[] {
    return this.situations
      .of(this.situations.storeIn(world, store))
      .flatMap(({ met }) =>
        this.source
          .writers(store)
          .flatMap((writer) => (world.isSilent(writer.client) ? [] : this.of(met, writer, 'during'))),
      );
  }

  /**
   * Can the steps before a composite operation's step succeed, so that the step is sent? `state` is that of the
   * step's own store. A store that is not assigned may be in any situation.
   */
  private stepsInFrontSucceed(state: StoreState, writer: Writer, when: WhenWritten, assignment: Assignment): boolean {
    if (writer.step === 0) return true;
    const { situations } = this;
    const steps = situations.model.operations[writer.operation]?.steps.slice(0, writer.step) ?? [];
    const succeed = (at: StoreState): boolean => this.getsTo(at, writer);
    return storesOf(steps).every((store) => {
      if (store === state.here.index) return succeed(state);
      const assigned = assignment.get(store);
      // Until the break is noticed, one request may meet a store otherwise than the next.
      const mixes = situations.mixesPhases(when);
      if (assigned !== undefined && !mixes) return succeed(assigned.met);
      const there = situations.storeIn(state.here.world, store);
      return situations
        .of(there, { unnoticed: mixes })
        .some(({ met, unnoticed }) => [met, ...(mixes ? unnoticed : [])].some(succeed));
    });
  }

  /** Are all steps before this one answered that ask the store of the state? Each is looked at once for all of them. */
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
    return this.routes(state, step, client).some((route) => request(state, step, client, route).kind === 'answered');
  }

  /**
   * Does the whole operation succeed on the healthy network under this leader? One that ends half done was not
   * acknowledged.
   */
  completes(operation: number, client: VertexId, store: number, leader: number): boolean {
    const steps = this.situations.model.operations[operation]?.steps ?? [];
    if (steps.length < 2) return true;
    const end: Writer = { operation, step: steps.length, client };
    return this.situations
      .onHealthyNetwork(store)
      .some((state) => state.scenario.leader === leader && this.stepsInFrontSucceed(state, end, 'before', UNASSIGNED));
  }
}

/** The write behind an answer to a write step. */
export function acknowledgedBy(
  { served: { family, home, fallback }, refusedBy }: Extract<Answer, { kind: 'answered' }>,
  { scenario }: StoreState,
  who: Pick<AcknowledgedWrite, 'operation' | 'client' | 'when'>,
): AcknowledgedWrite {
  return { ...who, family, home, fallback, early: isEarly(scenario), refusedBy };
}
