import type { VertexId } from '../../model/model.js';
import type { World } from '../../network/world.js';
import type { Mask } from '../family.js';
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
import type { Carrier } from './carriers.js';
import { ByIdentity } from './byIdentity.js';
import { InRun } from './inRun.js';
import { Issuers, itself, UNASSIGNED } from './issuers.js';
import type { Nearest } from './nearest.js';
import { perStore } from './perStore.js';
import { type Who, writesShownBy } from './shownWrites.js';
import { type Assignment, isEarly, type Situation, type Situations } from './situations.js';
import { type WriteSource, type Writer, alikeKey } from './writers.js';

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
 * The writes that may have been acknowledged, and the requests that are answered. A write exists if its request is
 * answered; a later step of a composite operation is sent only if the steps before it succeed (`issuers.ts`).
 */
export class Acknowledged {
  /** As in `WriteSource`. */
  readonly outlivesHeal: boolean;
  readonly nearest: Nearest;
  private readonly writersByKey: (store: number) => ReadonlyMap<string, Writer>;
  /** By operation and step, for each client: kept because keys are long, and the question is asked under each fault. */
  private readonly counterparts: Map<VertexId, Writer | undefined>[][] = [];
  private readonly issuers: Issuers;
  /** By the state of the store, the writer, the time, and the situations of other stores that decide. */
  private readonly takenInRun = new InRun(() => new ByIdentity<readonly TakenWrite[]>());
  /** The same by state and writer, where no other store decides. */
  private readonly takenAtOnceInRun = new InRun(() => new Map<StoreState, Map<Writer, readonly TakenWrite[]>>());
  /** The states on the healthy network in which a whole operation of a client succeeds, by store. */
  private readonly completed = new ByIdentity<readonly StoreState[]>();
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
    this.issuers = new Issuers(situations);
    this.writersByKey = perStore(
      model,
      // Of several writers with one key, the first counts.
      (_, s) => new Map([...source.writers(s)].reverse().map((writer) => [alikeKey(model, writer), writer])),
    );
    this.lastWrites = perStore(
      model,
      (_, s) =>
        new Map(
          source.writers(s).map((writer) => [
            writer,
            (withLastWrites ? situations.onHealthyNetwork(s) : []).flatMap((state) =>
              this.taken(state, writer, 'before', this.issuers.of(state, writer, 'before', UNASSIGNED)).map(
                (write) => ({
                  past: state.scenario,
                  write,
                }),
              ),
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
    const writers: Writer[] = [];
    for (const writer of this.source.writers(here.index)) {
      const step = model.operations[writer.operation]?.steps[writer.step];
      if (step === undefined || (step.access === 'write' && !worth.concerns(settled, step, answer, question))) continue;
      writers.push(writer);
      for (const { past, write } of this.lastWrites(here.index).get(writer) ?? [])
        if (isAcknowledged(write) && isBefore(past, settled.scenario) && !visit(write)) return;
    }
    // The state that the request meets may last while both requests are issued.
    const all = met === settled || unnoticed.includes(met) ? [settled, ...unnoticed] : [settled, ...unnoticed, met];
    // A write that a read misses was acknowledged before it; two writes that are in conflict came in either order.
    const states = question === 'missed' ? statesBefore(at, answer, all) : all;
    for (const writer of writers) {
      if (here.world.isSilent(writer.client)) continue;
      for (const state of states) {
        const when = this.situations.timeOf(state);
        for (const write of this.takenIn(state, writer, when, assignment))
          if (isAcknowledged(write) && !visit(write)) return;
      }
    }
    for (const write of this.source.carried(here.index)) if (!visit(write)) return;
  }

  /**
   * Visits every write of the store that replicas may have taken in before a read is answered, acknowledged or not,
   * those before the break first, until `visit` answers false.
   */
  eachTaken({ assignment, at, answer }: Omit<Compared, 'question'>, visit: (write: TakenWrite) => boolean): void {
    const { met, settled } = at;
    const { here } = settled;
    const writers = this.source.writers(here.index);
    for (const writer of writers) for (const write of this.lastOf(writer, settled)) if (!visit(write)) return;
    const all = [...new Set([settled, ...this.situations.unnoticedIn(at), met])];
    const states = statesBefore(at, answer, all);
    for (const writer of writers) {
      if (here.world.isSilent(writer.client)) continue;
      for (const state of states) {
        const when = this.situations.timeOf(state);
        for (const write of this.takenIn(state, writer, when, assignment)) if (!visit(write)) return;
      }
    }
  }

  /** A writer of the source that can get the same writes acknowledged as this one, of a client that is alike. */
  counterpart(store: number, writer: Writer): Writer | undefined {
    const { model } = this.situations;
    const ofStep = ((this.counterparts[writer.operation] ??= [])[writer.step] ??= new Map());
    if (!ofStep.has(writer.client)) ofStep.set(writer.client, this.writersByKey(store).get(alikeKey(model, writer)));
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

  /** As `taken`, by all that may issue the writer's step in this assignment. */
  private takenIn(state: StoreState, writer: Writer, when: WhenWritten, assignment: Assignment): readonly TakenWrite[] {
    if (writer.step === 0 && this.situations.model.operations[writer.operation]?.through === undefined)
      return this.takenAtOnce(state, writer, when);
    // While phases mix, other stores may be in any situation.
    const given = this.situations.mixesPhases(when) ? [] : assignment.values();
    return this.takenInRun
      .of(state.here.world)
      .of([state, writer, when, ...given], () =>
        this.taken(state, writer, when, this.issuers.of(state, writer, when, assignment)),
      );
  }

  /** Of a client's first step, which is sent whatever other stores are in. The state says what time it is. */
  private takenAtOnce(state: StoreState, writer: Writer, when: WhenWritten): readonly TakenWrite[] {
    const known = this.takenAtOnceInRun.of(state.here.world);
    let ofState = known.get(state);
    if (ofState === undefined) known.set(state, (ofState = new Map<Writer, readonly TakenWrite[]>()));
    let found = ofState.get(writer);
    if (found === undefined) ofState.set(writer, (found = this.taken(state, writer, when, itself(writer))));
    return found;
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
    const { isSettled } = this.nearest;
    const writes: TakenWrite[] = [];
    for (const { issuer, refusedBy, isHeard } of carriers)
      for (const route of this.nearest.routes(state, step, issuer))
        for (const answer of request(state, step, { client: issuer, route, isSettled })) {
          const taken = answer.kind === 'answered' ? answer : answer.taken;
          if (taken === undefined) continue;
          if (step.access === 'read') {
            if (isHeard) writes.push(...writesShownBy(taken.served, state, who, () => this.everyWrite(state, when)));
          } else {
            const isAnswered = answer.kind === 'answered' && isHeard;
            writes.push(takenBy(taken, state, who, { refusedBy, isAcknowledged: isAnswered }));
          }
        }
    return writes;
  }

  /** As if the steps before it had succeeded. */
  private byItself(state: StoreState, writer: Writer, when: WhenWritten): AcknowledgedWrite[] {
    const isDirect = this.situations.model.operations[writer.operation]?.through === undefined;
    const carriers = isDirect ? itself(writer) : this.issuers.of(state, writer, when, UNASSIGNED);
    return this.of(state, writer, when, carriers);
  }

  /** Every write to the store that may have been acknowledged in its state. */
  private everyWrite(state: StoreState, when: WhenWritten): AcknowledgedWrite[] {
    const writers = this.situations.writers[state.here.index] ?? [];
    return writers.flatMap((writer) => this.byItself(state, writer, when));
  }

  /** The writes that the writers of this source can get acknowledged, or can be shown, in one world. */
  inWorld(world: World, store: number): AcknowledgedWrite[] {
    return [...this.situations.of(this.situations.storeIn(world, store))].flatMap(({ met }) =>
      this.source
        .writers(store)
        .flatMap((writer) => (world.isSilent(writer.client) ? [] : this.byItself(met, writer, 'during'))),
    );
  }

  /**
   * Does the whole operation succeed on the healthy network if the store settles like this? An operation that ends half
   * done was not acknowledged.
   */
  completes(operation: number, client: VertexId, { here: { index: store }, scenario }: StoreState): boolean {
    const { steps, through } = this.situations.model.operations[operation] ?? { steps: [] };
    if (steps.length < 2 && through === undefined) return true;
    const end: Writer = { operation, step: steps.length, client };
    const pasts = this.completed.of([store, operation, client], () =>
      this.situations
        .onHealthyNetwork(store)
        .filter((past) => this.issuers.of(past, end, 'before', UNASSIGNED).some(({ isHeard }) => isHeard)),
    );
    return pasts.some((past) => isBefore(past.scenario, scenario));
  }
}

/** Of the states that a store may be in at some time, those that it may have been in before a read was answered. */
function statesBefore(
  { earlier }: Situation,
  { unaware, home }: AnsweredRead,
  all: readonly StoreState[],
): readonly StoreState[] {
  // One that has not noticed the break goes on as before, whatever the stores that it requires are in.
  return earlier === undefined || ((unaware >> home) & 1) === 1 ? all : earlier;
}

/** The acknowledged write of an answer to a write step. */
export function acknowledgedBy(taken: Taken, state: StoreState, who: Who): AcknowledgedWrite {
  return takenBy(taken, state, who, { refusedBy: 0, isAcknowledged: true });
}

/** Besides those that refused the request, others may have refused its operation before. */
function takenBy<Is extends boolean>(
  { served: { family, home, fallback }, refusedBy }: Taken,
  { scenario }: StoreState,
  { operation, client, when }: Who,
  before: { readonly refusedBy: Mask; readonly isAcknowledged: Is },
): TakenWrite & { readonly isAcknowledged: Is } {
  return {
    operation,
    client,
    when,
    family,
    home,
    fallback,
    early: isEarly(scenario),
    refusedBy: refusedBy | before.refusedBy,
    isAcknowledged: before.isAcknowledged,
  };
}

function isAcknowledged(write: TakenWrite): write is AcknowledgedWrite {
  return write.isAcknowledged;
}
