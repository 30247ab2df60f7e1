import { compareHarm, HARMS, isBeyondLag } from '../base/harm.js';
import type { Expectation, FaultFamily, Model, VertexId } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { familySize, familyText, leavesOutHealthy } from '../network/families.js';
import { compileTopology, type Topology } from '../network/topology.js';
import { World } from '../network/world.js';
import { type Code, CODES, codeOf, codesOf, LAG_CODES, OK, UNANSWERED_CODES } from './code.js';
import type {
  ClientResult,
  ExpectationResult,
  FamilyBound,
  FaultVerdict,
  Finding,
  NeedResult,
  Outcome,
  Results,
} from './facts.js';
import { MAX_VOTERS } from './family.js';
import { Judge } from './judge/judge.js';
import type { Detail, Sink } from './judge/sink.js';
import { latencyMs } from './latency.js';
import { needQuestions, type NeedQuestion, Needs } from './needs.js';
import { compareCauses, maxRuns, smallest, sweep, type Sweep } from './sweep.js';

/**
 * Results of earlier models: what did not change is not computed again. Made by the caller, who keeps it between calls.
 */
export type Cache = Map<string, unknown>;

export interface ExploreOptions {
  readonly cache?: Cache;
  /**
   * False leaves out the writes that were acknowledged just before the break, as a model does that starts with the
   * break: for comparing counts with such models. Default true, which is what the verdicts mean.
   */
  readonly lastWrites?: boolean;
}

export interface ExploreProgress {
  /**
   * Questions answered so far, of how many: one for each client of each operation, of each expectation and of each
   * need.
   */
  readonly done: number;
  readonly total: number;
}

const BITS = CODES.length;

/**
 * Every verdict of every operation, from every client, under every fault that the model explores, and what became of
 * each expectation. A generator, so that whoever runs it can stop between two steps; each takes well under a
 * millisecond.
 */
export function* explore(model: Model, options: ExploreOptions = {}): Generator<ExploreProgress, Results> {
  const engine = new Engine(model, options.cache ?? new Map<string, unknown>(), options.lastWrites);
  const total = questionsOf(model);
  let done = 0;
  function* answered<T>(run: Generator<void, T>, questions = 1): Generator<ExploreProgress, T> {
    for (;;) {
      const next = run.next();
      if (next.done === true) {
        done += questions;
        // Thousands of small questions have no pause in themselves.
        yield { done, total };
        return next.value;
      }
      yield { done, total };
    }
  }
  const clients: ClientResult[] = [];
  for (const [operation, { clients: issuers }] of model.operations.entries()) {
    for (const client of issuers) clients.push(yield* answered(engine.client(operation, client)));
  }
  const expectations: ExpectationResult[] = [];
  for (const [index, expectation] of model.expectations.entries()) {
    expectations.push(yield* answered(engine.expectation(index), clientsOf(model, expectation).length));
  }
  const needs: NeedResult[] = [];
  for (const question of needQuestions(model)) needs.push(yield* answered(engine.need(question)));
  return { clients, expectations, needs };
}

/** The same in one go. */
export function exploreAll(model: Model, options: ExploreOptions = {}): Results {
  const steps = explore(model, options);
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

export interface UnderResult {
  readonly operation: number;
  readonly client: VertexId;
  readonly verdict: FaultVerdict;
  /** What can happen besides while the break is being detected, and not any more once it has settled; worst first. */
  readonly whileDetecting: readonly Outcome[];
  /** As in `ClientResult`. */
  readonly notKnown?: string;
}

/** What every operation does, from every client, under one fault. */
export function verdictsUnder(model: Model, cause: Cause): UnderResult[] {
  const engine = engineOf(model);
  return settledUnder(model, cause).map((one) => ({ ...one, whileDetecting: besidesOf(engine, one) }));
}

/** The same of one request; undefined where the client does not issue the operation. */
export function requestUnder(model: Model, cause: Cause, operation: number, client: VertexId): UnderResult | undefined {
  if (model.operations[operation]?.clients.includes(client) !== true) return undefined;
  const engine = engineOf(model);
  const one = settledRequest(engine, cause, operation, client);
  return { ...one, whileDetecting: besidesOf(engine, one) };
}

/** The same of all once the break has settled. */
export function settledUnder(model: Model, cause: Cause): SettledResult[] {
  const engine = engineOf(model);
  return model.operations.flatMap(({ clients }, operation) =>
    clients.map((client) => settledRequest(engine, cause, operation, client)),
  );
}

type SettledResult = Omit<UnderResult, 'whileDetecting'>;

function settledRequest(engine: Engine, cause: Cause, operation: number, client: VertexId): SettledResult {
  const notKnown = engine.limit(operation);
  if (notKnown !== undefined) return { operation, client, verdict: { cause, outcomes: [], silent: false }, notKnown };
  return { operation, client, verdict: engine.under(cause, operation, client) };
}

function besidesOf(engine: Engine, { operation, client, verdict, notKnown }: SettledResult): readonly Outcome[] {
  return notKnown === undefined ? engine.besides(verdict, operation, client) : [];
}

/** Whoever looks at one fault after the other asks about the same design again and again. */
const engines = new WeakMap<Model, Engine>();

function engineOf(model: Model): Engine {
  const known = engines.get(model) ?? new Engine(model, new Map<string, unknown>());
  engines.set(model, known);
  return known;
}

/** One for each client of each operation, of each expectation and of each need. */
function questionsOf(model: Model): number {
  const operations = model.operations.reduce((sum, operation) => sum + operation.clients.length, 0);
  return (
    operations +
    needQuestions(model).length +
    model.expectations.reduce((sum, expectation) => sum + clientsOf(model, expectation).length, 0)
  );
}

function clientsOf(model: Model, expectation: Expectation): readonly VertexId[] {
  return expectation.clients.length > 0
    ? expectation.clients
    : (model.operations[expectation.operation]?.clients ?? []);
}

/** Collects which codes can occur; stops at nothing else. */
class Codes implements Sink {
  readonly thorough = false;
  mask = 0;
  add(code: Code): void {
    this.mask |= 1 << code;
  }
}

/** Collects why, the more telling of two for each code: a rival during the break tells more than one before it. */
class Reasons implements Sink {
  readonly thorough = true;
  readonly details = new Map<Code, Detail>();
  add(code: Code, detail: Detail): void {
    const known = this.details.get(code);
    if (known === undefined || (known.other?.when === 'before' && detail.other?.when === 'during'))
      this.details.set(code, detail);
  }
}

/** What is found for all operations of the same key. */
type Found = Omit<ClientResult, 'operation' | 'client'>;

class Engine {
  private readonly topology: Topology;
  private readonly judge: Judge;
  private detectingJudge: Judge | undefined;
  private needs: Needs | undefined;
  /** Per store, a number for what it is and who writes to it. */
  private readonly contexts: readonly number[];
  /** Per operation, what there is to its key besides the client. */
  private readonly keys: readonly string[];
  private readonly limitOfRuns: number;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(
    private readonly model: Model,
    private readonly cache: Cache,
    private readonly lastWrites = true,
  ) {
    const topology = compileTopology(model);
    this.topology = topology;
    this.judge = new Judge(topology, { lastWrites });
    this.numbers = new Map(model.operations.map(({ name }, i) => [name, i]));
    this.limitOfRuns = maxRuns(model.links.length, questionsOf(model));
    const networkKey = JSON.stringify([
      lastWrites,
      this.limitOfRuns,
      model.vertices,
      model.links,
      model.families,
      model.partitions,
    ]);
    // Results about another network are of no more use: the cache holds one network's at a time.
    if (cache.get('network') !== networkKey) {
      cache.clear();
      cache.set('network', networkKey);
    }
    const stores = model.stores.map((store) => this.shortened(JSON.stringify(store)));
    this.contexts = stores.map((store, s) => {
      const writers = (this.judge.writers[s] ?? []).map(({ operation, step, client }) => {
        const writing = model.operations[operation];
        return [
          writing?.name,
          client,
          (writing?.steps ?? []).slice(0, step + 1).map((part) => [part.access, part.level, stores[part.store]]),
        ];
      });
      return this.shortened(JSON.stringify([store, writers]));
    });
    this.keys = model.operations.map(({ steps }) =>
      JSON.stringify(steps.map((step) => [step.access, step.level, this.contexts[step.store]])),
    );
  }

  /** What is so while the break is being detected; most designs never ask. */
  private get detecting(): Judge {
    return (this.detectingJudge ??= new Judge(this.topology, { phase: 'detecting', lastWrites: this.lastWrites }));
  }

  /** Long texts in keys as numbers, the same for the life of the cache. */
  private shortened(text: string): number {
    const key = `text ${text}`;
    const known = this.cache.get(key) as number | undefined;
    if (known !== undefined) return known;
    const number = this.cache.size;
    this.cache.set(key, number);
    return number;
  }

  /** Which limit keeps an operation from being analysed, if one does. */
  limit(operation: number): string | undefined {
    for (const step of this.model.operations[operation]?.steps ?? []) {
      const store = this.model.stores[step.store];
      if (store !== undefined && store.replicas.length + store.witnesses.length > MAX_VOTERS) {
        return `${store.name} has ${store.replicas.length + store.witnesses.length} replicas and witnesses; stores of more than ${MAX_VOTERS} are not analysed`;
      }
    }
    return undefined;
  }

  under(cause: Cause, operation: number, client: VertexId, judge = this.judge): FaultVerdict {
    const world = new World(this.topology, cause, 0);
    if (world.isSilent(client)) return { cause, outcomes: [], silent: true };
    const reasons = new Reasons();
    judge.judge(world, operation, client, reasons);
    const outcomes = [...reasons.details]
      .sort(([a], [b]) => b - a)
      .map(([code, detail]): Outcome => {
        const { verdict, howLong } = HARMS[code] ?? { verdict: 'ok' };
        return {
          verdict,
          ...(howLong === undefined ? {} : { howLong }),
          reason: detail.reason(),
          ...(detail.heal === undefined ? {} : { heal: detail.heal() }),
          step: detail.step,
          ...(detail.other === undefined ? {} : { other: detail.other }),
          ...(detail.halfDone === undefined ? {} : { halfDone: detail.halfDone }),
        };
      });
    return { cause, outcomes, silent: false };
  }

  /** What can happen while the break is being detected and not once it has settled. */
  besides(settled: FaultVerdict, operation: number, client: VertexId): Outcome[] {
    const codes = settled.outcomes.map(codeOf);
    return this.under(settled.cause, operation, client, this.detecting).outcomes.filter(
      (outcome) => codeOf(outcome) !== OK && !codes.includes(codeOf(outcome)),
    );
  }

  private question(operation: number, client: VertexId, judge = this.judge): (world: World) => number {
    const sink = new Codes();
    return (world) => {
      sink.mask = 0;
      judge.judge(world, operation, client, sink);
      return sink.mask;
    };
  }

  /** Two operations of the same key have the same results, whatever their names. */
  private key(operation: number, client: VertexId): string {
    return `${client} ${this.keys[operation] ?? ''}`;
  }

  /**
   * Answers from the cache where the same was asked before. Operations are kept by name, since their numbers change
   * while one edits.
   */
  private *cached<T>(key: string, compute: () => Generator<void, T>): Generator<void, T> {
    const known = this.cache.get(key) as
      | { readonly value: T; readonly mentioned: readonly (readonly [operation: number, name: string])[] }
      | undefined;
    if (known === undefined) return this.kept(key, yield* compute());
    if (known.mentioned.every(([operation, name]) => this.numberOf(name, operation) === operation)) return known.value;
    const numbers = new Map(known.mentioned.map(([operation, name]) => [operation, this.numberOf(name, operation)]));
    return this.kept(key, renumber(known.value, (operation) => numbers.get(operation) ?? operation) as T);
  }

  private kept<T>(key: string, value: T): T {
    const mentioned = [...mentionedIn(value)].map((operation) => [
      operation,
      this.model.operations[operation]?.name ?? '',
    ]);
    this.cache.set(key, { value, mentioned });
    return value;
  }

  /** The number that an operation has now; what is gone keeps the one that it had. */
  private numberOf(name: string, before: number): number {
    return this.numbers.get(name) ?? before;
  }

  *client(operation: number, client: VertexId): Generator<void, ClientResult> {
    const found = yield* this.cached(`client ${this.key(operation, client)}`, () => this.compute(operation, client));
    // The same object where nothing has changed, so that who keeps earlier results sees at a glance what is new.
    const place = `result ${operation} ${client}`;
    const known = this.cache.get(place) as { readonly found: Found; readonly result: ClientResult } | undefined;
    if (known?.found === found) return known.result;
    const result = { operation, client, ...found };
    this.cache.set(place, { found, result });
    return result;
  }

  private *compute(operation: number, client: VertexId): Generator<void, Found> {
    const { model } = this;
    const notKnown = this.limit(operation);
    const healthy =
      notKnown === undefined ? this.under(HEALTHY, operation, client) : { cause: HEALTHY, outcomes: [], silent: false };
    if (notKnown !== undefined) {
      return {
        healthy,
        notKnown,
        findings: [],
        okUpToLinks: -1,
        okUnderAnyNode: false,
        okReason: '',
        partitions: model.partitions.map((_, partition) => ({
          cause: { ...HEALTHY, partition },
          outcomes: [],
          silent: false,
        })),
        explored: [],
        faults: '0',
      };
    }
    const sweeps: Sweep[] = [];
    for (const family of model.families)
      sweeps.push(yield* sweep(this.topology, family, BITS, this.limitOfRuns, this.question(operation, client)));
    const partitions = model.partitions.map((_, partition) => this.under({ ...HEALTHY, partition }, operation, client));
    // The healthy network is counted once: with a family of link cuts, or by itself where there is none.
    const byItself = model.families.every(leavesOutHealthy) ? [healthy] : [];
    const singles = [...byItself, ...partitions];
    const findings: Finding[] = [];
    for (const code of CODES) {
      if (code === OK) continue;
      const concrete = singles.filter((single) => single.outcomes.some((outcome) => codeOf(outcome) === code));
      const faults = sweeps.reduce((sum, { faults: counts }) => sum + (counts[code] ?? 0n), BigInt(concrete.length));
      if (faults === 0n) continue;
      const causes = smallest([
        ...sweeps.flatMap((one) => one.causes[code] ?? []),
        ...concrete.map(({ cause }) => cause),
      ]);
      const [cause] = causes;
      if (cause === undefined) continue;
      const outcome = this.under(cause, operation, client).outcomes.find((one) => codeOf(one) === code);
      if (outcome !== undefined) findings.push({ outcome, cause, causes, faults: faults.toString() });
    }
    const latency = latencyMs(this.topology, operation, client);
    return {
      healthy,
      ...(latency === undefined ? {} : { latencyMs: latency }),
      findings: findings.sort((a, b) => compareHarm(b.outcome, a.outcome)),
      ...this.howFarOk(sweeps, healthy),
      okReason: this.judge.strength(operation),
      partitions,
      explored: [
        ...sweeps.map((one) => this.bound(one)),
        ...(partitions.length > 0 ? [partitionBound(partitions.length)] : []),
      ],
      faults: sweeps.reduce((sum, one) => sum + familySize(model, one.family), BigInt(singles.length)).toString(),
    };
  }

  private bound({ family, complete }: Sweep): FamilyBound {
    return { text: familyText(this.model, family), faults: familySize(this.model, family).toString(), complete };
  }

  private howFarOk(
    sweeps: readonly Sweep[],
    healthy: FaultVerdict,
  ): Pick<ClientResult, 'okUpToLinks' | 'okUnderAnyNode'> {
    const bad = CODES.filter((code) => code !== OK && (LAG_CODES & (1 << code)) === 0);
    const causes = sweeps.flatMap((one) => bad.flatMap((code) => one.causes[code] ?? []));
    const cuts = causes
      .filter((cause) => cause.directions.length + cause.stopped.length + cause.zones.length === 0)
      .map((cause) => cause.links.length);
    const ofLinks = sweeps.filter(({ family }) => family.links !== 0);
    const whole = ofLinks.some(({ family, complete }) => complete && family.links === 'all');
    const most = Math.max(
      0,
      ...ofLinks.map(({ family }) => (family.links === 'all' ? this.model.links.length : family.links)),
    );
    const broken = healthy.outcomes.some(isBeyondLag);
    return {
      okUpToLinks: broken ? -1 : cuts.length > 0 ? Math.min(...cuts) - 1 : whole ? 'all' : most,
      okUnderAnyNode:
        sweeps.some(({ family }) => family.nodes > 0) &&
        !causes.some((cause) => cause.links.length === 0 && cause.stopped.length === 1),
    };
  }

  *need(question: NeedQuestion): Generator<void, NeedResult> {
    const needs = (this.needs ??= new Needs(this.model, this.topology));
    const { operation, client } = question;
    const asked = this.model.operations[operation]?.steps[question.step]?.needs[question.need];
    const key = JSON.stringify([asked, question.step, this.key(operation, client), needs.sessionOf(question)]);
    return needs.result(question, yield* this.cached(`need ${key}`, () => needs.answer(question, this.limitOfRuns)));
  }

  *expectation(index: number): Generator<void, ExpectationResult> {
    const expectation = this.model.expectations[index];
    if (expectation === undefined) throw new RangeError(`no expectation ${index}`);
    const key = JSON.stringify({ ...expectation, operation: 0, clients: [] });
    const bounds: string[] = [];
    let undecided: string | undefined;
    let counterexample: { readonly client: VertexId; readonly verdict: FaultVerdict } | undefined;
    const limit = this.limit(expectation.operation);
    if (limit !== undefined) return { expectation: index, status: 'not known', bound: 'nothing', why: limit };
    for (const client of clientsOf(this.model, expectation)) {
      const one = yield* this.cached(`expect ${key} ${this.key(expectation.operation, client)}`, () =>
        this.counterexample(expectation, client),
      );
      bounds.push(one.bound);
      undecided ??= one.undecided;
      if (
        one.verdict !== undefined &&
        (counterexample === undefined || compareCauses(one.verdict.cause, counterexample.verdict.cause) < 0)
      ) {
        counterexample = { client, verdict: one.verdict };
      }
    }
    const bound = [...new Set(bounds)].join('; ');
    if (counterexample !== undefined) return { expectation: index, status: 'fails', bound, counterexample };
    if (undecided !== undefined) return { expectation: index, status: 'not known', bound, why: undecided };
    return { expectation: index, status: 'holds', bound };
  }

  /** The smallest fault under which an expectation does not hold for one client. */
  private *counterexample(
    expectation: Expectation,
    client: VertexId,
  ): Generator<void, { readonly bound: string; readonly undecided?: string; readonly verdict?: FaultVerdict }> {
    const { model } = this;
    const { operation, under } = expectation;
    const judge = expectation.whileDetecting ? this.detecting : this.judge;
    const answer = this.question(operation, client, judge);
    const violated = (world: World): number => (violates(expectation, answer(world)) ? 1 : 0);
    const asked: readonly FaultFamily[] =
      under.kind === 'explored' ? model.families : under.kind === 'family' ? [under.family] : [];
    const singles: Cause[] =
      under.kind === 'partition'
        ? [{ ...HEALTHY, partition: under.partition }]
        : under.kind === 'none'
          ? [HEALTHY]
          : under.kind === 'explored'
            ? [HEALTHY, ...model.partitions.map((_, partition) => ({ ...HEALTHY, partition }))]
            : [];
    const causes = singles.filter((cause) => violated(new World(this.topology, cause, 0)) !== 0);
    const sweeps: Sweep[] = [];
    for (const family of asked) {
      const one = yield* sweep(this.topology, family, 1, this.limitOfRuns, violated);
      sweeps.push(one);
      causes.push(...(one.causes[0] ?? []));
    }
    const texts = sweeps.map(({ family }) => familyText(model, family));
    if (under.kind === 'explored' && model.partitions.length > 0)
      texts.push(partitionBound(model.partitions.length).text);
    if (under.kind === 'partition') texts.push(`under ${model.partitions[under.partition]?.name ?? '?'}`);
    if (under.kind === 'none') texts.push('the healthy network');
    const bound = `${texts.join(', ')}${expectation.whileDetecting ? ', while it is being detected' : ''}`;
    const [cause] = smallest(causes);
    if (cause !== undefined) return { bound, verdict: this.under(cause, operation, client, judge) };
    const short = sweeps.find(({ complete }) => !complete);
    if (short === undefined) return { bound };
    return {
      bound,
      undecided: `too many faults to look at all of them: it holds for ${familyText(model, short.family)}`,
    };
  }
}

function partitionBound(count: number): FamilyBound {
  return { text: `${count} named partition${count === 1 ? '' : 's'}`, faults: String(count), complete: true };
}

/**
 * Does what can happen under one fault contradict the expectation? A silent client, to whom nothing happens,
 * contradicts nothing.
 */
function violates(expectation: Expectation, codes: number): boolean {
  if (codes === 0) return false;
  const counted = expectation.beyondLag ? withoutLag(codes) : codes;
  if (expectation.verdict === 'available') {
    const answered = (counted & UNANSWERED_CODES) === 0;
    return expectation.never ? (counted & ~UNANSWERED_CODES) !== 0 : !answered;
  }
  const wanted = codesOf(expectation.verdict);
  if (expectation.never) return (counted & wanted) !== 0;
  const worst = 1 << (31 - Math.clz32(counted));
  return (worst & wanted) === 0;
}

/** What is only for the lag counts as ok. */
function withoutLag(codes: number): number {
  return (codes & LAG_CODES) === 0 ? codes : (codes & ~LAG_CODES) | (1 << OK);
}

/** The numbers of the operations that a result mentions. */
function mentionedIn(value: unknown, found = new Set<number>()): ReadonlySet<number> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'operation' && typeof item === 'number') found.add(item);
    else mentionedIn(item, found);
  }
  return found;
}

/** A copy of a result with its operations renumbered. */
function renumber(value: unknown, index: (operation: number) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => renumber(item, index));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'operation' && typeof item === 'number' ? index(item) : renumber(item, index),
    ]),
  );
}
