import { HARMS } from '../base/harm.js';
import { run } from '../base/steps.js';
import type { Model, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { storesBehind } from '../model/uses.js';
import { compileTopology, type Topology } from '../network/topology.js';
import { LinkWorld } from '../network/linkWorld.js';
import { type Asked, askedInSteps, type Kin, madeOf, type Question, type Stranger } from './question.js';
import { type AskedFor, kindsOf } from './interchangeable.js';
import { type Code, codeOf, OK } from './code.js';
import type { FaultVerdict, Outcome } from './facts.js';
import { Freshnesses } from './freshness.js';
import { Judge } from './judge/judge.js';
import { isServedOrNot } from './judge/mostCodes.js';
import { type Detail, type Sink, tellsMore } from './judge/sink.js';
import type { Phase } from './judge/situations.js';
import { limitOf, limitOfCases } from './limit.js';

/** By the model: a caller that explores one fault after the other asks about the same design many times. */
const ofModels = new WeakMap<Model, Verdicts>();

/** Those of a model that everybody shares, with what is found out about its network. */
export function verdictsOf(model: Model): Verdicts {
  const known = ofModels.get(model) ?? new Verdicts(model);
  ofModels.set(model, known);
  return known;
}

/** A question but for how many bits its answers have. */
type Sought = Required<Pick<Question, 'answer' | 'inSteps' | 'cases' | 'kin' | 'kinds'>>;

/** The verdicts of the requests of one model under single faults. */
export class Verdicts {
  readonly topology: Topology;
  /** Once the break has settled. */
  readonly settled: Judge;
  private knownFreshnesses: Freshnesses | undefined;
  private readonly otherJudges = new Map<Phase, Judge>();
  private readonly kinds = new Map<string, readonly number[] | undefined>();
  private readonly strangers = new Map<Judge, Map<string, Stranger | undefined>>();
  /** Combinations of situations that were judged thoroughly since the last pause for them. */
  private sincePause = 0;
  private readonly limits = new Map<number, string | undefined>();

  constructor(
    readonly model: Model,
    readonly lastWrites = true,
  ) {
    this.topology = compileTopology(model);
    this.settled = new Judge(this.topology, { lastWrites });
  }

  /** When reads see writes; most designs never ask. */
  get freshnesses(): Freshnesses {
    return (this.knownFreshnesses ??= new Freshnesses(this.topology, this.settled.writers));
  }

  /** While the break is being detected; most designs never need it. */
  get detecting(): Judge {
    return this.judgeOf('detecting');
  }

  judgeOf(phase: Phase): Judge {
    if (phase === 'settled') return this.settled;
    const known = this.otherJudges.get(phase) ?? new Judge(this.topology, { phase, lastWrites: this.lastWrites });
    this.otherJudges.set(phase, known);
    return known;
  }

  /** The limit that prevents the analysis of an operation, if there is one. */
  limit(operation: number): string | undefined {
    if (!this.limits.has(operation)) this.limits.set(operation, this.findLimit(operation));
    return this.limits.get(operation);
  }

  private findLimit(operation: number): string | undefined {
    const found = this.model.operations[operation];
    for (const index of found === undefined ? [] : storesBehind(this.model, found)) {
      const store = this.model.stores[index];
      const limit = store === undefined ? undefined : limitOf(store);
      if (limit !== undefined) return limit;
    }
    return limitOfCases(this.model, (phase) => this.judgeOf(phase), { operation });
  }

  private kindsOf(index: number, asked: Omit<AskedFor, 'operation'>): readonly number[] | undefined {
    const place = `${index} ${asked.client} ${asked.phase} ${asked.isOkAsked}`;
    if (!this.kinds.has(place)) {
      const operation = this.model.operations[index];
      this.kinds.set(place, operation && kindsOf(this.model, { ...asked, operation }));
    }
    return this.kinds.get(place);
  }

  under(cause: Cause, operation: number, client: VertexId, judge = this.settled): FaultVerdict {
    return run(this.underInSteps(cause, operation, client, judge));
  }

  /** `under`, with pauses where there are many combinations of situations. */
  *underInSteps(
    cause: Cause,
    operation: number,
    client: VertexId,
    judge = this.settled,
  ): Generator<void, FaultVerdict> {
    const world = new LinkWorld(this.topology, cause, 0);
    if (world.isSilent(client)) return { cause, outcomes: [], silent: true };
    const reasons = new Reasons();
    const before = judge.cases.judged;
    yield* judge.judge(world, operation, client, reasons);
    this.sincePause += judge.cases.judged - before;
    if (this.sincePause > FEW_CASES) {
      this.sincePause = 0;
      yield;
    }
    return { cause, outcomes: outcomesOf(reasons), silent: false };
  }

  /** The outcomes that are possible while the break is being detected, and not once it has settled. */
  *besidesInSteps(settled: FaultVerdict, operation: number, client: VertexId): Generator<void, Outcome[]> {
    const codes = settled.outcomes.map(codeOf);
    const early = yield* this.underInSteps(settled.cause, operation, client, this.detecting);
    return early.outcomes.filter((outcome) => codeOf(outcome) !== OK && !codes.includes(codeOf(outcome)));
  }

  /** The codes that can occur for a request in a world, as a mask; a sweep asks this. `onlyDuring`: as in `Sink`. */
  question(operation: number, client: VertexId, judge = this.settled, onlyDuring = false): Sought {
    const { phase } = judge.situations;
    return {
      ...this.asked(operation, client, judge, onlyDuring),
      kinds: () => this.kindsOf(operation, { client, phase, isOkAsked: true }),
      kin: this.kin(operation, client, judge, onlyDuring),
    };
  }

  /** The same without `ok`: more machines can change places then. */
  harms(operation: number, client: VertexId, judge = this.settled): Sought {
    const { phase } = judge.situations;
    const { kin, ...asked } = madeOf(this.question(operation, client, judge), (codes) => codes & ~(1 << OK));
    const kinds = (): readonly number[] | undefined => this.kindsOf(operation, { client, phase, isOkAsked: false });
    return { ...asked, kinds, kin: { ...kin, shape: `harms ${kin.shape}` } };
  }

  private asked(operation: number, client: VertexId, judge: Judge, onlyDuring: boolean): Required<Asked> {
    const sink = new Codes(onlyDuring);
    return askedInSteps(
      function* (world) {
        sink.mask = 0;
        yield* judge.judge(world, operation, client, sink);
        return sink.mask;
      },
      () => judge.cases.judged,
    );
  }

  /** Operations of the same steps are one, whatever their names. */
  private kin(operation: number, client: VertexId, judge: Judge, onlyDuring: boolean): Kin {
    const asked = this.model.operations[operation];
    // What is served or not served asks for the same, be it read or written.
    const { phase } = judge.situations;
    const isEven = phase === 'settled' && asked !== undefined && isServedOrNot(this.model, asked);
    const steps = asked?.steps.map(({ access, store, level }) => [isEven ? '' : access, store, level]);
    return {
      client,
      shape: JSON.stringify([phase, onlyDuring, asked?.through, steps]),
      stores: asked === undefined ? [] : storesBehind(this.model, asked),
      stranger: () => {
        if (isPinned(this.model, client)) return undefined;
        const steps = asked?.steps.map(({ access, store, level }) => [access, store, level]);
        const key = JSON.stringify([onlyDuring, asked?.through, steps]);
        const strangers = this.strangers.get(judge) ?? new Map<string, Stranger | undefined>();
        this.strangers.set(judge, strangers);
        if (!strangers.has(key)) {
          const stranger = this.strangerTo(operation);
          const found = stranger === undefined ? undefined : this.asked(operation, stranger, judge, onlyDuring);
          strangers.set(key, found && { ...found, client: stranger ?? -1 });
        }
        return strangers.get(key);
      },
    };
  }

  /** The first client that writes to nothing that an operation depends on, and may have to ask all replicas. */
  private strangerTo(operation: number): VertexId | undefined {
    const { model, settled } = this;
    const asked = model.operations[operation];
    const stores = asked === undefined ? [] : storesBehind(model, asked);
    const writers = new Set(stores.flatMap((store) => settled.writers[store]?.map(({ client }) => client) ?? []));
    const machines = new Set(stores.flatMap((store) => model.stores[store]?.replicas ?? []));
    const found = model.vertices.findIndex(
      ({ kind }, vertex) =>
        kind === 'client' &&
        !writers.has(vertex) &&
        !isPinned(model, vertex) &&
        !machines.has(this.topology.anchor[vertex] ?? vertex),
    );
    return found < 0 ? undefined : found;
  }
}

function isPinned({ vertices }: Model, client: VertexId): boolean {
  const vertex = vertices[client];
  return vertex?.kind === 'client' && vertex.via.length > 0;
}

/** The outcomes of each way in which the stores may settle, which chance decides; empty for a silent client. */
export function casesUnder(
  { topology }: Verdicts,
  judge: Judge,
  cause: Cause,
  { operation, client }: { readonly operation: number; readonly client: VertexId },
): readonly (readonly Outcome[])[] {
  const cases: Reasons[] = [];
  const world = new LinkWorld(topology, cause, 0);
  const sink: Sink = {
    thorough: true,
    nextCase: () => cases.push(new Reasons()),
    add: (code, detail) => cases.at(-1)?.add(code, detail),
  };
  if (!world.isSilent(client)) run(judge.judge(world, operation, client, sink));
  return cases.map(outcomesOf);
}

/** Thorough judging pauses after more combinations of situations than this. */
const FEW_CASES = 16;

/** Collects only the codes that can occur. */
export class Codes implements Sink {
  readonly thorough = false;
  mask = 0;
  constructor(readonly onlyDuring = false) {}
  add(code: Code): void {
    this.mask |= 1 << code;
  }
  hasAll(codes: number): boolean {
    return (this.mask & codes) === codes;
  }
}

/** Collects the reasons, the more telling one for each code: a rival during the break tells more than one before it. */
class Reasons implements Sink {
  readonly thorough = true;
  readonly details = new Map<Code, Detail>();
  add(code: Code, detail: Detail): void {
    const known = this.details.get(code);
    if (known === undefined || tellsMore(detail, known)) this.details.set(code, detail);
  }
}

/** From harmful to harmless. */
function outcomesOf(reasons: Reasons): Outcome[] {
  return [...reasons.details]
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
        ...(detail.before === undefined ? {} : { before: detail.before }),
        ...(detail.halfDone === undefined ? {} : { halfDone: detail.halfDone }),
      };
    });
}
