import type { Edit } from '../base/edit.js';
import type { Results } from '../engine/facts.js';
import type { Cache } from '../engine/memory.js';
import { Design } from '../fixes/design.js';
import { editedInSteps } from '../fixes/edited.js';
import { type Budget, explored, isMistaken, networkText } from '../fixes/judge.js';
import type { Model, Resolved } from '../model/model.js';
import { modelText } from '../model/modelText.js';
import { storesBehind } from '../model/uses.js';
import { decisionOn } from '../review/decided.js';
import { changesBetween } from './changes.js';
import { compareMeasures, isAsGood, type Measures, measuresOf } from './measures.js';
import type { Ground, Move } from './move.js';
import { MOVE_KINDS } from './moves/index.js';
import { type Nearby, nearbyCount, type Spending, together, withMove } from './nearby.js';

/** Candidates that one search explores at the most, and what they may cost together; counted, not timed. */
export const MOST_LOOKED = 240;
const BUDGET = 400_000;
/** Networks of which results are kept: candidates with the same new link share most of them. */
const MOST_CACHES = 12;

/** What is wanted. */
export interface AdviceRequest extends Spending {
  /** Index of the operation that is to become better; absent: all of them. */
  readonly operation?: number;
  /**
   * No client may wait longer on the healthy network. `isMore`: than today, for the client that waits longest.
   */
  readonly latency?: { readonly ms: number; readonly isMore: boolean };
}

/** A nearby design that no other one beats, with what it was judged by. */
export interface Advised {
  /** Each change in a few words: "R=2 W=2", "third replica in ap". */
  readonly changes: readonly string[];
  /** All of them, in the design's own file, in order of position. */
  readonly edits: readonly Edit[];
  readonly measures: Measures;
  /** What gets better and worse, operation by operation. */
  readonly better: readonly string[];
  readonly worse: readonly string[];
}

/** What the search found. Plain data. */
export interface Advice {
  readonly request: AdviceRequest;
  /** The design as it is; absent where some of its verdicts are not known: then nothing can be compared with it. */
  readonly today?: Measures;
  /** Whether something on the front is nowhere worse than the design as it is, and somewhere better. */
  readonly isTodayBeaten: boolean;
  /** The designs of which none is as good as another one everywhere; best answered first. */
  readonly front: readonly Advised[];
  /** How many were looked at, of how many that are nearby, in decimal. */
  readonly looked: number;
  readonly nearby: string;
  /** Of those that were looked at: why they are not on the front, other than that another one is better. */
  readonly refused: Readonly<Record<Refusal, number>>;
}

/**
 * `mistaken`: the text has a mistake that it had not. `same`: the same design as another one. `slow`: beyond the
 * latency. `broken`: an expectation or a need that is met today would not be. `undecided`: the other choice brings a
 * verdict that nobody accepts or expects. `unknown`: something is not known.
 */
export type Refusal = 'mistaken' | 'same' | 'slow' | 'broken' | 'undecided' | 'unknown';

/** How far a search is. */
export interface AdviceProgress {
  readonly done: number;
  readonly total: number;
}

interface Candidate {
  readonly nearby: Nearby;
  readonly edits: readonly Edit[];
  readonly resolved: Resolved;
  readonly results: Results;
  readonly measures: Measures;
}

/**
 * Looks for designs near one that serve some operations better: edits of its text, each read and explored as if it had
 * been written. First one change, then what is best with one more, up to three. A generator, so that the caller can
 * stop between two steps; the same design and request give the same advice. `most`: how many are looked at.
 */
export function* advise(
  resolved: Resolved,
  request: AdviceRequest,
  most = MOST_LOOKED,
): Generator<AdviceProgress, Advice> {
  const search = new Search(resolved, request, most);
  return yield* search.run();
}

class Search {
  private readonly refused = { mistaken: 0, same: 0, slow: 0, broken: 0, undecided: 0, unknown: 0 };
  private readonly budget: Budget = { left: BUDGET };
  private readonly caches = new Map<string, Cache>();
  private readonly models = new Set<string>();
  private readonly tried = new Set<string>();
  private readonly operations: readonly number[];
  private front: Candidate[] = [];
  private looked = 0;
  private moves: readonly Move[] = [];
  private total = 0;

  constructor(
    private readonly resolved: Resolved,
    private readonly request: AdviceRequest,
    private readonly most: number,
  ) {
    const all = resolved.model.operations.map((_, index) => index);
    this.operations = request.operation === undefined ? all : [request.operation];
  }

  *run(): Generator<AdviceProgress, Advice> {
    const { resolved, request } = this;
    const results = yield* this.explored(resolved, { left: Infinity });
    const measures = results && measuresOf(resolved.model, results, this.operations);
    if (results === undefined || measures === undefined) return yield* this.advice('0');
    this.models.add(modelText(resolved.model).whole);
    const today: Candidate = { nearby: [], edits: [], resolved, results, measures };
    this.moves = movesOf(this.ground(new Design(resolved, results)));
    const nearby = nearbyCount(this.moves, request);
    this.total = Number(nearby < BigInt(this.most) ? nearby : BigInt(this.most));
    this.front = [today];
    // What was refused may be the half of something good: it is taken further when all that is better has been.
    const left: Nearby[] = [];
    for (let parent: Nearby | undefined = []; parent !== undefined; parent = this.next(left)) {
      for (const move of this.moves.keys()) {
        const next = withMove(this.moves, parent, move, request);
        if (next === undefined || this.tried.has(next.join())) continue;
        if (this.looked >= this.most || this.budget.left <= 0) return yield* this.advice(nearby.toString(), today);
        this.tried.add(next.join());
        this.looked++;
        left.push(next);
        yield* this.look(next, today);
      }
    }
    return yield* this.advice(nearby.toString(), today);
  }

  /** What is changed further: the front first, those with the fewest changes before the others. */
  private next(left: Nearby[]): Nearby | undefined {
    const best = this.front.map(({ nearby }) => nearby.join());
    const isBest = (nearby: Nearby): boolean => best.includes(nearby.join());
    const found = left.findIndex(isBest);
    return left.splice(Math.max(0, found), 1)[0];
  }

  private *look(nearby: Nearby, today: Candidate): Generator<AdviceProgress> {
    yield this.progress();
    const edits = together(nearby.flatMap((i) => this.moves[i] ?? []));
    const after = edits && (yield* this.inSteps(editedInSteps(this.resolved, edits)));
    if (edits === undefined || after === undefined || isMistaken(after, this.resolved)) return this.refuse('mistaken');
    const text = modelText(after.model).whole;
    if (this.models.has(text)) return this.refuse('same');
    this.models.add(text);
    const results = yield* this.explored(after, this.budget);
    const measures = results && measuresOf(after.model, results, this.operations);
    if (results === undefined || measures === undefined) return this.refuse('unknown');
    if (this.isSlow(measures, today.measures)) return this.refuse('slow');
    if (breaks(today.results, results)) return this.refuse('broken');
    const isAnotherChoice = nearby.some((i) => this.moves[i]?.keepsVerdicts === true);
    if (isAnotherChoice && hasNewVerdict(today, after.model, results)) return this.refuse('undecided');
    if (this.front.some((one) => isAsGood(one.measures, measures))) return;
    const better: Candidate = { nearby, edits, resolved: after, results, measures };
    this.front = [...this.front.filter((one) => !isAsGood(measures, one.measures)), better];
  }

  private refuse(why: Refusal): void {
    this.refused[why]++;
  }

  private isSlow({ slowestMs }: Measures, today: Measures): boolean {
    const { latency } = this.request;
    if (latency === undefined) return false;
    const most = latency.ms + (latency.isMore ? (today.slowestMs ?? 0) : 0);
    return slowestMs === undefined || slowestMs > most;
  }

  private explored({ model }: Resolved, budget: Budget): Generator<AdviceProgress, Results | undefined> {
    return this.inSteps(explored(model, this.cacheOf(networkText(model)), budget));
  }

  private *inSteps<T>(steps: Generator<unknown, T>): Generator<AdviceProgress, T> {
    for (;;) {
      const next = steps.next();
      if (next.done === true) return next.value;
      yield this.progress();
    }
  }

  /** The one that was not needed for longest is given up. */
  private cacheOf(network: string): Cache {
    const cache = this.caches.get(network) ?? new Map<string, unknown>();
    this.caches.delete(network);
    this.caches.set(network, cache);
    const [oldest] = this.caches.keys();
    if (this.caches.size > MOST_CACHES && oldest !== undefined) this.caches.delete(oldest);
    return cache;
  }

  private progress(): AdviceProgress {
    return { done: this.looked, total: this.total };
  }

  /** The operations that share a store with the wanted ones may change as well. */
  private ground(design: Design): Ground {
    const { model } = design;
    const behind = model.operations.map((operation) => storesBehind(model, operation));
    const stores = [...new Set(this.operations.flatMap((operation) => behind[operation] ?? []))].sort((a, b) => a - b);
    const operations = behind.flatMap((own, operation) => (own.some((s) => stores.includes(s)) ? [operation] : []));
    return { design, operations, stores };
  }

  private *advice(nearby: string, today?: Candidate): Generator<AdviceProgress, Advice> {
    const { request, looked, refused } = this;
    const front: Advised[] = [];
    for (const one of this.front.toSorted((a, b) => compareMeasures(a.measures, b.measures))) {
      if (today === undefined || one === today) continue;
      yield this.progress();
      front.push({
        changes: one.nearby.flatMap((i) => this.moves[i]?.what ?? []),
        edits: one.edits,
        measures: one.measures,
        ...changesBetween({ name: 'today', ...today }, { name: 'then', ...one }),
      });
    }
    return {
      request,
      ...(today === undefined ? {} : { today: today.measures }),
      isTodayBeaten: today !== undefined && !this.front.includes(today),
      front,
      looked,
      nearby,
      refused,
    };
  }
}

function movesOf(ground: Ground): readonly Move[] {
  return MOVE_KINDS.flatMap((kind) => kind.moves(ground)).filter(({ edits }) => edits.length > 0);
}

/** Whether an expectation that holds, or a need that is given, is so no more. No edit changes which there are. */
function breaks(before: Results, after: Results): boolean {
  return (
    before.expectations.some(({ status }, i) => status === 'holds' && after.expectations[i]?.status !== 'holds') ||
    before.needs.some(({ status }, i) => status === 'given' && after.needs[i]?.status !== 'given')
  );
}

/** Whether something may happen to an operation that could not, and that no statement of the file puts up with. */
function hasNewVerdict(today: Candidate, model: Model, after: Results): boolean {
  // A share of time says nothing about what the other answers may be.
  const expectations = after.expectations.filter((one) => model.expectations[one.expectation]?.share === undefined);
  return after.clients.some((result, i) =>
    result.findings.some(({ outcome: { verdict } }) => {
      const isKnown = today.results.clients[i]?.findings.some(({ outcome }) => outcome.verdict === verdict);
      return verdict !== 'ok' && isKnown !== true && decisionOn(model, expectations, result, verdict) === undefined;
    }),
  );
}
