import type { Model, Operation, Step, Store, VertexId } from '../model/model.js';
import { HEALTHY } from '../network/fault.js';
import { nearestFirst, type Topology } from '../network/topology.js';
import { World } from '../network/world.js';
import { CONFLICT_HEAL, CONFLICT_LAG, type Code, ERROR, LOST, OK, STALE_HEAL, STALE_LAG, UNKNOWN } from './code.js';
import type { HowLong, OtherWrite } from './facts.js';
import { withAny } from './family.js';
import { MERGES } from './merge/index.js';
import { SCHEMES } from './replication/index.js';
import type { AcknowledgedWrite, AnsweredRead, Scenario, Scheme, WhenWritten } from './replication/scheme.js';
import { request } from './request.js';
import { StoreWorld } from './storeWorld.js';

/** Why a code can occur. The sentence is made only when somebody reads it. */
export interface Detail {
  readonly step: number;
  readonly reason: () => string;
  readonly heal?: () => string;
  readonly other?: OtherWrite;
  readonly halfDone?: readonly number[];
  /** Where it is ok: which data replica served it, and whether by itself, outside the scheme. */
  readonly served?: Server;
}

type Server = Pick<AcknowledgedWrite, 'home' | 'fallback'>;

/** Takes every code that can occur. */
export interface Sink {
  /**
   * True: every reason is wanted, the most telling one last for each code; false: the first that proves a code will do.
   */
  readonly thorough: boolean;
  add(code: Code, detail: Detail): void;
}

/**
 * `settled`: failover and step-down, where the scheme has them, are over. `detecting`: before that. Some have noticed
 * the break and others have not, so that all that is possible once it has settled is possible already.
 */
export type Phase = 'detecting' | 'settled';

/** A write step of some operation, from one of its clients: something that may be missed or be in conflict. */
export interface Writer {
  readonly operation: number;
  readonly step: number;
  readonly client: VertexId;
}

/** What one client does with one store, one thing after the other. */
export interface Session {
  readonly store: number;
  /** Its writes, or its reads, which stand for what they answered. */
  readonly steps: readonly Writer[];
  /** What it brings along from other faults than the one that is judged. */
  readonly carried: readonly AcknowledgedWrite[];
}

/**
 * Judges one operation from one client in one world. Everything that does not depend on the fault – who writes to what,
 * who asks whom first, what is acknowledged on the healthy network – is computed once.
 */
export class Judge {
  readonly topology: Topology;
  private readonly healthy: World;
  /** Per store. */
  readonly writers: readonly (readonly Writer[])[];
  private readonly allWriters: readonly (readonly Writer[])[];
  /**
   * Per store: do steps of other stores come before one that writes it? Where these are served longer while nobody has
   * noticed, so is the write.
   */
  private readonly isWrittenBehindOthers: readonly boolean[];
  // Worked out for a store when somebody asks: after an edit, the results about most stores are known.
  private readonly nearest: (store: number) => ReadonlyMap<VertexId, readonly number[]>;
  private readonly healthyLeaders: (store: number) => readonly number[];
  /** Per writer: what may be acknowledged just before the break, with the leader that it depends on. */
  private readonly before: (
    store: number,
  ) => readonly { readonly leader: number; readonly write: AcknowledgedWrite }[][];

  constructor(
    private readonly model: Model,
    topology: Topology,
    /** False: the run starts with the break, nothing was acknowledged before it. */
    withLastWrites: boolean,
    private readonly phase: Phase = 'settled',
    /** What one session did, instead of all writes. */
    private readonly session?: Session,
  ) {
    this.topology = topology;
    this.healthy = new World(topology, HEALTHY, 0);
    this.allWriters = distinctWriters(model);
    this.writers =
      session === undefined ? this.allWriters : model.stores.map((_, s) => (s === session.store ? session.steps : []));
    this.isWrittenBehindOthers = this.allWriters.map((writers, s) =>
      writers.some(
        ({ operation, step }) =>
          model.operations[operation]?.steps.slice(0, step).some(({ store }) => store !== s) === true,
      ),
    );
    this.nearest = perStore(model, (store, s) => {
      const clients = new Set(
        model.operations.flatMap((operation) =>
          operation.steps.some((step) => step.store === s) ? operation.clients : [],
        ),
      );
      return new Map(
        [...clients].map((client) => [
          client,
          nearestFirst(topology, client, store.replicas).map((r) => store.replicas.indexOf(r)),
        ]),
      );
    });
    const healthy = this.healthy;
    this.healthyLeaders = perStore(model, (store, s) => {
      const here = new StoreWorld(healthy, store, s);
      return [
        ...new Set(
          this.scheme(s)
            .scenarios(here, [])
            .map((scenario) => scenario.leader),
        ),
      ].filter((leader) => leader >= 0);
    });
    this.before = perStore(model, (store, s) => {
      const here = new StoreWorld(healthy, store, s);
      return (this.writers[s] ?? []).map((writer) =>
        (withLastWrites ? this.scheme(s).scenarios(here, []) : []).flatMap((scenario) =>
          this.acknowledged(here, scenario, writer, 'before').map((write) => ({ leader: scenario.leader, write })),
        ),
      );
    });
  }

  /** Adds every code that can occur for the operation from the client; nothing for a silent client. */
  judge(world: World, operationIndex: number, client: VertexId, sink: Sink): void {
    const operation = this.model.operations[operationIndex];
    if (operation === undefined || world.isSilent(client)) return;
    const stores = [...new Set(operation.steps.map((step) => step.store))];
    const asked = new Set(operation.steps.filter((step) => this.asksWhoLed(step)).map((step) => step.store));
    this.eachAssignment(world, stores, asked, (current) => {
      // Reasons are made later, when the walk over the assignments has gone on: they need one of their own.
      const assignment = sink.thorough ? new Map(current) : current;
      this.duringBreak(assignment, operationIndex, operation, client, sink);
      operation.steps.forEach((step, i) => {
        if (step.access === 'write') this.acknowledgedBefore(assignment, operationIndex, i, client, sink);
      });
    });
  }

  /**
   * Adds every code that one step can have by itself, as if the steps in front of it had succeeded; nothing for a
   * silent client.
   */
  judgeStep(world: World, operationIndex: number, i: number, client: VertexId, sink: Sink): void {
    const operation = this.model.operations[operationIndex];
    const step = operation?.steps[i];
    if (operation === undefined || step === undefined || world.isSilent(client)) return;
    this.eachAssignment(world, [step.store], new Set(this.asksWhoLed(step) ? [step.store] : []), (current) => {
      const assignment = sink.thorough ? new Map(current) : current;
      this.stepOutcomes(assignment, operationIndex, operation, i, client, sink.thorough).forEach((detail, code) => {
        if (detail !== undefined) sink.add(code as Code, detail);
      });
      if (step.access === 'write') this.acknowledgedBefore(assignment, operationIndex, i, client, sink);
    });
  }

  /** What its session can get acknowledged, or can be answered, in one world. */
  sessionIn(world: World): AcknowledgedWrite[] {
    const store = this.model.stores[this.session?.store ?? -1];
    if (this.session === undefined || store === undefined) return [];
    const { steps } = this.session;
    return this.situations(this.storeWorld(world, store, this.session.store)).flatMap(({ here, scenario }) =>
      steps.flatMap((step) => (world.isSilent(step.client) ? [] : this.acknowledged(here, scenario, step, 'during'))),
    );
  }

  private asksWhoLed(step: Step): boolean {
    const store = this.model.stores[step.store];
    return store !== undefined && this.scheme(step.store).asksWhoLed?.(store, step) === true;
  }

  /**
   * What may be true of each store of an operation at once: one situation for each. Who led before the break only where
   * it is asked.
   */
  private eachAssignment(
    world: World,
    stores: readonly number[],
    whoLed: ReadonlySet<number>,
    visit: (assignment: Assignment) => void,
  ): void {
    const assignment: Assignment = new Map();
    const assign = (i: number): void => {
      const s = stores[i];
      const store = s === undefined ? undefined : this.model.stores[s];
      if (s === undefined || store === undefined) return visit(assignment);
      for (const situation of this.situations(this.storeWorld(world, store, s), whoLed.has(s))) {
        assignment.set(s, situation);
        assign(i + 1);
      }
    };
    assign(0);
  }

  private storeWorld(world: World, store: Store, s: number): StoreWorld {
    return new StoreWorld(world, store, s, new StoreWorld(this.healthy, store, s));
  }

  private situations(here: StoreWorld, asksWhoLed = false, asksWhatWasUnnoticed = false): readonly Situation[] {
    const scheme = this.scheme(here.index);
    const leaders = this.healthyLeaders(here.index);
    const detects =
      this.phase === 'detecting' ||
      asksWhatWasUnnoticed ||
      scheme.servesLongerUnnoticed(here) ||
      this.isWrittenBehindOthers[here.index] === true;
    const unnoticed = detects ? scheme.unnoticed(here, leaders) : [];
    return scheme.scenarios(here, asksWhoLed || detects ? leaders : []).flatMap((settled): Situation[] => {
      const before = unnoticed.filter(({ former }) => former === settled.former);
      const met =
        this.phase === 'detecting' ? [settled, ...before, ...(scheme.lateToNotice?.(here, settled) ?? [])] : [settled];
      return met.map((scenario) => ({ here, scenario, settled, unnoticed: before }));
    });
  }

  private scheme(store: number): Scheme {
    return SCHEMES[this.model.stores[store]?.replication.scheme ?? 'any'];
  }

  private routes(here: StoreWorld, scenario: Scenario, step: Step, client: VertexId): readonly (readonly number[])[] {
    return this.scheme(here.index).routes(here, scenario, step, this.nearest(here.index).get(client) ?? []);
  }

  /** The operation is issued while the network is broken: its steps in order, the first that fails ends it. */
  private duringBreak(assignment: Assignment, index: number, operation: Operation, client: VertexId, sink: Sink): void {
    /** Per step: who serves it where all goes well. */
    const servers: (Server | undefined)[] = [];
    /** By code; codes that can't occur are left out. */
    let running: Detail[] = [{ step: 0, reason: () => this.okReason(assignment, operation, servers) }];
    const written: number[] = [];
    for (let i = 0; i < operation.steps.length; i++) {
      const outcomes = this.stepOutcomes(assignment, index, operation, i, client, sink.thorough);
      for (const code of [ERROR, UNKNOWN]) {
        const detail = outcomes[code];
        if (detail !== undefined) sink.add(code, written.length > 0 ? { ...detail, halfDone: [...written] } : detail);
        outcomes[code] = undefined;
      }
      servers.push(outcomes[OK]?.served);
      const next: Detail[] = [];
      running.forEach((before, x) => {
        outcomes.forEach((now, y) => {
          if (now !== undefined) next[Math.max(x, y)] ??= x >= y ? before : now;
        });
      });
      running = next;
      if (running.length === 0) return;
      if (operation.steps[i]?.access === 'write') written.push(i);
    }
    running.forEach((detail, code) => sink.add(code as Code, detail));
  }

  /** Every code that one step can have by itself, with why. */
  private stepOutcomes(
    assignment: Assignment,
    index: number,
    operation: Operation,
    i: number,
    client: VertexId,
    thorough: boolean,
  ): (Detail | undefined)[] {
    const outcomes: (Detail | undefined)[] = [];
    const step = operation.steps[i];
    const at = step === undefined ? undefined : assignment.get(step.store);
    if (step === undefined || at === undefined) return outcomes;
    const { here, scenario } = at;
    const scheme = this.scheme(here.index);
    const when = this.timeOf(scenario);
    for (const route of this.routes(here, scenario, step, client)) {
      const answer = request(here, scheme, scenario, step, client, route);
      if (answer.kind !== 'answered') {
        outcomes[answer.kind === 'error' ? ERROR : UNKNOWN] ??= { step: i, reason: answer.reason };
      } else if (step.access === 'read') {
        const unaware =
          scenario.unnoticed === true
            ? (1 << answer.asked) | (1 << answer.served.home)
            : scenario.spared === answer.asked
              ? 1 << answer.asked
              : 0;
        this.judgeRead(assignment, at, { ...answer.served, early: isEarly(scenario), unaware }, i, thorough, outcomes);
      } else {
        const { family, home, fallback } = answer.served;
        this.judgeWrite(
          assignment,
          at,
          {
            operation: index,
            client,
            when,
            family,
            home,
            fallback,
            early: isEarly(scenario),
            refusedBy: answer.refusedBy,
          },
          i,
          thorough,
          outcomes,
        );
      }
    }
    return outcomes;
  }

  /** While the break is being detected, those who have noticed and those who have not act at the same time. */
  private timeOf(scenario: Scenario): WhenWritten {
    const detecting = scenario.unnoticed ?? scenario.electing ?? scenario.spared !== undefined;
    return detecting && this.phase === 'settled' ? 'detecting' : 'during';
  }

  private judgeRead(
    assignment: Assignment,
    at: Situation,
    read: AnsweredRead,
    step: number,
    thorough: boolean,
    outcomes: (Detail | undefined)[],
  ): void {
    const { here, settled } = at;
    const scheme = this.scheme(here.index);
    let worst: Code = OK;
    let found: AcknowledgedWrite | undefined;
    this.eachWrite(assignment, at, read, 'missed', (write) => {
      // Who refused the write knew of the break by then, and would not answer as one who does not.
      if ((write.refusedBy & read.unaware) !== 0) return true;
      // What the heal discards is missed by what the session reads after it.
      const gone = this.session !== undefined && scheme.discarded(here, settled, write);
      const howLong = gone ? 'heal' : scheme.missed(here, settled, write, read);
      if (howLong === undefined) return true;
      const code = howLong === 'heal' ? STALE_HEAL : STALE_LAG;
      // A write that can be issued during the break tells more than one just before it; it comes later in the list.
      if (code > worst || (thorough && code === worst && found?.when === 'before' && write.when === 'during')) {
        worst = code;
        found = write;
      }
      return thorough || code !== STALE_HEAL;
    });
    if (found === undefined) {
      outcomes[OK] ??= { step, served: read, reason: () => 'every acknowledged write is seen' };
      return;
    }
    const missed = found;
    const gone = !scheme.discarded(here, settled, missed)
      ? ''
      : settled.promoted >= 0
        ? 'is discarded'
        : 'is discarded, if the other side wins';
    outcomes[worst] ??= {
      step,
      other: other(missed),
      reason: () => this.staleReason(here, read, missed, worst === STALE_HEAL, gone),
      ...(gone === '' ? {} : { heal: () => `the missing write ${gone}` }),
    };
  }

  private judgeWrite(
    assignment: Assignment,
    at: Situation,
    write: AcknowledgedWrite,
    step: number,
    thorough: boolean,
    outcomes: (Detail | undefined)[],
  ): void {
    const { here, settled } = at;
    const scheme = this.scheme(here.index);
    const isDiscarded = scheme.discarded(here, settled, write);
    if (isDiscarded) outcomes[LOST] ??= { step, reason: () => this.lostReason(here, settled, write) };
    // What is lost is not called a conflict; what else may have become of it can be one.
    const ways = isDiscarded ? (scheme.kept?.(here, settled, write) ?? []) : [write];
    if (ways.length === 0) return;
    let worst: Code = OK;
    let found: AcknowledgedWrite | undefined;
    this.eachWrite(assignment, at, { ...write, authority: false, unaware: 0 }, 'diverges', (rival) => {
      const howLong = worse(ways.map((way) => scheme.diverges(here, settled, way, rival)));
      if (howLong === undefined) return true;
      const code = howLong === 'heal' ? CONFLICT_HEAL : CONFLICT_LAG;
      if (
        code > worst ||
        (thorough && code === worst && found !== undefined && tells(rival, write) > tells(found, write))
      ) {
        worst = code;
        found = rival;
      }
      // Nothing is worse.
      return thorough || code !== CONFLICT_HEAL;
    });
    if (found === undefined) {
      if (!isDiscarded)
        outcomes[OK] ??= { step, served: write, reason: () => 'acknowledged, and it survives the heal' };
      return;
    }
    const rival = found;
    const heal = (): string =>
      scheme.discarded(here, settled, rival)
        ? `the history of ${here.name(settled.promoted)} wins, and ${this.words(rival)} is discarded, though it was acknowledged${rejoins(here, settled)}`
        : MERGES[here.store.merge].atHeal(this.words(write), this.words(rival));
    outcomes[worst] ??= {
      step,
      other: other(rival),
      reason: () => `${this.conflictReason(here, write, rival, worst === CONFLICT_HEAL)}; ${heal()}`,
      heal,
    };
  }

  /** The operation was acknowledged just before the network broke; what becomes of its write. */
  private acknowledgedBefore(
    assignment: Assignment,
    operation: number,
    step: number,
    client: VertexId,
    sink: Sink,
  ): void {
    const s = this.model.operations[operation]?.steps[step]?.store;
    const at = s === undefined ? undefined : assignment.get(s);
    if (s === undefined || at === undefined) return;
    const wanted = writerKey(this.model, { operation, step, client });
    const writer = (this.writers[s] ?? []).findIndex((w) => writerKey(this.model, w) === wanted);
    for (const write of this.beforeWrites(s, writer, at.settled)) {
      if (!this.completes(operation, client, s, at.settled.former)) continue;
      const outcomes: (Detail | undefined)[] = [];
      this.judgeWrite(assignment, at, write, step, sink.thorough, outcomes);
      outcomes.forEach((detail, code) => {
        if (detail !== undefined && code !== OK) sink.add(code as Code, detail);
      });
    }
  }

  /** On the healthy network, all steps: an operation that ends half done was not acknowledged. */
  private completes(operation: number, client: VertexId, s: number, leader: number): boolean {
    const steps = this.model.operations[operation]?.steps ?? [];
    const store = this.model.stores[s];
    if (steps.length < 2 || store === undefined) return true;
    const here = new StoreWorld(this.healthy, store, s);
    const whole: Writer = { operation, step: steps.length, client };
    return this.scheme(s)
      .scenarios(here, [])
      .some((scenario) => scenario.leader === leader && this.canGetTo(new Map(), here, scenario, whole, 'before'));
  }

  private beforeWrites(store: number, writer: number, scenario: Scenario): AcknowledgedWrite[] {
    const possible = this.before(store)[writer] ?? [];
    return possible.filter(({ leader }) => leader === scenario.former).map(({ write }) => write);
  }

  /**
   * Every write of the store that may have been acknowledged, those before the break first, until `visit` says enough.
   */
  private eachWrite(
    assignment: Assignment,
    at: Situation,
    answer: AnsweredRead,
    question: 'missed' | 'diverges',
    visit: (write: AcknowledgedWrite) => boolean,
  ): void {
    const { here, scenario: met, settled, unnoticed } = at;
    const scheme = this.scheme(here.index);
    // A state that is met may last for both.
    const scenarios =
      met === settled || unnoticed.includes(met) ? [settled, ...unnoticed] : [settled, ...unnoticed, met];
    const writers = this.writers[here.index] ?? [];
    const matters = writers.map((writer) => {
      const step = this.model.operations[writer.operation]?.steps[writer.step];
      return step !== undefined && (step.access === 'read' || scheme.concerns(here, settled, step, answer, question));
    });
    for (let w = 0; w < writers.length; w++) {
      if (!matters[w]) continue;
      for (const write of this.beforeWrites(here.index, w, settled)) if (!visit(write)) return;
    }
    for (let w = 0; w < writers.length; w++) {
      const writer = writers[w];
      if (writer === undefined || !matters[w] || here.world.isSilent(writer.client)) continue;
      for (const scenario of scenarios) {
        const when = this.timeOf(scenario);
        if (!this.canGetTo(assignment, here, scenario, writer, when)) continue;
        for (const write of this.acknowledged(here, scenario, writer, when)) if (!visit(write)) return;
      }
    }
    if (this.session?.store !== here.index) return;
    for (const write of this.session.carried) if (!visit(write)) return;
  }

  /** What one writer's step can get acknowledged in one scenario; the steps in front of it are not looked at. */
  private acknowledged(here: StoreWorld, scenario: Scenario, writer: Writer, when: WhenWritten): AcknowledgedWrite[] {
    const operation = this.model.operations[writer.operation];
    const step = operation?.steps[writer.step];
    if (step === undefined) return [];
    if (when === 'before' && !this.canGetTo(new Map(), here, scenario, writer, when)) return [];
    const writes: AcknowledgedWrite[] = [];
    for (const route of this.routes(here, scenario, step, writer.client)) {
      const answer = request(here, this.scheme(here.index), scenario, step, writer.client, route);
      if (answer.kind !== 'answered') continue;
      if (step.access === 'read') {
        writes.push(...this.answeredBy(here, scenario, writer, answer.served, when));
        continue;
      }
      const { family, home, fallback } = answer.served;
      writes.push({
        operation: writer.operation,
        client: writer.client,
        when,
        family,
        home,
        fallback,
        early: isEarly(scenario),
        refusedBy: answer.refusedBy,
      });
    }
    return writes;
  }

  /**
   * What a read can have answered, as the writes that it shows. The leader or primary shows all that it acknowledged,
   * and nothing before it did. Of other copies one may have had it alone, unless the read has brought it to the others
   * that it asked.
   */
  private answeredBy(
    here: StoreWorld,
    scenario: Scenario,
    { operation, client }: Writer,
    read: Omit<AnsweredRead, 'early' | 'unaware'>,
    when: WhenWritten,
  ): AcknowledgedWrite[] {
    if (read.authority) {
      const shown = (this.allWriters[here.index] ?? []).flatMap((writer) =>
        this.acknowledged(here, scenario, writer, when),
      );
      return shown.filter(({ home }) => home === read.home);
    }
    const { former, promoted } = scenario;
    const { core, demands } = read.family;
    const { replication } = here.store;
    const isRepaired = replication.scheme === 'quorum' && replication.readRepair === true;
    const family = isRepaired
      ? read.family
      : withAny(
          0,
          demands.reduce((mask, { pool }) => mask | pool, core),
          1,
        );
    const home = when === 'during' && promoted >= 0 && here.connected(promoted, read.home) ? promoted : former;
    return [{ operation, client, when, family, home, fallback: read.fallback, early: isEarly(scenario), refusedBy: 0 }];
  }

  /**
   * Can the steps in front of a composite operation's write succeed? Stores that are not assigned may be in any
   * scenario.
   */
  private canGetTo(
    assignment: Assignment,
    here: StoreWorld,
    scenario: Scenario,
    writer: Writer,
    when: WhenWritten,
  ): boolean {
    const steps = this.model.operations[writer.operation]?.steps.slice(0, writer.step) ?? [];
    const succeed = (at: StoreWorld, met: Scenario): boolean =>
      steps.every(
        (step) =>
          step.store !== at.index ||
          this.routes(at, met, step, writer.client).some(
            (route) => request(at, this.scheme(at.index), met, step, writer.client, route).kind === 'answered',
          ),
      );
    return [...new Set(steps.map((step) => step.store))].every((s) => {
      if (s === here.index) return succeed(here, scenario);
      const assigned = assignment.get(s);
      // Until the break is noticed, the one request may meet a store otherwise than the other.
      const detects = when === 'detecting' || (when === 'during' && this.phase === 'detecting');
      if (assigned !== undefined && !detects) return succeed(assigned.here, assigned.scenario);
      const store = this.model.stores[s];
      if (store === undefined) return false;
      const there = this.storeWorld(here.world, store, s);
      return this.situations(there, false, detects).some((at) =>
        [at.scenario, ...(detects ? at.unnoticed : [])].some((met) => succeed(there, met)),
      );
    });
  }

  private okReason(assignment: Assignment, operation: Operation, servers: readonly (Server | undefined)[]): string {
    const parts = operation.steps.flatMap((step, i) => {
      const at = assignment.get(step.store);
      if (at === undefined) return [];
      const { home, fallback } = servers[i] ?? { home: at.scenario.leader, fallback: false };
      if (fallback) return [`${at.here.name(home)} answers by itself`];
      return [this.scheme(step.store).strength(at.here, step, home)];
    });
    return [...new Set(parts)].join('; ');
  }

  /** Why an operation works as far as it does, on the healthy network. */
  strength(operation: number): string {
    const found = this.model.operations[operation];
    if (found === undefined) return '';
    let reason = '';
    this.eachAssignment(this.healthy, [...new Set(found.steps.map((step) => step.store))], new Set(), (assignment) => {
      reason ||= this.okReason(assignment, found, []);
    });
    return reason;
  }

  private words(write: AcknowledgedWrite): string {
    const name = this.model.operations[write.operation]?.name ?? '?';
    const client = this.model.vertices[write.client]?.name ?? '?';
    return `${name} from ${client}`;
  }

  private staleReason(
    here: StoreWorld,
    read: AnsweredRead,
    write: AcknowledgedWrite,
    untilHeal: boolean,
    gone: string,
  ): string {
    const who =
      read.authority || read.family.demands.length === 0
        ? here.names(read.authority ? 1 << read.home : read.family.core)
        : `replicas in reach of ${here.name(read.home)}`;
    const acknowledged = WHEN[write.when](write.home === read.home ? 'others' : here.name(write.home));
    const carried = untilHeal ? 'nothing can carry it there until the heal' : 'it is on its way';
    return `${who} can answer without ${this.words(write)}, which ${acknowledged}: ${carried}${gone === '' ? '' : `, and then it ${gone}`}`;
  }

  private conflictReason(
    here: StoreWorld,
    write: AcknowledgedWrite,
    rival: AcknowledgedWrite,
    untilHeal: boolean,
  ): string {
    const acknowledged = WHEN[rival.when](rival.home === write.home ? 'other replicas' : here.name(rival.home));
    const end = untilHeal
      ? 'neither side learns of the other until the heal'
      : 'they meet as soon as they have travelled';
    return `acknowledged by ${here.name(write.home)}${write.when === 'before' ? ' just before the break' : ''} while ${this.words(rival)} ${acknowledged}, ${end}`;
  }

  private lostReason(here: StoreWorld, scenario: Scenario, write: AcknowledgedWrite): string {
    const taken = `${here.name(write.home)} ${write.when === 'before' ? 'acknowledged it just before the break' : 'acknowledges it'}`;
    if (scenario.promoted < 0)
      return `${taken}, and at the heal ${MERGES[here.store.merge].atHeal('it', 'others')}${rejoins(here, scenario)}`;
    return `${taken} and ${here.name(scenario.promoted)}, promoted without it, replaces that history at the heal${rejoins(here, scenario)}`;
  }
}

/** Two writers of the same key can get the same acknowledged in every world. */
function writerKey(model: Model, writer: Writer): string {
  const steps = model.operations[writer.operation]?.steps.slice(0, writer.step + 1) ?? [];
  return JSON.stringify([writer.client, ...steps.map((step) => [step.access, step.store, step.level])]);
}

/**
 * The writers of each store, of several that can do the same only the first: a thousand operations of one shape are one
 * writer.
 */
function distinctWriters(model: Model): Writer[][] {
  const found = model.stores.map(() => new Map<string, Writer>());
  model.operations.forEach((operation, o) =>
    operation.steps.forEach((step, i) => {
      if (step.access !== 'write') return;
      for (const client of operation.clients) {
        const writer: Writer = { operation: o, step: i, client };
        const key = writerKey(model, writer);
        const ofStore = found[step.store];
        if (ofStore?.has(key) === false) ofStore.set(key, writer);
      }
    }),
  );
  return found.map((ofStore) => [...ofStore.values()]);
}

/** What is worked out for each store at the first question about it. */
function perStore<T>({ stores }: Model, compute: (store: Store, index: number) => T): (index: number) => T {
  const known = new Map<number, T>();
  return (index) => {
    const store = stores[index];
    if (store === undefined) throw new RangeError(`no store ${index}`);
    const found = known.get(index) ?? compute(store, index);
    known.set(index, found);
    return found;
  };
}

const WHEN: Readonly<Record<WhenWritten, (by: string) => string>> = {
  before: (by) => `was acknowledged by ${by} just before the break`,
  detecting: (by) => `was acknowledged by ${by} before the break was noticed`,
  during: (by) => `can be acknowledged by ${by}`,
};

/** Who has to act before those come back whose history was thrown away, as the end of a sentence. */
function rejoins(here: StoreWorld, { former, promoted }: Scenario): string {
  const byHand = here.store.rejoinsByHand === true;
  if (promoted < 0) return byHand ? ', once somebody has picked that side and restarted the others' : '';
  const [old, winner] = [here.name(former), here.name(promoted)];
  return byHand
    ? `; ${old} can't rejoin by itself: somebody has to rebuild it from ${winner}`
    : `; ${old} rejoins by itself`;
}

/** One thing that may be the case of one store. */
interface Situation {
  readonly here: StoreWorld;
  /** What a request meets. */
  readonly scenario: Scenario;
  /** How the break has settled, or will: the same as `scenario` where it is noticed. */
  readonly settled: Scenario;
  /** What may have been the case until it was noticed, where that makes a difference. */
  readonly unnoticed: readonly Scenario[];
}

type Assignment = Map<number, Situation>;

/** Nobody is elected or promoted yet. */
function isEarly({ unnoticed, electing }: Scenario): boolean {
  return unnoticed ?? electing ?? false;
}

function other(write: AcknowledgedWrite): OtherWrite {
  return { operation: write.operation, client: write.client, when: write.when };
}

function worse(found: readonly (HowLong | undefined)[]): HowLong | undefined {
  return found.includes('heal') ? 'heal' : found.find((howLong) => howLong !== undefined);
}

/** How much a rival tells: somebody else's write, during the break, best. */
function tells(rival: AcknowledgedWrite, write: AcknowledgedWrite): number {
  return (rival.when === 'during' ? 2 : 0) + (rival.client !== write.client ? 1 : 0);
}
