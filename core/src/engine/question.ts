import { run } from '../base/steps.js';
import type { FaultFamily, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { LinkWorld } from '../network/linkWorld.js';
import type { Topology } from '../network/topology.js';
import type { World } from '../network/world.js';
import type { FoundBy } from './facts.js';

/** A question about one world, with its answers as a mask of `bits` bits. */
export interface Question extends Asked {
  readonly bits: number;
  /**
   * By vertex: where two have equal numbers, the answer under a fault is that under the fault in which they have
   * changed places. Absent or undefined: no two do.
   */
  kinds?(): readonly number[] | undefined;
  /** Absent: nothing is known of who asks. */
  readonly kin?: Kin;
}

/** Of questions that differ in nothing but the client that asks. */
export interface Kin {
  readonly client: VertexId;
  /** Those that the answer depends on, by their indexes. */
  readonly stores: readonly number[];
  /** Equal shapes: the questions differ in nothing but the client, or they ask the network for the same. */
  readonly shape: string;
  /** The same question of a client that takes no other part in it, always the same one; undefined: there is none. */
  stranger(): Stranger | undefined;
}

export interface Stranger extends Asked {
  readonly client: VertexId;
}

/** What a run asks. */
export interface Asked {
  answer(world: World): number;
  /** The same, with pauses where it takes long. Absent: it never does. */
  inSteps?(world: World): Generator<void, number>;
  /** In how many combinations of situations it was judged so far, over all answers. Absent: in few. */
  cases?(): number;
}

/** The answer in one world, with pauses where it takes long. */
export function* answerTo(asked: Pick<Asked, 'answer' | 'inSteps'>, world: World): Generator<void, number> {
  return asked.inSteps === undefined ? asked.answer(world) : yield* asked.inSteps(world);
}

/** A question that may take long. `cases`: as in `Asked`. */
export function askedInSteps(inSteps: (world: World) => Generator<void, number>, cases: () => number): Required<Asked> {
  return { answer: (world) => run(inSteps(world)), inSteps, cases };
}

/** The answers under some faults in which everything is decided, in their order. */
export function* answersUnder(
  topology: Topology,
  asked: Pick<Asked, 'answer' | 'inSteps'>,
  causes: readonly Cause[],
): Generator<void, number[]> {
  const answers: number[] = [];
  for (const cause of causes) {
    if (answers.length % RUNS_BETWEEN_PAUSES === RUNS_BETWEEN_PAUSES - 1) yield;
    answers.push(yield* answerTo(asked, new LinkWorld(topology, cause, 0)));
  }
  return answers;
}

/** Of these faults, those whose answers have a bit. `answers`: in their order. */
export function withBit(causes: readonly Cause[], answers: readonly number[], bit: number): Cause[] {
  return causes.filter((_, i) => ((answers[i] ?? 0) >> bit) & 1);
}

/** A question whose answer is made of that to another one. */
export function madeOf<From extends Asked>(asked: From, make: (answer: number, world: World) => number): From {
  const { inSteps } = asked;
  return {
    ...asked,
    answer: (world) => make(asked.answer(world), world),
    ...(inSteps === undefined
      ? {}
      : {
          *inSteps(world: World): Generator<void, number> {
            return make(yield* inSteps(world), world);
          },
        }),
  };
}

/** After this many runs the caller can cancel. They take at most a millisecond, even in a large network. */
export const RUNS_BETWEEN_PAUSES = 8;
/** This many combinations take as long as a run. */
const CASES_OF_A_RUN = 4;
/** A run in which stores may settle in at most this many ways together is one run … */
const CASES_PER_RUN = 128;
/** … and this many ways more count as another one. */
const CASES_PER_MORE = 4;

/** The runs of a sweep, counted: one in which an operation is judged in many combinations counts as several. */
export class Runs {
  count = 0;
  private more = 0;
  private sincePause = 0;

  constructor(
    private readonly question: Asked,
    private readonly most: number,
    /** Answers as the question does. */
    private readonly tree: Pick<Asked, 'answer' | 'inSteps'> = question,
  ) {}

  /** Another run begins; false: there were as many as there may be. */
  begin(): boolean {
    this.sincePause++;
    const isLeft = this.hasLeft(1);
    this.count++;
    return isLeft;
  }

  /** May that many more begin? */
  hasLeft(runs: number): boolean {
    return this.count + this.more + runs <= this.most;
  }

  *answer(world: World): Generator<void, number> {
    const before = this.question.cases?.() ?? 0;
    const answer = yield* answerTo(this.tree, world);
    const cases = (this.question.cases?.() ?? 0) - before;
    this.sincePause += Math.floor(cases / CASES_OF_A_RUN);
    const more = Math.max(0, Math.floor((cases - CASES_PER_RUN) / CASES_PER_MORE));
    this.more += more;
    return answer;
  }

  /** Is it time to let the caller cancel? */
  get isPause(): boolean {
    if (this.sincePause < RUNS_BETWEEN_PAUSES) return false;
    this.sincePause = 0;
    return true;
  }
}

/** The result of a sweep over one family, per bit of the answer. */
export interface Sweep {
  /** The family that was explored: the one of the question, or one with fewer links. */
  readonly family: FaultFamily;
  readonly complete: boolean;
  readonly foundBy: FoundBy;
  /** In how many faults each bit is set. */
  readonly faults: readonly bigint[];
  /** Per bit, causes of which none contains another, smallest first, at most MAX_CAUSES. */
  readonly causes: readonly (readonly Cause[])[];
}

/** A sweep over fewer cuts than were asked for, and the cap that the others went beyond. */
export function cutShort(sweep: Omit<Sweep, 'complete'>, cap: NonNullable<FoundBy['cap']>): Sweep {
  return { ...sweep, complete: false, foundBy: { ...sweep.foundBy, cap } };
}
