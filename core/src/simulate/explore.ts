import type { Model } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import type { Topology } from '../network/topology.js';
import { World } from '../network/world.js';
import { Choices } from './choices.js';
import { shrink } from './shrink.js';
import { type End, ENDS, type Request, type Script, Simulation, type When } from './simulation.js';
import { KeepingLog, SilentLog, type TraceStep } from './trace.js';

/** A question that needs more runs than this is not answered: a few seconds at most. */
export const MAX_RUNS = 100_000;

/**
 * Everything that a request can come to under one fault; undefined: more than `mostRuns` runs would be needed. Silent
 * clients come to nothing.
 */
export function possibleEnds(
  model: Model,
  topology: Topology,
  cause: Cause,
  target: Request,
  phase: 'detecting' | 'settled',
  mostRuns = MAX_RUNS,
): ReadonlySet<End> | undefined {
  const found = new Set<End>();
  const complete = eachRun(
    model,
    topology,
    cause,
    '',
    target,
    phase,
    mostRuns,
    (ends) => void found.add(worstOf(ends)),
  );
  return complete ? found : undefined;
}

export interface Witness {
  readonly end: End;
  /** Without what shows nothing. */
  readonly steps: readonly TraceStep[];
  /** How many steps the run has with that. */
  readonly ofSteps: number;
}

/**
 * The shortest run that ends so, of several the first; undefined: none within `mostRuns` runs. A run of several steps
 * can come to more than one harm: one that comes to nothing worse goes before one that does. Of what goes well, one in
 * which it is asked for under the fault goes first: what goes well before it says nothing about the fault. `what`: the
 * fault, in words; empty where nothing breaks.
 */
export function witness(
  model: Model,
  topology: Topology,
  cause: Cause,
  what: string,
  target: Request,
  phase: 'detecting' | 'settled',
  wanted: End,
  mostRuns = MAX_RUNS,
): Witness | undefined {
  let best: { readonly witness: Witness; readonly cost: number } | undefined;
  eachRun(model, topology, cause, what, target, phase, mostRuns, (ends, replay, { targetWhen }) => {
    if (!ends.includes(wanted)) return;
    const all = replay();
    const steps = shrink(all);
    // No run has as many steps as that: whatever ends as asked goes first.
    const isSecond = worstOf(ends) !== wanted || (wanted === 'ok' && targetWhen === 'before');
    const cost = steps.length + (isSecond ? Number.MAX_SAFE_INTEGER / 2 : 0);
    if (cost < (best?.cost ?? Infinity)) best = { witness: { end: wanted, steps, ofSteps: all.length }, cost };
  });
  return best?.witness;
}

function worstOf(ends: readonly End[]): End {
  return ENDS.findLast((end) => ends.includes(end)) ?? 'ok';
}

/** Every run of every script; false where there were too many. `replay` makes a run again, to keep its steps. */
function eachRun(
  model: Model,
  topology: Topology,
  cause: Cause,
  what: string,
  target: Request,
  phase: 'detecting' | 'settled',
  mostRuns: number,
  visit: (ends: readonly End[], replay: () => readonly TraceStep[], script: Script) => void,
): boolean {
  const healthy = new World(topology, HEALTHY, 0);
  const broken = new World(topology, cause, 0);
  if (broken.isSilent(target.client)) return true;
  let runs = 0;
  for (const script of scripts(model, broken, target, phase)) {
    const choices = new Choices();
    do {
      if (++runs > mostRuns) return false;
      const ends = new Simulation(model, topology, healthy, broken, what, choices, new SilentLog()).run(script);
      if (ends === undefined) continue;
      visit(
        ends,
        () => {
          const log = new KeepingLog();
          new Simulation(model, topology, healthy, broken, what, choices.again(), log).run(script);
          return log.steps;
        },
        script,
      );
    } while (choices.advance());
  }
  return true;
}

/**
 * The target by itself, and behind or around each write that some client can issue to one of its stores, at each time.
 */
function scripts(model: Model, broken: World, target: Request, phase: 'detecting' | 'settled'): Script[] {
  const steps = model.operations[target.operation]?.steps ?? [];
  const stores = new Set(steps.map(({ store }) => store));
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
