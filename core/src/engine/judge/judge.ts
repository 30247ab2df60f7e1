import type { Model, Operation, Service, Step, VertexId } from '../../model/model.js';
import type { Topology } from '../../network/topology.js';
import type { World } from '../../network/world.js';
import { type Code, ERROR, OK, PARTIAL, UNKNOWN } from '../code.js';
import type { AcknowledgedWrite } from '../replication/scheme.js';
import { type Answer, request } from '../request.js';
import { Acknowledged, acknowledgedBy } from './acknowledged.js';
import { Assignments } from './assignments.js';
import { areApart, Cases } from './cases.js';
import { judgeRead, judgeWrite, type Question, readOf } from './compare.js';
import { judgeDerived } from './derived.js';
import { readInstead } from './instead.js';
import { mostCodes } from './mostCodes.js';
import { okReason } from './reasons.js';
import { type Attempt, journeys, pathText, servicesOf } from './journey.js';
import type { Serves } from './requirements.js';
import { addAll, type Detail, type Outcomes, type Server, type Sink, tellsMore } from './sink.js';
import { type Assignment, type Phase, type Situation, Situations } from './situations.js';
import { everyWrite, type WriteSource, type Writer } from './writers.js';

export interface JudgeOptions {
  /** Default: `settled`. */
  readonly phase?: Phase;
  /** The writes that answers are compared with; default: every write of the model. */
  readonly source?: WriteSource;
  /** False: the run starts with the break, and no write was acknowledged before it. */
  readonly lastWrites?: boolean;
}

/**
 * Judges one operation from one client in one world: its steps in order, each by its answer to the client
 * (`request.ts`), and each answer by the writes that it may miss or conflict with (`compare.ts`).
 */
export class Judge {
  /** Per store, its writers. */
  readonly writers: readonly (readonly Writer[])[];
  readonly cases: Cases;
  private readonly model: Model;
  readonly situations: Situations;
  private readonly assignments: Assignments;
  private readonly acknowledged: Acknowledged;

  constructor(topology: Topology, { phase = 'settled', source, lastWrites = true }: JudgeOptions = {}) {
    this.model = topology.model;
    this.situations = new Situations(topology, phase);
    this.assignments = new Assignments(this.situations);
    this.cases = new Cases(this.situations, this.assignments);
    this.writers = this.situations.writers;
    this.acknowledged = new Acknowledged(this.situations, source ?? everyWrite(this.model, this.writers), lastWrites);
  }

  /** Adds every code that can occur for the operation from the client; nothing for a silent client. With pauses. */
  *judge(world: World, index: number, client: VertexId, sink: Sink): Generator<void> {
    const operation = this.model.operations[index];
    if (operation === undefined || world.isSilent(client)) return;
    if (this.situations.areIndependent && areApart(this.model, operation)) {
      yield* this.judgeApart(world, operation, { operation: index, client }, sink);
      return;
    }
    const most = world.decidesFacts && !sink.thorough ? mostCodes(this.situations, operation) : undefined;
    const isEnough = most === undefined ? most : (): boolean => sink.hasAll?.(1 << ERROR) === true;
    yield* this.assignments.eachInSteps(world, { ...this.assignments.planFor(index), isEnough }, (current) => {
      sink.nextCase?.();
      // Reasons are made later, when the reused map has changed: they need a copy of their own.
      const assignment = sink.thorough ? new Map(current) : current;
      this.carriedOut(world, assignment, { operation: index, client, from: 0, to: operation.steps.length }, sink);
      for (const [step, { access }] of operation.steps.entries())
        if (access === 'write') this.beforeBreak(assignment, { operation: index, step, client }, sink);
      return most === undefined || sink.hasAll?.(most) !== true;
    });
  }

  /**
   * The codes of an operation whose steps do not depend on each other: those of each step in every situation of its
   * store, instead of every combination of situations.
   */
  private *judgeApart(world: World, operation: Operation, issued: Omit<Writer, 'step'>, sink: Sink): Generator<void> {
    const { steps } = operation;
    /** Of each store the first situation in which its step succeeds, and by whom: what the reason of `ok` tells. */
    const succeeding = new Map<number, Situation>();
    const servers: (Server | undefined)[] = [];
    let running: Outcomes = [{ step: 0, reason: () => okReason(succeeding, operation, servers) }];
    const written: number[] = [];
    for (const [step, one] of steps.entries()) {
      const asked = { ...issued, step };
      const outcomes: Outcomes = [];
      yield* this.assignments.eachInSteps(world, this.assignments.planOf({ steps: [one], services: [] }), (current) => {
        const assignment = sink.thorough ? new Map(current) : current;
        const found = this.stepOutcomes(assignment, { ...asked, issuer: asked.client }, sink.thorough);
        keepTelling(outcomes, found.outcomes);
        outcomes[ERROR] ??= found.refusal;
        if (one.access === 'write') this.beforeBreak(assignment, asked, sink);
        if (servers[step] !== undefined) return;
        servers[step] = found.outcomes[OK]?.served;
        for (const [store, situation] of assignment) succeeding.set(store, situation);
      });
      // Its write may have been acknowledged just before the break, even if it is not sent during the break.
      if (running.length === 0) continue;
      this.addFailures(steps, outcomes, written, sink);
      running = worseOf(running, outcomes);
      if (one.access === 'write') written.push(step);
    }
    addAll(running, sink);
  }

  /** Adds every code that one step can have if those before it succeed; nothing for a silent client. With pauses. */
  *judgeStep(world: World, asked: Writer, sink: Sink): Generator<void> {
    const step = this.model.operations[asked.operation]?.steps[asked.step];
    if (step === undefined || world.isSilent(asked.client)) return;
    const operation = this.model.operations[asked.operation];
    const services = operation === undefined ? [] : servicesOf(this.model, operation);
    yield* this.assignments.eachInSteps(world, this.assignments.planOf({ steps: [step], services }), (current) => {
      const assignment = sink.thorough ? new Map(current) : current;
      this.carriedOut(world, assignment, { ...asked, from: asked.step, to: asked.step + 1 }, sink);
      if (step.access === 'write') this.beforeBreak(assignment, asked, sink);
    });
  }

  /** The writes that the writers of the source can get acknowledged, or that their reads can be shown, in one world. */
  acknowledgedIn(world: World, store: number): AcknowledgedWrite[] {
    return this.acknowledged.inWorld(world, store);
  }

  /** Why an operation is ok on the healthy network. */
  strength(index: number): string {
    const operation = this.model.operations[index];
    if (operation === undefined) return '';
    let reason = '';
    this.assignments.eachHealthy(operation.steps, (assignment) => {
      reason ||= okReason(assignment, operation, []);
    });
    return reason;
  }

  /**
   * The steps are carried out while the network is broken. An instance of a service whose steps are refused before a
   * write took effect refuses as well, and the next instance is asked.
   */
  private carriedOut(world: World, assignment: Assignment, part: Part, sink: Sink): void {
    const operation = this.model.operations[part.operation];
    if (operation === undefined) return;
    const services = servicesOf(this.model, operation);
    if (services.length === 0) {
      const refusal = this.bySteps(assignment, part, part.client, sink);
      if (refusal !== undefined) sink.add(ERROR, refusal);
      return;
    }
    for (const serves of this.situations.serving(world, services, assignment))
      this.throughServices(world, assignment, { ...part, services, serves }, sink);
  }

  private throughServices(world: World, assignment: Assignment, part: Through, sink: Sink): void {
    const { services, serves } = part;
    const steps = this.model.operations[part.operation]?.steps ?? [];
    const writes = steps.slice(part.from, part.to).some(({ access }) => access === 'write');
    const silence = writes ? UNKNOWN : ERROR;
    const { healthy, isUnaware } = this.situations;
    const isAware = (service: Service): boolean => this.situations.isAwareOf(service, assignment);
    for (const attempts of journeys({ world, healthy, services, serves, isUnaware, isAware }, part.client)) {
      let first: Detail | undefined;
      for (;;) {
        const next = attempts.next();
        if (next.done === true) {
          const { kind, reason } = next.value;
          if (kind !== 'aware' || first !== undefined)
            sink.add(kind === 'silence' ? silence : ERROR, first ?? { step: part.from, reason });
          break;
        }
        const attempt = next.value;
        const through = passing(sink, attempt, silence, pathText(world, services, attempt));
        const refusal = this.bySteps(assignment, part, attempt.issuer, through);
        if (refusal === undefined) break;
        first ??= { ...refusal, reason: () => `${pathText(world, services, attempt)}: ${refusal.reason()}` };
      }
    }
  }

  /**
   * The steps in order, each issued by one vertex; the first that fails ends the operation. Gives the reason of a
   * refusal before any write took effect, if there can be one; adds everything else.
   */
  private bySteps(assignment: Assignment, part: Part, issuer: VertexId, sink: Sink): Detail | undefined {
    const { operation: index, client, from, to } = part;
    const operation = this.model.operations[index];
    if (operation === undefined) return undefined;
    /** Per step: the replica that serves it, if it succeeds. */
    const servers: (Server | undefined)[] = [];
    let running: Outcomes = [{ step: 0, reason: () => okReason(assignment, operation, servers) }];
    const written: number[] = [];
    let refused: Detail | undefined;
    for (let step = from; step < to; step++) {
      const { outcomes, refusal } = this.stepOutcomes(
        assignment,
        { operation: index, step, client, issuer },
        sink.thorough,
      );
      if (written.length === 0) refused ??= refusal;
      else if (refusal !== undefined) outcomes[ERROR] ??= refusal;
      this.addFailures(operation.steps, outcomes, written, sink);
      servers.push(outcomes[OK]?.served);
      running = worseOf(running, outcomes);
      if (running.length === 0) return refused;
      if (operation.steps[step]?.access === 'write') written.push(step);
    }
    addAll(running, sink);
    return refused;
  }

  /** Adds the codes of one step that end the operation. `written`: the write steps that took effect before. */
  private addFailures(steps: readonly Step[], outcomes: Outcomes, written: readonly number[], sink: Sink): void {
    for (const code of [ERROR, UNKNOWN]) {
      const detail = outcomes[code];
      if (detail === undefined) continue;
      const ended = written.length === 0 ? detail : { ...detail, halfDone: [...written] };
      const partial = written.length === 0 ? undefined : partialDetail(this.model, steps, ended, code);
      sink.add(partial === undefined ? code : PARTIAL, partial ?? ended);
    }
  }

  /** The operation was acknowledged just before the break: adds what can become of one of its writes. */
  private beforeBreak(assignment: Assignment, asked: Writer, sink: Sink): void {
    const { operation, client, step } = asked;
    const store = this.model.operations[operation]?.steps[step]?.store ?? -1;
    const at = assignment.get(store);
    const writer = at === undefined ? undefined : this.acknowledged.counterpart(store, asked);
    if (at === undefined || writer === undefined || sink.onlyDuring === true) return;
    for (const write of this.acknowledged.before(writer, at.settled)) {
      if (!this.acknowledged.completes(operation, client, at.settled)) continue;
      const outcomes: Outcomes = [];
      judgeWrite(this.acknowledged, { assignment, at, step, thorough: sink.thorough, outcomes }, { ...write, client });
      outcomes[OK] = undefined;
      addAll(sink.thorough ? outcomes.map((one) => one && ({ ...one, before: true } as const)) : outcomes, sink);
    }
  }

  /** Every code that one step can have by itself, with its reason. */
  private stepOutcomes(
    assignment: Assignment,
    asked: Writer & { readonly issuer: VertexId },
    thorough: boolean,
  ): Stepped {
    const step = this.model.operations[asked.operation]?.steps[asked.step];
    return step === undefined ? nothing() : this.outcomesOf(assignment, step, asked, thorough);
  }

  private outcomesOf(
    assignment: Assignment,
    step: Step,
    asked: Writer & { readonly issuer: VertexId },
    thorough: boolean,
  ): Stepped {
    const outcomes: Outcomes = [];
    let refusal: Detail | undefined;
    const at = assignment.get(step.store);
    if (at === undefined) return nothing();
    const { operation, client, issuer } = asked;
    const { store } = at.met.here;
    const instead = readInstead(store);
    const question: Question = { assignment, at, step: asked.step, thorough, outcomes };
    let asksSource = false;
    for (const answer of answersTo(this.situations, at, step, issuer)) {
      if (answer.kind !== 'answered' && instead !== undefined) {
        asksSource = true;
      } else if (answer.kind !== 'answered' && answer.refusedBy !== undefined) {
        refusal ??= { step: asked.step, reason: answer.reason };
      } else if (answer.kind !== 'answered') {
        outcomes[answer.kind === 'error' ? ERROR : UNKNOWN] ??= { step: asked.step, reason: answer.reason };
      } else if (step.access === 'read') {
        if (store.from === undefined) judgeRead(this.acknowledged, question, readOf(answer, at));
        else judgeDerived(this.acknowledged, question, readOf(answer, at));
      } else {
        const when = this.situations.timeOf(at.met);
        judgeWrite(this.acknowledged, question, acknowledgedBy(answer, at.met, { operation, client, when }));
      }
    }
    if (asksSource && instead !== undefined) {
      const source = this.outcomesOf(assignment, instead, asked, thorough);
      for (const [code, detail] of source.outcomes.entries()) outcomes[code] ??= detail;
      refusal ??= source.refusal;
    }
    return { outcomes, refusal };
  }
}

/** Of each code the detail that tells more. */
function keepTelling(outcomes: Outcomes, found: Outcomes): void {
  for (const [code, detail] of found.entries()) {
    const known = outcomes[code];
    if (detail !== undefined && (known === undefined || tellsMore(detail, known))) outcomes[code] = detail;
  }
}

/** What one that asks may be answered in one situation, of the requests that the phase asks for. */
function answersTo(situations: Situations, at: Situation, step: Step, issuer: VertexId): readonly Answer[] {
  const session = situations.isUnaware ? situations.sessionOf(step, issuer) : undefined;
  const routes = situations.nearest.routes(at.met, step, issuer);
  const answersBy = (route: readonly number[]): readonly Answer[] =>
    request(at.met, step, { client: issuer, route, isSettled: !situations.isUnaware, session });
  const [only] = routes;
  const answers = routes.length === 1 && only !== undefined ? answersBy(only) : routes.flatMap(answersBy);
  return situations.isUnaware ? answers.filter((answer) => !situations.isAware(at.met, answer)) : answers;
}

/** What a step may come to, and the reason if it may be refused. */
interface Stepped {
  readonly outcomes: Outcomes;
  readonly refusal: Detail | undefined;
}

const nothing = (): Stepped => ({ outcomes: [], refusal: undefined });

/** A part of an operation: its steps from one to the one before another. */
interface Part {
  readonly operation: number;
  readonly client: VertexId;
  readonly from: number;
  readonly to: number;
}

interface Through extends Part {
  readonly services: readonly Service[];
  readonly serves: Serves;
}

/**
 * A step failed after writes took effect: `partial` if a write is left out or in doubt; undefined if only reads are
 * left: the operation failed, and all that it had to write is there.
 */
function partialDetail(
  model: Model,
  steps: readonly Step[],
  detail: Detail,
  code: typeof ERROR | typeof UNKNOWN,
): Detail | undefined {
  const left = steps.slice(detail.step).filter(({ access }) => access === 'write');
  if (left.length === 0) return undefined;
  const names = [...new Set(left.map(({ store }) => model.stores[store]?.name ?? '?'))].join(' and ');
  const may = code === UNKNOWN ? 'may never get' : left.length === 1 ? 'never gets' : 'never get';
  return { ...detail, heal: () => `${names} ${may} that write, unless it is repaired by hand` };
}

/** What becomes of an attempt for the client: an answer that cannot travel back tells it nothing. */
function passing(sink: Sink, attempt: Attempt, silence: Code, path: string): Sink {
  return {
    thorough: sink.thorough,
    add(code, detail) {
      const reason = (): string => `${path}: ${detail.reason()}`;
      // An operation that ended half done stays `partial`, with or without an answer.
      if (code === PARTIAL || attempt.isHeard()) sink.add(code, { ...detail, reason });
      else sink.add(silence, { ...detail, reason: () => `${path}: the answer can't travel back` });
    },
  };
}

/** The outcomes of two answered parts of an operation together: the worse code of each pair, with its first detail. */
function worseOf(first: Outcomes, second: Outcomes): Outcomes {
  const both: Outcomes = [];
  for (const [x, before] of first.entries()) {
    if (before === undefined) continue;
    for (const [y, now] of second.entries())
      if (now !== undefined && y !== ERROR && y !== UNKNOWN) both[Math.max(x, y)] ??= x >= y ? before : now;
  }
  return both;
}
