import { paced, type Steps } from '../base/steps.js';
import type { FaultFamily, Model, NeedModel, Step, Store, VertexId } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { familyText } from '../network/families.js';
import { compileTopology, type Topology } from '../network/topology.js';
import { LinkWorld } from '../network/linkWorld.js';
import type { World } from '../network/world.js';
import type { NeedResult } from './facts.js';
import { isWithin } from './family.js';
import { limitOf } from './limit.js';
import type { Earlier } from './guarantees/guarantee.js';
import { GUARANTEES } from './guarantees/index.js';
import { Judge } from './judge/judge.js';
import { writesOfSession } from './judge/writers.js';
import { hasCodes, NeedJudges, ownSteps, type Source, STALE } from './needJudges.js';
import { stepPaths } from './paths.js';
import { schemeOf } from './replication/index.js';
import type { AcknowledgedWrite } from './replication/scheme.js';
import { smallest } from './causes.js';
import { answersUnder, type Asked, askedInSteps, withBit } from './question.js';
import { sweep } from './sweep.js';
import { Codes } from './verdicts.js';
import { CODES } from './code.js';

/** One `needs` of one step for one client. */
export interface NeedQuestion {
  readonly operation: number;
  readonly step: number;
  readonly need: number;
  readonly client: VertexId;
}

/** The answer to one question. It does not contain the question, so that it can be kept for the next model. */
export type NeedAnswer = Omit<NeedResult, 'operation' | 'step' | 'need' | 'client' | 'guarantee'>;

export function needQuestions(model: Model): NeedQuestion[] {
  return model.operations.flatMap(({ steps, clients }, operation) =>
    steps.flatMap(({ needs }, step) =>
      needs.flatMap((_, need) => clients.map((client) => ({ operation, step, need, client }))),
    ),
  );
}

/** The needs that are impossible even on the healthy network: known without exploring any fault. In steps. */
export function* needsRefuted(model: Model): Steps<NeedResult[]> {
  const questions = needQuestions(model);
  if (questions.length === 0) return [];
  const needs = new Needs(model, compileTopology(model));
  const refuted: NeedResult[] = [];
  for (const question of questions) {
    yield QUESTION_SIZE;
    const answer = yield* paced(needs.onHealthyNetwork(question));
    if (answer?.status === 'impossible') refuted.push(needs.result(question, answer));
  }
  return refuted;
}

/** The work of one, in the units of a step. */
const QUESTION_SIZE = 1000;

/** Answers the `needs` of one model. */
export class Needs {
  private readonly judges: NeedJudges;
  /** Faults that are judged one by one. */
  private readonly singles: readonly Cause[];
  private readonly looked = new Map<string, LookedAt>();

  constructor(
    private readonly model: Model,
    private readonly topology: Topology,
  ) {
    this.judges = new NeedJudges(model, topology);
    this.singles = [HEALTHY, ...model.partitions.map((_, partition) => ({ ...HEALTHY, partition }))];
  }

  result(question: NeedQuestion, answer: NeedAnswer): NeedResult {
    const { operation, step, need, client } = question;
    const guarantee = this.model.operations[operation]?.steps[step]?.needs[need]?.guarantee ?? 'eventual';
    return { operation, step, need, guarantee, client, ...answer };
  }

  /**
   * The client's reads, which are a part of its session. Apart from the network and the writers of the store, the
   * answer depends on nothing else.
   */
  sessionOf({ operation, step, client }: NeedQuestion): readonly (readonly Step[])[] {
    const store = this.model.operations[operation]?.steps[step]?.store;
    return this.model.operations.flatMap(({ clients, steps, through }) =>
      clients.includes(client) && steps.some((one) => one.store === store && one.access === 'read')
        ? [steps.map((one) => ({ ...one, needs: [], ...(through === undefined ? {} : { through }) }))]
        : [],
    );
  }

  /** `impossible`, or `not known` if the design does not say enough; undefined: given on the healthy network. */
  *onHealthyNetwork(question: NeedQuestion): Generator<void, NeedAnswer | undefined> {
    const asked = this.look(question);
    if (asked === undefined) return undefined;
    const { need, paths } = asked;
    const open = this.whyOpen(question, paths.store);
    if (open !== undefined) return { status: 'not known', why: open };
    const guarantee = GUARANTEES[need.guarantee];
    const ability = guarantee.ability(paths, need);
    const remedy = guarantee.remedy(paths, need);
    if (ability.kind === 'impossible')
      return { status: 'impossible', why: ability.why, source: ability.source, remedy };
    const breakers = guarantee.breakers(paths, need);
    const healthy = new LinkWorld(this.topology, HEALTHY, 0);
    const sources = this.judges.sources(question, breakers, 'settled');
    if (yield* this.judges.isBroken(healthy, sources)) {
      return {
        status: 'impossible',
        why: yield* this.judges.reason(HEALTHY, sources),
        source: guarantee.source,
        remedy,
      };
    }
    return ability.kind === 'not known' ? { status: 'not known', why: ability.why } : undefined;
  }

  /** The whole answer, under every fault that the model explores. Pauses between runs. */
  *answer(question: NeedQuestion, limitOfRuns: number): Generator<void, NeedAnswer> {
    const early = yield* this.onHealthyNetwork(question);
    const asked = this.look(question);
    if (asked === undefined) return { status: 'given', why: '' };
    const isOpen = early?.status === 'not known' && this.whyOpen(question, asked.paths.store) !== undefined;
    if (early?.status === 'impossible' || (early !== undefined && isOpen)) return early;
    const { need, paths } = asked;
    const guarantee = GUARANTEES[need.guarantee];
    const breakers = guarantee.breakers(paths, need);
    let incomplete: FaultFamily | undefined;
    for (const phase of breakers.phases === 'settled' ? (['settled'] as const) : (['settled', 'detecting'] as const)) {
      const sources = this.judges.sources(question, breakers, phase);
      const found = yield* this.smallestBreak(sources, limitOfRuns);
      incomplete ??= found.incomplete;
      if (found.cause === undefined) continue;
      return {
        status: 'broken',
        why: yield* this.judges.reason(found.cause, sources),
        source: guarantee.source,
        remedy: guarantee.remedy(paths, need),
        cause: found.cause,
        ...(phase === 'detecting' ? { whileDetecting: true as const } : {}),
      };
    }
    for (const earlier of breakers.session) {
      const found = yield* this.breakAcrossFaults(question, earlier, limitOfRuns);
      incomplete ??= found.incomplete;
      if (found.causes === undefined) continue;
      const what = earlier === 'writes' ? 'what it wrote' : 'what it was answered';
      const why = `the replicas that answer need not have ${what} before`;
      return {
        status: 'broken',
        why,
        source: guarantee.source,
        remedy: guarantee.remedy(paths, need),
        ...found.causes,
      };
    }
    if (early !== undefined) return early;
    if (incomplete === undefined) return { status: 'given', why: '' };
    return {
      status: 'not known',
      why: `there are too many faults to look at all of them; it holds for ${familyText(this.model, incomplete)}`,
    };
  }

  /** Why it is not known whatever is explored; undefined: exploring tells. */
  private whyOpen(question: NeedQuestion, store: Store): string | undefined {
    return limitOf(store) ?? this.judges.limit(question) ?? this.notDescribed(question);
  }

  /** Why a promise to a client is not known if its request goes through services, or reads derived data. */
  private notDescribed({ operation, step }: NeedQuestion): string | undefined {
    const asked = this.model.operations[operation];
    if (this.model.stores[asked?.steps[step]?.store ?? -1]?.from !== undefined)
      return 'in which order a feed brings derived data up to date is not described';
    if (asked?.through === undefined) return undefined;
    return (
      'the request goes through a service, and which instance carries out the next one, and what it remembers, ' +
      'is not described'
    );
  }

  private look({ operation, step: i, need: n, client }: NeedQuestion) {
    const step = this.model.operations[operation]?.steps[i];
    const need: NeedModel | undefined = step?.needs[n];
    const paths = step === undefined ? undefined : stepPaths(this.model, this.topology, step, client);
    return need === undefined || paths === undefined ? undefined : { need, paths };
  }

  private *smallestBreak(sources: readonly Source[], limitOfRuns: number): Generator<void, Smallest> {
    const causes: Cause[] = [];
    let incomplete: FaultFamily | undefined;
    for (const source of sources) {
      const found = yield* this.lookedAt(source, limitOfRuns);
      const wanted = CODES.filter((code) => (source.wanted & (1 << code)) !== 0);
      causes.push(...wanted.flatMap((code) => found.causes[code] ?? []));
      incomplete ??= found.incomplete;
    }
    const [cause] = smallest(this.model, causes);
    return { ...(cause === undefined ? {} : { cause }), ...(incomplete === undefined ? {} : { incomplete }) };
  }

  /**
   * The smallest causes of every code that a source can have, kept for other guarantees that the same step or write can
   * break.
   */
  private *lookedAt(source: Source, limitOfRuns: number): Generator<void, LookedAt> {
    const { key, judge, writer } = source;
    const { operation, step, client } = writer;
    const place = `${key} ${operation} ${step} ${client}`;
    const known = this.looked.get(place);
    if (known !== undefined) return known;
    const sink = new Codes();
    const asked = askedInSteps(
      function* (world) {
        sink.mask = 0;
        yield* judge.judgeStep(world, writer, sink);
        return sink.mask;
      },
      () => judge.cases.judged,
    );
    const kinds = this.judges.kindsOf(source);
    const question = { ...asked, bits: CODES.length, kinds: () => kinds };
    const answers = yield* answersUnder(this.topology, question, this.singles);
    const causes = CODES.map((code) => withBit(this.singles, answers, code));
    let incomplete: FaultFamily | undefined;
    for (const family of this.model.families) {
      const found = yield* sweep(this.topology, family, question, limitOfRuns);
      for (const code of CODES) causes[code]?.push(...(found.causes[code] ?? []));
      if (!found.complete) incomplete ??= found.family;
    }
    const looked = { causes, ...(incomplete === undefined ? {} : { incomplete }) };
    this.looked.set(place, looked);
    return looked;
  }

  /**
   * A session outlives a fault: a client may miss its writes and answers from one fault under another fault, or right
   * after the heal. Histories of a primary's failover are compared within one fault only, because the scheme does not
   * define the primary after it.
   */
  private *breakAcrossFaults(
    { operation, step, client }: NeedQuestion,
    earlier: Earlier,
    limitOfRuns: number,
  ): Generator<
    void,
    { readonly causes?: { readonly cause: Cause; readonly earlier: Cause }; readonly incomplete?: FaultFamily }
  > {
    if (this.judges.harmsNoData({ operation, step, client })) return {};
    const store = this.model.operations[operation]?.steps[step]?.store ?? -1;
    const session = { store, steps: ownSteps(this.model, earlier, store, client), carried: [] };
    const watching = this.judges.sessionJudge('settled', earlier, { operation, step, client });
    const asked = this.model.stores[store];
    const worth = asked === undefined ? undefined : schemeOf(asked).worth;
    const seen = (world: World): AcknowledgedWrite[] =>
      watching.acknowledgedIn(world, store).filter((write) => worth?.outlivesFault?.(write) !== false);
    // Only the writes that are missed most easily: there are few.
    let kinds: AcknowledgedWrite[] = [];
    const watched = yield* this.smallestCause(
      yesOrNo((world) => {
        for (const one of seen(world))
          if (!kinds.some((other) => isEasierToMiss(other, one)))
            kinds = [...kinds.filter((other) => !isEasierToMiss(one, other)), one];
        return false;
      }),
      limitOfRuns,
    );
    const missing = (carried: readonly AcknowledgedWrite[]): Judge =>
      new Judge(this.topology, { source: writesOfSession({ ...session, carried }) });
    const misses = (judge: Judge, world: World): Generator<void, boolean> =>
      hasCodes(judge, world, { operation, step, client }, STALE);
    const judge = missing(kinds);
    const asks = askedInSteps(
      function* (world) {
        return (yield* misses(judge, world)) ? 1 : 0;
      },
      () => judge.cases.judged,
    );
    const { cause, ...limits } = yield* this.smallestCause(asks, limitOfRuns);
    const incomplete = watched.incomplete ?? limits.incomplete;
    const limited = incomplete === undefined ? {} : { incomplete };
    if (cause === undefined) return limited;
    let missed: AcknowledgedWrite | undefined;
    for (const one of kinds)
      if (missed === undefined && (yield* misses(missing([one]), new LinkWorld(this.topology, cause, 0)))) missed = one;
    const before = yield* this.smallestCause(
      yesOrNo((world) => missed !== undefined && seen(world).some((one) => isEasierToMiss(one, missed))),
      limitOfRuns,
    );
    return { causes: { cause, earlier: before.cause ?? HEALTHY }, ...limited };
  }

  /** The smallest explored fault for which the answer is 1, the healthy network included. */
  private *smallestCause(asked: Asked, limitOfRuns: number): Generator<void, Smallest> {
    const question = { ...asked, bits: 1 };
    const answers = yield* answersUnder(this.topology, question, this.singles);
    const causes = withBit(this.singles, answers, 0);
    let incomplete: FaultFamily | undefined;
    for (const family of this.model.families) {
      const found = yield* sweep(this.topology, family, question, limitOfRuns);
      causes.push(...(found.causes[0] ?? []));
      if (!found.complete) incomplete ??= found.family;
    }
    const [cause] = smallest(this.model, causes);
    return { ...(cause === undefined ? {} : { cause }), ...(incomplete === undefined ? {} : { incomplete }) };
  }
}

/** A question that never takes long. */
function yesOrNo(isTrue: (world: World) => boolean): Asked {
  return { answer: (world) => (isTrue(world) ? 1 : 0) };
}

/** Per code, its smallest causes. */
interface LookedAt {
  readonly causes: readonly (readonly Cause[])[];
  /** The family that was explored instead of a larger one. */
  readonly incomplete?: FaultFamily;
}

interface Smallest {
  readonly cause?: Cause;
  /** The family that was explored instead of a larger one. */
  readonly incomplete?: FaultFamily;
}

function isEasierToMiss(a: AcknowledgedWrite, b: AcknowledgedWrite): boolean {
  return a.fallback === b.fallback && isWithin(a.family, b.family);
}
