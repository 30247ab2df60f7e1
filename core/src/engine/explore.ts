import { alikeClients } from '../model/alike.js';
import type { Expectation, Model, Operation, VertexId } from '../model/model.js';
import { storesBehind } from '../model/uses.js';
import { failingOf } from '../network/failing.js';
import { Clock } from './clock.js';
import { type Looked, look, together } from './expectations.js';
import type { ClientResult, ExpectationResult, FamilyBound, NeedResult, Reliability, Results } from './facts.js';
import { type Cache, Memory } from './memory.js';
import { needQuestions, type NeedQuestion, Needs } from './needs.js';
import { exploreOperation, type Found, nothingKnown, sweepOperation } from './operation.js';
import type { Sweep } from './question.js';
import { mostCombinations, reliabilityOf } from './reliability.js';
import { ofShares } from './shareOfTime.js';
import { maxRuns } from './sweep.js';
import { Verdicts } from './verdicts.js';
import { lookAtTime, type TimedLook, togetherInTime } from './within.js';

/** What an exploration may reuse, and the writes that it takes into account. */
export interface ExploreOptions {
  readonly cache?: Cache;
  /**
   * False leaves out the writes that were acknowledged just before the break, for comparing counts with models that
   * start with the break. Default true, as in the definition of the verdicts.
   */
  readonly lastWrites?: boolean;
}

/** How far an exploration is. */
export interface ExploreProgress {
  /**
   * Questions answered so far, of how many: one for each client of each operation, of each expectation and of each
   * need.
   */
  readonly done: number;
  readonly total: number;
  /**
   * The bound so far: the fewest faults that one of the answered questions about an operation covers; undefined before
   * the first answer.
   */
  readonly explored?: readonly FamilyBound[];
}

/**
 * Every verdict of every operation, from every client, under every fault that the model explores, and the result of
 * each expectation and need. A generator, so that the caller can stop between two steps; each takes well under a
 * millisecond.
 */
export function* explore(model: Model, options: ExploreOptions = {}): Generator<ExploreProgress, Results> {
  const total = questionsOf(model);
  let done = 0;
  let explored: readonly FamilyBound[] | undefined;
  let last: ExploreProgress | undefined;
  // Most steps answer no question, and say the same as the one before.
  const progress = (): ExploreProgress => {
    if (last?.done !== done || last.explored !== explored)
      last = { done, total, ...(explored === undefined ? {} : { explored }) };
    return last;
  };
  const verdicts = new Verdicts(model, options.lastWrites);
  yield progress();
  const engine = new Engine(model, verdicts, options.cache ?? new Map<string, unknown>());
  function* answered<T>(run: Generator<void, T>, questions = 1): Generator<ExploreProgress, T> {
    for (;;) {
      const next = run.next();
      if (next.done === true) {
        done += questions;
        // Small questions do not pause by themselves, and there may be thousands.
        yield progress();
        return next.value;
      }
      yield progress();
    }
  }
  const clients: ClientResult[] = [];
  for (const [operation, { clients: issuers }] of model.operations.entries()) {
    for (const client of issuers) {
      const result = yield* answered(engine.client(operation, client));
      if (result.notKnown === undefined && (explored === undefined || covers(explored) > covers(result.explored)))
        ({ explored } = result);
      clients.push(result);
    }
  }
  const expectations: ExpectationResult[] = [];
  for (const [index, expectation] of model.expectations.entries()) {
    expectations.push(yield* answered(engine.expectation(index), clientsOf(model, expectation).length));
  }
  const needs: NeedResult[] = [];
  for (const question of needQuestions(model)) needs.push(yield* answered(engine.need(question)));
  return { clients, expectations, needs };
}

/** Explores a model without a pause: `explore` with all its steps; after each of them `watch` hears how far it is. */
export function exploreAll(
  model: Model,
  options: ExploreOptions = {},
  watch?: (progress: ExploreProgress) => void,
): Results {
  const steps = explore(model, options);
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    watch?.(next.value);
  }
}

/** How many faults a bound covers. */
function covers(explored: readonly FamilyBound[]): bigint {
  return explored.reduce((sum, { faults }) => sum + BigInt(faults), 0n);
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

function withoutProbability<T extends object>(part: T): Omit<T, 'fails'> {
  const { fails: _, ...rest } = part as T & { readonly fails?: number };
  return rest;
}

/** The questions about one model, each answered from memory if nothing that it depends on has changed. */
class Engine {
  private readonly memory: Memory;
  private needs: Needs | undefined;
  private clock: Clock | undefined;
  /** Per operation, its key without the client. */
  private readonly keys: readonly string[];
  private readonly limitOfRuns: number;
  /** All that fails, for the keys of shares of time. */
  private readonly probabilities: string;
  private readonly combinations: number;
  private readonly alike: (client: VertexId) => VertexId;
  /** By the key of an operation with the first of the clients that are alike. */
  private readonly sweeps = new Map<string, readonly Sweep[]>();

  constructor(
    private readonly model: Model,
    private readonly verdicts: Verdicts,
    cache: Cache,
  ) {
    this.limitOfRuns = maxRuns(model.links.length, questionsOf(model));
    const { services, families, partitions, risks = [] } = model;
    // No single fault depends on how often it happens: a changed probability leaves all results but the shares of time.
    const [vertices, links] = [model.vertices.map(withoutProbability), model.links.map(withoutProbability)];
    const network = JSON.stringify([
      verdicts.lastWrites,
      this.limitOfRuns,
      vertices,
      links,
      services,
      families,
      partitions,
    ]);
    const failing = failingOf(model);
    this.probabilities = JSON.stringify([failing, risks.map((risk) => [risk.links, risk.vertices])]);
    this.combinations = Math.min(this.limitOfRuns, mostCombinations(questionsOf(model)));
    this.memory = new Memory(model, cache, network);
    this.keys = this.keysOf(model);
    this.alike = alikeClients(model);
  }

  /** For each operation its steps, each with its store and the writers of that store. */
  private keysOf(model: Model): string[] {
    const stores = model.stores.map((store) => this.memory.shortened(JSON.stringify(store)));
    const behind = (operation: Operation | undefined): readonly (number | undefined)[] =>
      operation === undefined ? [] : storesBehind(model, operation).map((s) => stores[s]);
    const contexts = stores.map((store, s) => {
      const writers = (this.verdicts.settled.writers[s] ?? []).map(({ operation, step, client }) => {
        const writing = model.operations[operation];
        return [
          writing?.name,
          client,
          writing?.through,
          behind(writing),
          (writing?.steps ?? []).slice(0, step + 1).map((part) => [part.access, part.level, stores[part.store]]),
        ];
      });
      return this.memory.shortened(JSON.stringify([store, writers]));
    });
    return model.operations.map((operation) =>
      JSON.stringify([
        operation.through,
        // Derived data shows what is written to its source.
        storesBehind(model, operation).map((s) => contexts[s]),
        operation.steps.map((step) => [step.access, step.level, contexts[step.store]]),
      ]),
    );
  }

  /** Two operations of the same key have the same results, whatever their names. */
  private key(operation: number, client: VertexId): string {
    return `${client} ${this.keys[operation] ?? ''}`;
  }

  *client(operation: number, client: VertexId): Generator<void, ClientResult> {
    const found = yield* this.memory.cached(`client ${this.key(operation, client)}`, () =>
      this.explored(operation, client),
    );
    const reliability = found.notKnown === undefined ? yield* this.reliability(operation, client) : undefined;
    const place = `result ${operation} ${client}`;
    const results = this.memory.same(place, found, () => new Map<Reliability | undefined, ClientResult>());
    const known = results.get(reliability);
    if (known !== undefined) return known;
    const made = { operation, client, ...found, ...(reliability === undefined ? {} : { reliability }) };
    results.set(reliability, made);
    return made;
  }

  private *explored(operation: number, client: VertexId): Generator<void, Found> {
    const limit = this.verdicts.limit(operation);
    if (limit !== undefined) return nothingKnown(this.model, limit);
    const first = this.alike(client);
    const key = this.key(operation, first);
    const sweeps = this.sweeps.get(key) ?? (yield* sweepOperation(this.verdicts, operation, first, this.limitOfRuns));
    this.sweeps.set(key, sweeps);
    return yield* exploreOperation(this.verdicts, operation, client, sweeps);
  }

  private *reliability(operation: number, client: VertexId): Generator<void, Reliability | undefined> {
    const first = this.alike(client);
    return yield* this.memory.cached(`share ${this.probabilities} ${this.key(operation, first)}`, () =>
      reliabilityOf(this.verdicts, operation, first, this.combinations),
    );
  }

  private *within(index: number, expectation: Expectation, key: string): Generator<void, ExpectationResult> {
    const looked: { client: VertexId; one: TimedLook }[] = [];
    for (const client of clientsOf(this.model, expectation)) {
      const one = yield* this.memory.cached(`within ${key} ${this.key(expectation.operation, client)}`, () =>
        lookAtTime(this.verdicts, (this.clock ??= new Clock(this.verdicts.topology)), expectation, client),
      );
      looked.push({ client, one });
    }
    return togetherInTime(this.verdicts, index, looked);
  }

  *need(question: NeedQuestion): Generator<void, NeedResult> {
    const needs = (this.needs ??= new Needs(this.model, this.verdicts.topology));
    const { operation, client } = question;
    const asked = this.model.operations[operation]?.steps[question.step]?.needs[question.need];
    const key = JSON.stringify([asked, question.step, this.key(operation, client), needs.sessionOf(question)]);
    const answer = yield* this.memory.cached(`need ${key}`, () => needs.answer(question, this.limitOfRuns));
    return needs.result(question, answer);
  }

  *expectation(index: number): Generator<void, ExpectationResult> {
    const expectation = this.model.expectations[index];
    if (expectation === undefined) throw new RangeError(`no expectation ${index}`);
    const why = this.verdicts.limit(expectation.operation);
    if (why !== undefined) return { expectation: index, status: 'not known', bound: 'nothing', why };
    if (expectation.share !== undefined) {
      const shares: { client: VertexId; reliability: Reliability | undefined }[] = [];
      for (const client of clientsOf(this.model, expectation))
        shares.push({ client, reliability: yield* this.reliability(expectation.operation, client) });
      return ofShares(index, expectation, shares);
    }
    const key = JSON.stringify({ ...expectation, operation: 0, clients: [] });
    if (expectation.within !== undefined) return yield* this.within(index, expectation, key);
    const looked: { client: VertexId; one: Looked }[] = [];
    for (const client of clientsOf(this.model, expectation)) {
      const one = yield* this.memory.cached(`expect ${key} ${this.key(expectation.operation, client)}`, () =>
        look(this.verdicts, expectation, client, this.limitOfRuns),
      );
      looked.push({ client, one });
    }
    return together(this.model, index, looked);
  }
}
