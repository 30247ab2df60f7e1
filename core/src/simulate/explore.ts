import { run } from '../base/steps.js';
import type { Model } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import type { Topology } from '../network/topology.js';
import { LinkWorld } from '../network/linkWorld.js';
import type { World } from '../network/world.js';
import { Choices } from './choices.js';
import { rootOf } from './derived.js';
import { shrink } from './shrink.js';
import type { Broken } from './run.js';
import { type End, ENDS, type Request, type Script, type When } from './script.js';
import { Simulation } from './simulation.js';
import { type Held, KeepingLog, SilentLog, type TraceStep } from './trace.js';

/** What can one request of a design come to under one fault? */
export interface Question {
  readonly model: Model;
  readonly topology: Topology;
  readonly cause: Cause;
  /** The fault, in words; empty if nothing breaks, or if the steps are not kept. */
  readonly what: string;
  readonly target: Request;
  readonly phase: 'detecting' | 'settled';
  /** A question that needs more runs is not answered. */
  readonly mostRuns: number;
}

/**
 * Everything that a request can come to; undefined: more than `mostRuns` runs would be needed. Silent clients have no
 * ends.
 */
export function possibleEnds(question: Question): ReadonlySet<End> | undefined {
  const found = new Set<End>();
  const complete = run(eachRun(question, (ends) => void found.add(worstOf(ends))));
  return complete ? found : undefined;
}

export interface Witness {
  readonly end: End;
  /** The steps that show something; see `shrink`. */
  readonly steps: readonly TraceStep[];
  /** What replicas have after the last step. */
  readonly held: readonly Held[];
  /** How many steps the run has without this selection. */
  readonly ofSteps: number;
}

/**
 * The shortest run that ends as wanted, of several the first; undefined: none within `mostRuns` runs. A run of several
 * steps can end with more than one harm: a run that ends with no worse harm is preferred. For `ok`, a run in which the
 * request is issued under the fault is preferred, because a request before the break says nothing about the fault. With
 * pauses between runs.
 */
export function* witness(question: Question, wanted: End): Generator<void, Witness | undefined> {
  let best: { readonly witness: Witness; readonly cost: number } | undefined;
  yield* eachRun(question, (ends, replay, { targetWhen }) => {
    if (!ends.includes(wanted)) return;
    const { steps: all, held } = replay();
    const steps = shrink(all);
    // More steps than any run has: a run that is preferred comes first.
    const isSecond = worstOf(ends) !== wanted || (wanted === 'ok' && targetWhen === 'before');
    const cost = steps.length + (isSecond ? Number.MAX_SAFE_INTEGER / 2 : 0);
    if (cost < (best?.cost ?? Infinity)) best = { witness: { end: wanted, steps, held, ofSteps: all.length }, cost };
  });
  return best?.witness;
}

function worstOf(ends: readonly End[]): End {
  return ENDS.findLast((end) => ends.includes(end)) ?? 'ok';
}

interface Replayed {
  readonly steps: readonly TraceStep[];
  readonly held: readonly Held[];
}

/** The caller can stop after this many runs: one takes a tenth of a millisecond, mostly … */
const RUNS_BETWEEN_PAUSES = 8;
/** … and to make it again with its steps, and to choose among these, takes as long as several. */
const RUNS_OF_A_REPLAY = 4;

/** Every run of every script; false where there were too many. `replay` makes a run again, to keep its steps. */
function* eachRun(
  { model, topology, cause, what, target, phase, mostRuns }: Question,
  visit: (ends: readonly End[], replay: () => Replayed, script: Script) => void,
): Generator<void, boolean> {
  const broken = new LinkWorld(topology, cause, 0);
  if (broken.isSilent(target.client)) return true;
  const of: Broken = { model, topology, healthy: new LinkWorld(topology, HEALTHY, 0), broken, what };
  let runs = 0;
  let sincePause = 0;
  for (const script of scripts(model, broken, target, phase)) {
    const choices = new Choices();
    const replay = (): Replayed => {
      sincePause += RUNS_OF_A_REPLAY;
      const log = new KeepingLog();
      const simulation = new Simulation(of, choices.again(), log);
      simulation.play(script);
      return { steps: log.steps, held: simulation.held() };
    };
    do {
      if (++runs > mostRuns) return false;
      if (++sincePause >= RUNS_BETWEEN_PAUSES) {
        sincePause = 0;
        yield;
      }
      const ends = new Simulation(of, choices, new SilentLog()).play(script);
      if (ends !== undefined) visit(ends, replay, script);
    } while (choices.advance());
  }
  return true;
}

/**
 * The target alone, and the target together with each write that a client can issue to one of its stores, at each time.
 */
function scripts(model: Model, broken: World, target: Request, phase: 'detecting' | 'settled'): Script[] {
  const steps = model.operations[target.operation]?.steps ?? [];
  // Derived data shows the writes to its source.
  const stores = new Set(steps.map(({ store }) => rootOf(model, store)));
  const targetTimes: readonly When[] = steps.some(({ access }) => access === 'write') ? [phase, 'before'] : [phase];
  const others = model.operations.flatMap((operation, o) =>
    operation.steps.some(({ access, store }) => access === 'write' && stores.has(store))
      ? operation.clients.map((client): Request => ({ operation: o, client }))
      : [],
  );
  const times: readonly When[] = ['before', 'detecting', 'settled'];
  return targetTimes.flatMap((targetWhen): Script[] => [
    { target, targetWhen },
    ...others.flatMap((other) =>
      times
        .filter((when) => when === 'before' || !broken.isSilent(other.client))
        .map((when): Script => ({ target, targetWhen, other: { ...other, when } })),
    ),
  ]);
}

/** From harmless to harmful. */
export function inOrder(ends: ReadonlySet<End>): End[] {
  return ENDS.filter((end) => ends.has(end));
}
